import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { type AdvocacyHub, HubProblemError } from '@advocacy-hub/sdk';
import { Receipt } from '@advocacy-hub/sdk/contract/envelope';
import { EqualityReport } from '@advocacy-hub/sdk/contract/equality';
import { Health } from '@advocacy-hub/sdk/contract/health';
import type { Operation } from '@advocacy-hub/sdk/contract/operation';
import { operations, type OperationName } from '@advocacy-hub/sdk/contract/operations';
import { problems, type ProblemCode } from '@advocacy-hub/sdk/contract/problem';
import { HubProfile } from '@advocacy-hub/sdk/contract/profile';
import { ReferralRecord, ReferralSummary } from '@advocacy-hub/sdk/contract/referral';
import { ReferralStatus } from '@advocacy-hub/sdk/contract/status';
import { contactChange, equalityAnswers, referralSummary, selfReferral } from '@advocacy-hub/sdk/examples';
import { seal, sealRecord } from '@advocacy-hub/sdk/sealing';
import { ReferralChange } from '@advocacy-hub/sdk/contract/change';
import { fakeHub, problem, type FakeAnswers } from '@advocacy-hub/sdk/testing';
import * as z from 'zod/mini';
import { openHub, type TestHub } from './hub/setup.ts';
import { hubKeys } from './sdk/setup.ts';

/*
 * Every operation, as the SDK sends it, to a real hub on both databases and to a fake one: all of them must give the
 * same kind of answer, or widgets that work with the fake would fail with the hub.
 */

/** Whoever answers: clients of a page, of staff, and of somebody with a key that nobody gave. */
interface Answerer {
  readonly page: AdvocacyHub;
  readonly staff: AdvocacyHub;
  readonly stranger: AdvocacyHub;
  /** Asks without the SDK, and so never a fake. */
  byHand(operation: string): Promise<unknown>;
}

interface Case {
  readonly ask: (hub: Answerer) => Promise<unknown>;
  /** What the answer is, all of it; or the hub's no. */
  readonly wants: z.ZodMiniType | ProblemCode;
  /** The status of a good answer. @default the operation's usual one */
  readonly status?: number;
  /** What a fake has to be told to answer the same. @default nothing: a fake is a hub that works */
  readonly fake?: FakeAnswers | (() => Promise<FakeAnswers>) | 'is never asked';
}

const anId = '019ab2c4-7d10-7a3e-9c41-5f7be2a90d16';
const code = 'M3TK-9ZQH-2F7V';
const reason = 'The person called back';
const no = (refusal: ProblemCode) => () => {
  throw problem(refusal);
};
const stands =
  (state: string): NonNullable<FakeAnswers['readReferralStatus']> =>
  ({ body }) => ({ reference: body.reference, state, received_at: referralSummary.received_at });

/** What a page sends when a person is done, and the hub's answer to it. */
async function create({ page }: Answerer): Promise<unknown> {
  const { reference: _, code: __, ...receipt } = await page.referrals.create(selfReferral);
  return receipt;
}

/** A fake that has no key to open with what it is sent. */
async function quarantines(): Promise<FakeAnswers> {
  const keys = await hubKeys();
  return { readKeySet: () => keys.keySet, createReferral: ({ body }) => keys.receive(body, 'quarantined') };
}

/** A fake that knows what it was sent before. */
function takesEachIdOnce(name: 'createReferral' | 'createReferralChange') {
  return async (): Promise<FakeAnswers> => {
    const keys = await hubKeys();
    const taken = new Map<string, string>();
    const takes = ({ body }: { readonly body: { readonly id: string; readonly sealed: string } }) => {
      if ((taken.get(body.id) ?? body.sealed) !== body.sealed) throw problem('id_taken');
      taken.set(body.id, body.sealed);
      return keys.receive(body);
    };
    return { readKeySet: () => keys.keySet, createReferral: ({ body }) => keys.receive(body), [name]: takes };
  };
}

