import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { EqualityAnswers, equalityQuestions, type EqualityReport } from '@advocacy-hub/sdk/contract/equality';
import type { Receipt } from '@advocacy-hub/sdk/contract/envelope';
import { equalityAnswers } from '@advocacy-hub/sdk/examples';
import { receiptVerifies, sealRecord, type SealedRecord } from '@advocacy-hub/sdk/sealing';
import { shown } from '../../packages/hub/src/counts.ts';
import { sealAs } from './fuzz/envelopes.ts';
import { openHub, type TestHub } from './setup.ts';

let hub: TestHub;
before(async () => (hub = await openHub()));
afterEach(() => hub.truncate());
after(() => hub.close());

const seal = async (answers: EqualityAnswers = equalityAnswers) =>
  sealRecord('equality', EqualityAnswers, answers, await hub.keys.keySet());
const send = (body: SealedRecord) => hub.ask('POST /v1/equality-answers', { key: hub.key, body });
const answered = (answers: EqualityAnswers) => hub.sdk(hub.key).equality.send(answers);
const report = (quarter: string) => hub.sdk(hub.staffToken).equality.report({ quarter });
const carersOf = ({ questions }: EqualityReport) =>
  questions.find(({ question }) => question === 'carer')!.answers.find(({ answer }) => answer === 'yes')!.count;
/** A month of a quarter that is over, into which answers are put back. */
const past = '2024-08-01';
const allCameIn = (month: string) => hub.admin(`update equality_answers set month = '${month}'`);
/** The month that it is, as its first day. */
const thisMonth = () => `${new Date().toISOString().slice(0, 7)}-01`;

