import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { ReferralChange as Change } from '@advocacy-hub/sdk';
import { ReferralChange } from '@advocacy-hub/sdk/contract/change';
import type { Receipt } from '@advocacy-hub/sdk/contract/envelope';
import { contactChange, selfReferral } from '@advocacy-hub/sdk/examples';
import { receiptVerifies, sealRecord, type SealedRecord, type SealedReferral } from '@advocacy-hub/sdk/sealing';
import { sealAs } from './fuzz/envelopes.ts';
import { openHub, type TestHub } from './setup.ts';

let hub: TestHub;
before(async () => (hub = await openHub({ settings: { trustProxy: true } })));
afterEach(() => hub.truncate());
after(() => hub.close());

const why = { reason: 'Triage' };
const withdrawal: Change = { kind: 'withdraw', language: 'en', words: 'I have found somebody.' };

const seal = async (change: Change = contactChange) =>
  sealRecord('change', ReferralChange, change, await hub.keys.keySet());
const send = ({ reference, code }: SealedReferral, change: SealedRecord) =>
  hub.ask('POST /v1/referrals/changes', { key: hub.key, body: { reference, code, ...change } });
const sent = async () => {
  const referral = await hub.seal();
  await hub.sdk(hub.key).referrals.send(referral);
  return referral;
};

describe('changing a referral', () => {
  it('gives staff exactly what the person wrote, beside the referral as it was sent', async () => {
    const referral = await sent();

    const receipt = await hub.sdk(hub.key).referrals.change(referral, contactChange);

    const record = await hub.sdk(hub.staffToken).referrals.get(referral.id, why);
    assert.deepEqual(record.changes, [{ id: receipt.id, received_at: receipt.received_at, change: contactChange }]);
    assert.deepEqual(record.referral, selfReferral);
    assert.deepEqual([record.state, record.changed_at], ['received', receipt.received_at]);
  });

  it('is signed for', async () => {
    const change = await seal();

    const response = await send(await sent(), change);

    const receipt = (await response.json()) as Receipt;
    assert.deepEqual([response.status, receipt.id, receipt.state], [201, change.id, 'received']);
    assert.ok(await receiptVerifies(receipt, change, (await hub.keys.keySet()).keys));
  });

  it('answers the same bytes with the same receipt, however often', async () => {
    const [referral, change] = [await sent(), await seal()];

    const [first, again] = [await send(referral, change), await send(referral, change)];

    assert.equal(await again.text(), await first.text());
    assert.equal(again.status, 201);
    const record = await hub.sdk(hub.staffToken).referrals.get(referral.id, why);
    assert.equal(record.changes.length, 1);
  });

  it('refuses other words under an id that was used, and keeps the first', async () => {
    const [referral, change, other] = [await sent(), await seal(), await seal(withdrawal)];
    await send(referral, change);

    const refused = await send(referral, { ...other, id: change.id });

    assert.equal(refused.status, 422);
    const record = await hub.sdk(hub.staffToken).referrals.get(referral.id, why);
    assert.deepEqual([record.state, record.changes.map(each => each.change)], ['received', [contactChange]]);
  });

  it('is not taken for a change of another referral', async () => {
    const [one, other, change] = [await sent(), await sent(), await seal()];
    await send(one, change);

    const refused = await send(other, change);

    assert.equal(refused.status, 422);
    const record = await hub.sdk(hub.staffToken).referrals.get(other.id, why);
    assert.deepEqual([record.changes, record.changed_at], [[], undefined]);
  });

  it('says the same of a wrong code and of a reference that nobody has, and keeps nothing', async () => {
    const { reference, code } = await sent();

    const wrongCode = () => hub.sdk(hub.key).referrals.change({ reference, code: '0000-0000-0000' }, withdrawal);
    const nobodys = () => hub.sdk(hub.key).referrals.change({ reference: '0000-0000', code }, withdrawal);

    await assert.rejects(wrongCode, { code: 'not_found' });
    await assert.rejects(nobodys, { code: 'not_found' });
    assert.deepEqual(await hub.admin('select id from referral_change'), []);
  });

  it('reads reference and code as people write them', async () => {
    const { reference, code } = await sent();
    const written = (text: string) => text.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');

    const receipt = await hub
      .sdk(hub.key)
      .referrals.change({ reference: written(reference), code: written(code) }, contactChange);

    assert.equal(receipt.state, 'received');
  });

  it('shares its hundred wrong codes with asking where a referral stands', async () => {
    const { reference } = await sent();
    const change = await seal();
    const headers = { 'x-forwarded-for': '192.0.2.7' };
    const body = { reference, code: '0000-0000-0000' };
    for (let tries = 0; tries < 90; tries++)
      await hub.ask('POST /v1/referrals/status', { key: hub.key, body, headers });
    for (let tries = 0; tries < 10; tries++)
      await hub.ask('POST /v1/referrals/changes', { key: hub.key, body: { ...body, ...change }, headers });

    const refused = await hub.ask('POST /v1/referrals/changes', {
      key: hub.key,
      body: { ...body, ...change },
      headers,
    });

    assert.equal(refused.status, 429);
  });

  it('writes who and what into the audit log, once, and no word of it', async () => {
    const [referral, change] = [await sent(), await seal()];
    await send(referral, change);
    await send(referral, change);
    await hub.sdk(hub.key).referrals.change(referral, withdrawal);

    const lines = await hub.admin(
      `select actor like 'partner:%' as by_partner, action, referral_id, detail from audit where action <> 'referral_received' order by id`,
    );

    assert.deepEqual(lines, [
      { by_partner: true, action: 'referral_changed', referral_id: referral.id, detail: null },
      { by_partner: true, action: 'referral_withdrawn', referral_id: referral.id, detail: null },
    ]);
  });

  it('keeps no word of it openly in the database', async () => {
    await hub.sdk(hub.key).referrals.change(await sent(), contactChange);

    const [{ row } = { row: '' }] = await hub.admin<{ row: string }>(
      'select referral_change::text as row from referral_change',
    );

    assert.ok(row.length > 0);
    assert.doesNotMatch(row, /nephew|07700/i);
  });
});