const cases: Record<OperationName, Record<string, Case>> = {
  // Machines ask for it, without the SDK.
  readHealth: {
    'to anyone': { ask: hub => hub.byHand('GET /health'), wants: Health, fake: 'is never asked' },
  },

  readProfile: {
    'to a page': { ask: ({ page }) => page.profile(), wants: HubProfile },
    'to staff': { ask: ({ staff }) => staff.profile(), wants: HubProfile },
    'to somebody whose key nobody gave': {
      ask: ({ stranger }) => stranger.profile(),
      wants: 'not_authenticated',
      fake: { readProfile: no('not_authenticated') },
    },
  },

  readKeySet: {
    'to a page that seals': {
      ask: async ({ page }) => (await page.referrals.seal(selfReferral)).envelope.id,
      wants: z.string(),
    },
    'to somebody whose key nobody gave': {
      ask: ({ stranger }) => stranger.referrals.seal(selfReferral),
      wants: 'not_authenticated',
      fake: { readKeySet: no('not_authenticated') },
    },
  },

  createReferral: {
    'to a referral': { ask: create, wants: Receipt },
    'to the same referral again': {
      async ask({ page }) {
        const sealed = await page.referrals.seal(selfReferral);
        await page.referrals.send(sealed);
        const { reference: _, code: __, ...receipt } = await page.referrals.send(sealed);
        return receipt;
      },
      wants: Receipt,
    },
    'to what it cannot open': {
      async ask({ page }) {
        const { keySet } = await hubKeys('elsewhere');
        const { reference: _, code: __, ...receipt } = await page.referrals.send(await seal(selfReferral, keySet));
        assert.equal(receipt.state, 'quarantined');
        return receipt;
      },
      wants: Receipt,
      status: 202,
      fake: quarantines,
    },
    'to another referral of the same id': {
      async ask({ page }) {
        const [first, second] = [await page.referrals.seal(selfReferral), await page.referrals.seal(selfReferral)];
        await page.referrals.send(first);
        return page.referrals.send({ ...second, envelope: { ...second.envelope, id: first.id } });
      },
      wants: 'id_taken',
      fake: takesEachIdOnce('createReferral'),
    },
    'to staff, who refer through a page like everybody': {
      ask: ({ staff }) => staff.referrals.create(selfReferral),
      wants: 'forbidden',
      fake: { createReferral: no('forbidden') },
    },
  },

  readReferralStatus: {
    'to the person who has the code': {
      async ask({ page }) {
        const { reference, code } = await page.referrals.create(selfReferral);
        return page.referrals.status({ reference, code });
      },
      wants: ReferralStatus,
    },
    'to the person whose answers were changed': {
      async ask({ page }) {
        const first = await page.referrals.seal(selfReferral);
        await page.referrals.send(first);
        await page.referrals.create(selfReferral, { replaces: [first.id] });
        const status = await page.referrals.status({ reference: first.reference, code: first.code });
        assert.equal(status.state, 'replaced');
        return status;
      },
      wants: ReferralStatus,
      fake: { readReferralStatus: stands('replaced') },
    },
    'to the person who withdrew it': {
      async ask({ page }) {
        const receipt = await page.referrals.create(selfReferral);
        await page.referrals.change(receipt, { kind: 'withdraw', language: 'en' });
        const status = await page.referrals.status(receipt);
        assert.equal(status.state, 'withdrawn');
        assert.ok(status.changed_at);
        return status;
      },
      wants: ReferralStatus,
      fake: {
        readReferralStatus: ({ body }) => ({
          reference: body.reference,
          state: 'withdrawn',
          received_at: referralSummary.received_at,
          changed_at: '2026-11-24T10:00:00Z',
        }),
      },
    },
    'to somebody who guesses': {
      ask: ({ page }) => page.referrals.status({ reference: referralSummary.reference, code }),
      wants: 'not_found',
      fake: { readReferralStatus: no('not_found') },
    },
  },

  createReferralChange: {
    'to the person who has the code': {
      async ask({ page }) {
        return page.referrals.change(await page.referrals.create(selfReferral), contactChange);
      },
      wants: Receipt,
    },
    'to the same change again': {
      async ask({ page }) {
        const holder = await page.referrals.create(selfReferral);
        const sealed = await page.referrals.sealChange(contactChange);
        await page.referrals.sendChange(holder, sealed);
        return page.referrals.sendChange(holder, sealed);
      },
      wants: Receipt,
    },
    'to a change that it cannot open': {
      async ask({ page }) {
        const holder = await page.referrals.create(selfReferral);
        const { keySet } = await hubKeys('elsewhere');
        const receipt = await page.referrals.sendChange(
          holder,
          await sealRecord('change', ReferralChange, contactChange, keySet),
        );
        assert.equal(receipt.state, 'quarantined');
        return receipt;
      },
      wants: Receipt,
      status: 202,
      async fake() {
        const keys = await hubKeys();
        return {
          readKeySet: () => keys.keySet,
          createReferral: ({ body }) => keys.receive(body),
          createReferralChange: ({ body }) => keys.receive(body, 'quarantined'),
        };
      },
    },
    'to another change of the same id': {
      async ask({ page }) {
        const holder = await page.referrals.create(selfReferral);
        const [first, second] = [
          await page.referrals.sealChange(contactChange),
          await page.referrals.sealChange(contactChange),
        ];
        await page.referrals.sendChange(holder, first);
        return page.referrals.sendChange(holder, { ...second, id: first.id });
      },
      wants: 'id_taken',
      fake: takesEachIdOnce('createReferralChange'),
    },
    'to somebody who guesses': {
      ask: ({ page }) => page.referrals.change({ reference: referralSummary.reference, code }, contactChange),
      wants: 'not_found',
      fake: { createReferralChange: no('not_found') },
    },
    'to staff': {
      ask: ({ staff }) => staff.referrals.change({ reference: referralSummary.reference, code }, contactChange),
      wants: 'forbidden',
      fake: { createReferralChange: no('forbidden') },
    },
  },

  listReferrals: {
    'to staff': {
      async ask(hub) {
        await create(hub);
        const { items } = await hub.staff.referrals.list({ state: 'received', flagged: 'yes', limit: 10 });
        assert.equal(items.length, 1);
        return items;
      },
      wants: z.array(ReferralSummary),
      fake: { listReferrals: () => ({ items: [referralSummary] }) },
    },
    'to staff, page by page': {
      async ask(hub) {
        await create(hub);
        await create(hub);
        const found: unknown[] = [];
        for await (const summary of hub.staff.referrals.list({ limit: 1 })) found.push(summary);
        assert.equal(found.length, 2);
        return found;
      },
      wants: z.array(ReferralSummary),
      fake: {
        listReferrals: ({ query }) => ({ items: [referralSummary], ...(!query.cursor && { next_cursor: 'more' }) }),
      },
    },
    'to staff, of a time when there was none': {
      async ask(hub) {
        await create(hub);
        const { items, hasNext } = await hub.staff.referrals.list({ received_before: '2020-01-01T00:00:00+01:00' });
        assert.deepEqual([items, hasNext], [[], false]);
        return items;
      },
      wants: z.array(ReferralSummary),
      fake: { listReferrals: () => ({ items: [] }) },
    },
    'to staff, of those that changed since they last looked, page by page': {
      async ask({ page, staff }) {
        for (const referral of [selfReferral, selfReferral])
          await page.referrals.change(await page.referrals.create(referral), contactChange);
        await page.referrals.create(selfReferral);
        const found: z.infer<typeof ReferralSummary>[] = [];
        const query = { changed_from: '2026-01-01T00:00:00Z', flagged: 'yes', limit: 1 } as const;
        for await (const summary of staff.referrals.list(query)) found.push(summary);
        assert.equal(found.length, 2);
        assert.ok(found.every(({ changed_at, flags }) => changed_at && flags.includes('contact_changed')));
        return found;
      },
      wants: z.array(ReferralSummary),
      fake: {
        listReferrals: ({ query }) => ({
          items: [{ ...referralSummary, changed_at: '2026-11-24T10:00:00Z', flags: ['contact_changed'] }],
          ...(!query.cursor && { next_cursor: 'more' }),
        }),
      },
    },
    'to a page': {
      ask: ({ page }) => page.referrals.list(),
      wants: 'forbidden',
      fake: { listReferrals: no('forbidden') },
    },
  },

  readReferral: {
    'to staff who say why': {
      async ask({ page, staff }) {
        const { id } = await page.referrals.create(selfReferral);
        const record = await staff.referrals.get(id, { reason });
        assert.deepEqual(record.referral, selfReferral);
        return record;
      },
      wants: ReferralRecord,
      fake: { readReferral: ({ params }) => ({ ...referralSummary, ...params, referral: selfReferral, changes: [] }) },
    },
    'to staff, of what the hub could not open': {
      async ask({ page, staff }) {
        const { keySet } = await hubKeys('elsewhere');
        const { id } = await page.referrals.send(await seal(selfReferral, keySet));
        const record = await staff.referrals.get(id, { reason });
        assert.deepEqual(
          [record.state, record.referral, typeof record.unreadable],
          ['quarantined', undefined, 'string'],
        );
        return record;
      },
      wants: ReferralRecord,
      fake: async () => ({
        ...(await quarantines()),
        readReferral: ({ params }) => ({
          ...referralSummary,
          ...params,
          state: 'quarantined',
          unreadable: 'eyJ…',
          changes: [],
        }),
      }),
    },
    'to staff, of one that the person changed and withdrew': {
      async ask({ page, staff }) {
        const receipt = await page.referrals.create(selfReferral);
        await page.referrals.change(receipt, contactChange);
        await page.referrals.change(receipt, { kind: 'withdraw', language: 'en' });
        const record = await staff.referrals.get(receipt.id, { reason });
        assert.equal(record.state, 'withdrawn');
        assert.deepEqual(record.referral, selfReferral);
        assert.deepEqual(
          record.changes.map(({ change }) => change),
          [contactChange, { kind: 'withdraw', language: 'en' }],
        );
        return record;
      },
      wants: ReferralRecord,
      fake: {
        readReferral: ({ params }) => ({
          ...referralSummary,
          ...params,
          state: 'withdrawn',
          changed_at: '2026-11-24T10:00:00Z',
          referral: selfReferral,
          changes: [
            { id: anId, received_at: '2026-11-24T09:00:00Z', change: contactChange },
            { id: anId, received_at: '2026-11-24T10:00:00Z', change: { kind: 'withdraw', language: 'en' } },
          ],
        }),
      },
    },
    'to staff, of one that there is not': {
      ask: ({ staff }) => staff.referrals.get(anId, { reason }),
      wants: 'not_found',
      fake: { readReferral: no('not_found') },
    },
    'to a page': {
      ask: ({ page }) => page.referrals.get(anId, { reason }),
      wants: 'forbidden',
      fake: { readReferral: no('forbidden') },
    },
  },

  createEqualityAnswers: {
    'to a page': { ask: ({ page }) => page.equality.send(equalityAnswers), wants: Receipt },
    'to a page whose person answered nothing': { ask: ({ page }) => page.equality.send({}), wants: Receipt },
    'to staff, who answer through a page like everybody': {
      ask: ({ staff }) => staff.equality.send(equalityAnswers),
      wants: 'forbidden',
      fake: { createEqualityAnswers: no('forbidden') },
    },
  },

  readEqualityReport: {
    'to staff': {
      async ask({ page, staff }) {
        await page.equality.send(equalityAnswers);
        return staff.equality.report({ quarter: '2024-Q3' });
      },
      wants: EqualityReport,
    },
    'to staff who ask for a quarter that is not over': {
      ask: ({ staff }) => staff.equality.report({ quarter: '2999-Q4' }),
      wants: 'bad_request',
      fake: { readEqualityReport: no('bad_request') },
    },
    'to a page': {
      ask: ({ page }) => page.equality.report({ quarter: '2024-Q3' }),
      wants: 'forbidden',
      fake: { readEqualityReport: no('forbidden') },
    },
  },
};