describe('equality answers', () => {
  it('are signed for, with the month and no day', async () => {
    const answers = await seal();

    const response = await send(answers);

    const receipt = (await response.json()) as Receipt;
    assert.deepEqual(
      [response.status, receipt.id, receipt.state, receipt.received_at],
      [201, answers.id, 'received', `${thisMonth()}T00:00:00.000Z`],
    );
    assert.ok(await receiptVerifies(receipt, answers, (await hub.keys.keySet()).keys));
  });

  it('are kept with nothing that leads to a referral, a partner, a day or the audit log', async () => {
    const { id } = await hub.sdk(hub.key).equality.send(equalityAnswers);

    const [row] = await hub.admin<Record<string, unknown>>(
      `select id, month::text, answers, answer ->> 'received_at' as told from equality_answers`,
    );
    const columns = await hub.admin<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'equality_answers' order by 1`,
    );
    assert.deepEqual(row, {
      id,
      month: thisMonth(),
      answers: equalityAnswers,
      told: `${thisMonth()}T00:00:00.000Z`,
    });
    assert.deepEqual(
      columns.map(({ name }) => name),
      ['answer', 'answers', 'id', 'month', 'organization_id', 'sealed_hash'],
    );
    assert.deepEqual(await hub.admin('select id from audit'), []);
  });

  it('have a name that carries no time, and the hub takes no other', async () => {
    const answers = await seal();

    const timed = await send({ ...answers, id: '019ab2c4-7d10-7a3e-9c41-5f7be2a90d16' });

    assert.match(answers.id, /^.{14}4/);
    assert.equal(timed.status, 400);
  });

  it('are answered with the same receipt when the same bytes come again, and counted once', async () => {
    const answers = await seal();

    const [first, again] = [await send(answers), await send(answers)];

    assert.equal(await again.text(), await first.text());
    assert.equal((await hub.admin('select id from equality_answers')).length, 1);
  });

  it('are answered with the same receipt a month later', async t => {
    const answers = await seal();
    const first = await (await send(answers)).text();
    t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 40 * 24 * 3_600_000 });

    const later = await (await send(answers)).text();

    assert.equal(later, first);
  });

  it('are refused under an id that others have, and the first stay', async () => {
    const [first, second] = [await seal({ sex: 'female' }), await seal({ sex: 'male' })];
    await send(first);

    const refused = await send({ ...second, id: first.id });

    assert.equal(refused.status, 400, 'the id that is sealed inside is another');
    const reused = await sealedAs({ sex: 'male' }, first.id);
    assert.equal((await send(reused)).status, 422);
    assert.deepEqual(await hub.admin('select answers from equality_answers'), [{ answers: { sex: 'female' } }]);
  });

  for (const [what, text, header] of [
    ['hold a word of somebody’s own', '{"religion":"Jedi"}', {}],
    ['are no answers', '"female"', {}],
    ['are sealed as a referral', '{"sex":"female"}', { typ: 'advocacy-referral' }],
    ['are sealed as a change', '{"sex":"female"}', { typ: 'advocacy-change' }],
    ['were sealed to another hub', '{"sex":"female"}', { kid: 'enc-elsewhere' }],
  ] as const) {
    it(`are refused, and not kept, where they ${what}`, async () => {
      const response = await send(await sealedText(text, crypto.randomUUID(), header));

      const { code, fields } = (await response.json()) as { code: string; fields: unknown };
      assert.deepEqual([code, fields], ['bad_request', [{ path: 'body.sealed', code: 'wrong_format' }]]);
      assert.deepEqual(await hub.admin('select id from equality_answers'), []);
    });
  }

  it('are kept without what is no question', async () => {
    await send(await sealedText('{"sex":"female","name":"Maureen"}', crypto.randomUUID(), {}));

    assert.deepEqual(await hub.admin('select answers from equality_answers'), [{ answers: { sex: 'female' } }]);
  });
});

describe('the equality report', () => {
  it('counts every answer of every question, in their order', async () => {
    for (let sent = 0; sent < 7; sent++) await answered({ sex: 'female' });
    await allCameIn(past);

    const { questions } = await report('2024-Q3');

    assert.deepEqual(
      questions.map(({ question, answers }) => [question, answers.map(each => each.answer)]),
      Object.entries(equalityQuestions).map(([question, answers]) => [question, [...answers]]),
    );
    assert.deepEqual(questions.find(({ question }) => question === 'sex')?.answers, [
      { answer: 'female', count: 7 },
      { answer: 'male', count: 0 },
      { answer: 'prefer_not_to_say', count: 0 },
    ]);
  });

  it('keeps a small number back, and the next one with it', async () => {
    for (let sent = 0; sent < 9; sent++) await answered({ disability: 'yes' });
    for (let sent = 0; sent < 6; sent++) await answered({ disability: 'no' });
    await answered({ disability: 'prefer_not_to_say' });
    await allCameIn(past);

    const { questions } = await report('2024-Q3');

    assert.deepEqual(questions.find(({ question }) => question === 'disability')?.answers, [
      { answer: 'yes', count: 9 },
      { answer: 'no', fewer_than: 10 },
      { answer: 'prefer_not_to_say', fewer_than: 10 },
    ]);
  });

  it('counts each person in one quarter alone, so that no report can be taken from another', async () => {
    const months = Array.from({ length: 24 }, (_, month) => new Date(Date.UTC(2023, month)).toISOString().slice(0, 10));
    for (let sent = 0; sent < 5; sent++) await answered({ carer: 'yes' });
    await hub.admin(`insert into equality_answers (id, organization_id, month, answers, sealed_hash, answer)
      select gen_random_uuid(), organization_id, each::date, answers, sealed_hash, answer
      from equality_answers cross join unnest(array['${months.join("','")}']) as months (each)`);

    const quarters = [2023, 2024].flatMap(year => [1, 2, 3, 4].map(number => `${year}-Q${number}`));
    const counted = await Promise.all(quarters.map(async quarter => carersOf(await report(quarter))));

    // Five a month: each month is in one of them, and none is in two.
    assert.deepEqual(
      counted,
      quarters.map(() => 15),
    );
  });

  for (const [what, query] of [
    ['two days', 'from=2024-01-01&to=2024-12-31'],
    ['a year', 'quarter=2024'],
    ['a month', 'quarter=2024-07'],
    ['a quarter that no year has', 'quarter=2024-Q5'],
    ['several quarters', 'quarter=2024-Q1,2024-Q2'],
    ['nothing', ''],
  ] as const) {
    it(`is not told of ${what}`, async () => {
      assert.equal((await hub.ask(`GET /v1/equality-report?${query}`, { key: hub.staffToken })).status, 400);
    });
  }

  it('is the same whatever else is asked for beside the quarter', async () => {
    for (let sent = 0; sent < 5; sent++) await answered({ carer: 'yes' });
    await allCameIn(past);

    const response = await hub.ask('GET /v1/equality-report?quarter=2024-Q3&from=2024-08-01&to=2024-08-31', {
      key: hub.staffToken,
    });

    assert.deepEqual(await response.json(), await report('2024-Q3'));
  });

  it('is not told while its quarter runs, nor before what was on its way at the end is there', async t => {
    const at = (now: string) => {
      t.mock.timers.reset();
      t.mock.timers.enable({ apis: ['Date'], now: Date.parse(now) });
      hub.restart();
    };
    const isTold = (quarter: string) =>
      report(quarter).then(
        () => true,
        (error: { code?: string; fields?: unknown }) => {
          assert.equal(error.code, 'bad_request');
          assert.deepEqual(error.fields, [{ path: 'query.quarter', code: 'too_large' }]);
          return false;
        },
      );

    at('2027-01-01T23:59:59Z');
    assert.deepEqual([await isTold('2026-Q3'), await isTold('2026-Q4'), await isTold('2027-Q1')], [true, false, false]);
    at('2027-01-02T00:00:00Z');
    assert.deepEqual([await isTold('2026-Q4'), await isTold('2027-Q1')], [true, false]);
  });

  it('stays the same when somebody answers after it was told', async () => {
    for (let sent = 0; sent < 5; sent++) await answered({ carer: 'yes' });
    await allCameIn(past);
    const before = await report('2024-Q3');

    await answered({ carer: 'yes' });

    assert.deepEqual(await report('2024-Q3'), before);
  });

  it('writes down who read it, and for which quarter', async () => {
    await report('2024-Q3');

    const lines = await hub.admin(`select actor like 'staff:%' as by_staff, action, referral_id, detail from audit`);
    assert.deepEqual(lines, [
      { by_staff: true, action: 'equality_report_read', referral_id: null, detail: { quarter: '2024-Q3' } },
    ]);
  });
});

describe('counts that are shown', () => {
  const counts = fc.array(fc.nat(30), { minLength: 1, maxLength: 10 });
  const check = (holds: (counts: number[]) => void) => fc.assert(fc.property(counts, holds), { numRuns: 5_000 });

  it('never show a number from one to four', () => {
    check(given => assert.ok(shown(given).every(each => !('count' in each) || each.count === 0 || each.count >= 5)));
  });

  it('say of each number only what is true', () => {
    check(given =>
      shown(given).forEach((each, index) =>
        assert.ok('count' in each ? each.count === given[index] : given[index]! < each.fewer_than),
      ),
    );
  });

  it('keep nothing back where no number is small', () => {
    check(given => {
      const large = given.map(count => (count > 0 && count < 5 ? count + 5 : count));
      assert.deepEqual(
        shown(large),
        large.map(count => ({ count })),
      );
    });
  });

  it('never keep back one alone, unless it is the only one', () => {
    check(given => {
      const hidden = shown(given).filter(each => 'fewer_than' in each).length;
      assert.ok(hidden !== 1 || given.length === 1);
    });
  });

  it('cannot be worked out by somebody who knows the sum and how this is done', () => {
    // Everything that four answers could have been; the top is left out, where the other ways to the same sum are.
    const top = 13;
    const all = Array.from({ length: (top + 1) ** 4 }, (_, index) =>
      [0, 1, 2, 3].map(place => Math.floor(index / (top + 1) ** place) % (top + 1)),
    );
    const alike = Map.groupBy(
      all,
      given => `${JSON.stringify(shown(given))} ${given.reduce((sum, count) => sum + count)}`,
    );

    const solved = [...alike.values()].filter(group => {
      const told = shown(group[0]!);
      if (told.every(each => 'fewer_than' in each) || group.flat().some(count => count > top - 6)) return false;
      return told.some((each, index) => 'fewer_than' in each && new Set(group.map(given => given[index])).size === 1);
    });

    assert.ok(alike.size > 1_000);
    assert.deepEqual(solved, []);
  });
});

/** Sealed with care to this hub's key, whatever it holds. */
async function sealedText(text: string, id: string, header: object): Promise<SealedRecord> {
  const { keys } = await hub.keys.keySet();
  const key = keys.find(({ use }) => use === 'enc')!;
  return { id, sealed: await sealAs({ text, header: { typ: 'advocacy-equality', ...header } }, id, key) };
}

const sealedAs = (answers: EqualityAnswers, id: string) => sealedText(JSON.stringify(answers), id, {});