describe('withdrawing a referral', () => {
  it('is told to the person and to staff, and leaves the referral as it was', async () => {
    const referral = await sent();

    const { received_at } = await hub.sdk(hub.key).referrals.change(referral, withdrawal);

    const status = await hub.sdk(hub.key).referrals.status(referral);
    assert.deepEqual([status.state, status.changed_at], ['withdrawn', received_at]);
    const record = await hub.sdk(hub.staffToken).referrals.get(referral.id, why);
    assert.deepEqual([record.state, record.referral], ['withdrawn', selfReferral]);
    const [row] = await hub.admin(`select state from referral where id = '${referral.id}'`);
    assert.deepEqual(row, { state: 'received' });
  });

  it('takes it out of those to work on, and into a list of its own', async () => {
    const [stays, goes] = [await sent(), await sent()];
    await hub.sdk(hub.key).referrals.change(goes, withdrawal);
    const ids = async (state: 'received' | 'withdrawn') =>
      (await hub.sdk(hub.staffToken).referrals.list({ state })).items.map(({ id }) => id);

    assert.deepEqual(await ids('received'), [stays.id]);
    assert.deepEqual(await ids('withdrawn'), [goes.id]);
  });

  it('counts also where newer answers took its place', async () => {
    const first = await sent();
    await hub.sdk(hub.key).referrals.send(await hub.seal({ replaces: [first.id] }));

    await hub.sdk(hub.key).referrals.change(first, withdrawal);

    assert.equal((await hub.sdk(hub.key).referrals.status(first)).state, 'withdrawn');
  });

  it('works for a referral that the hub could not read', async () => {
    const referral = await hub.seal();
    const parts = referral.envelope.sealed.split('.');
    parts[4] = parts[4]!.startsWith('A') ? `B${parts[4]!.slice(1)}` : `A${parts[4]!.slice(1)}`;
    const spoilt = { ...referral, envelope: { ...referral.envelope, sealed: parts.join('.') } };
    await hub.sdk(hub.key).referrals.send(spoilt);

    await hub.sdk(hub.key).referrals.change(referral, withdrawal);

    const record = await hub.sdk(hub.staffToken).referrals.get(referral.id, why);
    assert.deepEqual(
      [record.state, record.referral, record.unreadable],
      ['withdrawn', undefined, spoilt.envelope.sealed],
    );
  });
});

describe('a change that the hub cannot read', () => {
  it('is kept for a person to look at, and withdraws nothing', async () => {
    const referral = await sent();
    const change = await seal(withdrawal);
    const spoilt = { ...change, sealed: `${change.sealed.slice(0, -4)}AAAA` };

    const response = await send(referral, spoilt);

    assert.equal(response.status, 202);
    assert.equal(((await response.json()) as Receipt).state, 'quarantined');
    const record = await hub.sdk(hub.staffToken).referrals.get(referral.id, why);
    assert.equal(record.state, 'received');
    assert.ok(record.changed_at);
    assert.deepEqual(
      record.changes.map(each => [each.id, each.change, each.unreadable]),
      [[change.id, undefined, spoilt.sealed]],
    );
  });

  for (const [what, text, header] of [
    ['that opens to what is no change', '{"kind":"erase"}', { typ: 'advocacy-change' }],
    ['that is sealed as a referral', JSON.stringify(withdrawal), {}],
    ['that is sealed as equality answers', JSON.stringify(withdrawal), { typ: 'advocacy-equality' }],
    ['whose id inside is another', JSON.stringify(withdrawal), { typ: 'advocacy-change', id: crypto.randomUUID() }],
  ] as const) {
    it(`is one ${what}`, async () => {
      const referral = await sent();
      const id = crypto.randomUUID();
      const { keys } = await hub.keys.keySet();
      const sealed = await sealAs(
        { text, header },
        id,
        keys.find(({ use }) => use === 'enc')!,
      );

      const response = await send(referral, { id, sealed });

      assert.equal(response.status, 202);
      assert.equal((await hub.sdk(hub.key).referrals.status(referral)).state, 'received');
    });
  }
});