for (const engine of ['pglite', 'postgres'] as const) {
  describe(`a hub on ${engine}`, () => {
    let hub: TestHub;

    before(async () => {
      hub = await openHub({ engine });
    });
    afterEach(() => hub.truncate());
    after(() => hub?.close());

    each((name, { ask, wants, status }) => async () => {
      const outcome = await outcomeOf(
        ask({
          page: hub.sdk(hub.key),
          staff: hub.sdk(hub.staffToken),
          stranger: hub.sdk(`pub_${'nobody'.repeat(4)}`),
          byHand: async operation => (await hub.ask(operation)).json() as Promise<unknown>,
        }),
      );

      isWanted(outcome, wants);
      const { method, path, statuses }: Operation = operations[name];
      const answered = hub.logs
        .filter(({ operation }) => operation === `${method.toUpperCase()} ${path}`)
        .at(-1)!.status;
      assert.equal(answered, typeof wants === 'string' ? problems[wants].status : (status ?? statuses?.[0] ?? 200));
    });
  });
}

describe('a fake hub', () => {
  each((_, { ask, wants, fake }) => {
    if (fake === 'is never asked') return undefined;
    return async () => {
      const hub = fakeHub(typeof fake === 'function' ? await fake() : fake);
      const byHand = () => Promise.reject(new Error('A fake hears the SDK alone.'));

      isWanted(await outcomeOf(ask({ page: hub, staff: hub, stranger: hub, byHand })), wants);
    };
  });
});