describe('what staff see of changes without opening each referral', () => {
  const correction: Change = { kind: 'correct', language: 'en', words: 'I live in Darlington now.' };
  const list = async (query: object = {}) => (await hub.sdk(hub.staffToken).referrals.list(query)).items;
  const flagsOf = async (id: string) => (await list()).find(each => each.id === id)?.flags;
  const timed = async () => {
    const [partner] = await hub.admin<{ id: string }>(
      `select partner_id as id from partner_key where key = '${hub.key}'`,
    );
    return hub.sdk(hub.key).referrals.create(selfReferral, {
      timeToken: hub.keys.timeToken(partner!.id, Date.now() - 60_000),
    });
  };

  it('is a flag where a person is to be reached in another way', async () => {
    const [changed, other] = [await timed(), await timed()];

    await hub.sdk(hub.key).referrals.change(changed, contactChange);

    assert.deepEqual([await flagsOf(changed.id), await flagsOf(other.id)], [['contact_changed'], []]);
    assert.deepEqual(
      (await list({ flagged: 'yes' })).map(({ id }) => id),
      [changed.id],
    );
    assert.deepEqual((await hub.sdk(hub.staffToken).referrals.get(changed.id, why)).flags, ['contact_changed']);
  });

  it('is a flag where something in it was wrong', async () => {
    const referral = await timed();

    await hub.sdk(hub.key).referrals.change(referral, correction);

    assert.deepEqual(await flagsOf(referral.id), ['corrected']);
    assert.equal((await list({ flagged: 'yes' })).length, 1);
  });

  it('is a flag where a change could not be read, which may have been a withdrawal', async () => {
    const referral = await timed();
    const change = await seal(withdrawal);

    const { code, reference } = referral;
    await hub.ask('POST /v1/referrals/changes', {
      key: hub.key,
      body: { reference, code, ...change, sealed: `${change.sealed.slice(0, -4)}AAAA` },
    });

    assert.deepEqual(await flagsOf(referral.id), ['change_unreadable']);
    assert.equal((await list({ flagged: 'yes' })).length, 1);
  });

  it('is each flag once, after those that it had when it came', async () => {
    const referral = await sent();
    for (const change of [correction, contactChange, correction, withdrawal])
      await hub.sdk(hub.key).referrals.change(referral, change);

    assert.deepEqual(await flagsOf(referral.id), ['no_time_token', 'contact_changed', 'corrected']);
  });

  it('is a list of those that were changed since they last looked, the last changed first', async () => {
    const [first, second, third, never] = [await sent(), await sent(), await sent(), await sent()];
    const change = (referral: SealedReferral, what: Change) => hub.sdk(hub.key).referrals.change(referral, what);
    await change(second, correction);
    const { received_at: looked } = await change(third, contactChange);
    await change(first, withdrawal);
    await hub.admin(`update referral_change set received_at = received_at - interval '1 hour' where kind = 'correct'`);
    await hub.admin(`update referral_change set received_at = received_at + interval '1 hour' where kind = 'withdraw'`);
    const since = async (changed_from: string, more: object = {}) =>
      (await list({ changed_from, ...more })).map(({ id }) => id);

    assert.deepEqual(await since(looked), [first.id, third.id]);
    assert.deepEqual(await since('2026-01-01T00:00:00Z'), [first.id, third.id, second.id]);
    assert.deepEqual(await since(looked, { state: 'withdrawn' }), [first.id]);
    assert.ok(!(await since('2026-01-01T00:00:00Z')).includes(never.id));
  });

  it('is walked through page by page', async () => {
    const referrals = [await sent(), await sent(), await sent()];
    for (const referral of referrals) await hub.sdk(hub.key).referrals.change(referral, contactChange);

    const walked: string[] = [];
    const since = { changed_from: '2026-01-01T00:00:00Z', limit: 1 };
    for await (const { id } of hub.sdk(hub.staffToken).referrals.list(since)) walked.push(id);

    assert.deepEqual(new Set(walked), new Set(referrals.map(({ id }) => id)));
    assert.equal(walked.length, 3);
  });
});