describe('the contract', () => {
  it('has no operation without a case', () => {
    const without = Object.keys(operations).filter(name => Object.keys(cases[name as OperationName]).length === 0);

    assert.deepEqual(without, []);
  });
});

/** One test for each case, unless there is none to make. */
function each(testOf: (name: OperationName, wanted: Case) => (() => Promise<void>) | undefined): void {
  for (const [name, all] of Object.entries(cases)) {
    for (const [whom, wanted] of Object.entries(all)) {
      const test = testOf(name as OperationName, wanted);
      if (test) it(`answers ${name} ${whom}`, test);
    }
  }
}

/** What was answered, or the hub's no. Whatever else goes wrong has failed. */
async function outcomeOf(asked: Promise<unknown>): Promise<unknown> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof HubProblemError) return error;
    throw error;
  }
}

function isWanted(outcome: unknown, wants: Case['wants']): void {
  if (typeof wants === 'string') {
    assert.ok(outcome instanceof HubProblemError, `${wants} was wanted.`);
    const { status, retryable } = problems[wants];
    assert.deepEqual([outcome.code, outcome.status, outcome.retryable], [wants, status, retryable]);
    return;
  }
  if (outcome instanceof HubProblemError) throw outcome;
  assert.deepEqual(z.parse(wants, outcome), outcome);
}
