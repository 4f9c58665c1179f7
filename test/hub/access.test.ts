import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as z from 'zod/mini';
import { ReferralChange } from '@advocacy-hub/sdk/contract/change';
import { EqualityAnswers } from '@advocacy-hub/sdk/contract/equality';
import type { Operation } from '@advocacy-hub/sdk/contract/operation';
import { operations, type OperationName } from '@advocacy-hub/sdk/contract/operations';
import { Problem, type ProblemCode } from '@advocacy-hub/sdk/contract/problem';
import { contactChange, equalityAnswers } from '@advocacy-hub/sdk/examples';
import { sealRecord, type SealedReferral } from '@advocacy-hub/sdk/sealing';
import { openHub, organization, otherOrganization, type TestHub } from './setup.ts';

/** How a caller shows who it is. */
type Kind = 'anyone' | 'partner' | 'staff' | 'revoked' | 'unknown' | 'malformed';

describe('each operation', () => {
  let hub: TestHub;
  let ours: SealedReferral;
  const callers: { name: string; kind: Kind; isOther?: boolean; key?: string; headers?: Record<string, string> }[] = [];

  before(async () => {
    hub = await openHub();
    ours = await hub.seal();
    await hub.sdk(hub.key).referrals.send(ours);
    const old = await hub.command(
      'partner',
      'add',
      'Old',
      '--origin',
      'https://old.example',
      '--organization',
      organization,
    );
    await hub.command('key', 'rotate', '--partner', 'Old');
    const gone = await hub.command('staff', 'add', 'Gone', '--organization', organization);
    const [staff] = await hub.admin<{ id: string }>(`select id from staff where name = 'Gone'`);
    await hub.command('staff', 'revoke', staff!.id);
    callers.push(
      { name: 'no key', kind: 'anyone' },
      { name: 'a publishable key', kind: 'partner', key: hub.key },
      { name: "another organization's publishable key", kind: 'partner', isOther: true, key: hub.otherKey },
      { name: 'a staff token', kind: 'staff', key: hub.staffToken },
      { name: "another organization's staff token", kind: 'staff', isOther: true, key: hub.otherStaffToken },
      { name: 'a publishable key that was replaced', kind: 'revoked', key: old },
      { name: 'a staff token that was withdrawn', kind: 'revoked', key: gone },
      {
        name: 'a publishable key that nobody has',
        kind: 'unknown',
        key: `${hub.key.slice(0, -1)}${hub.key.endsWith('A') ? 'B' : 'A'}`,
      },
      { name: 'a staff token that nobody has', kind: 'unknown', key: `staff_${'A'.repeat(40)}` },
      { name: 'a key that is none', kind: 'malformed', key: 'secret' },
      { name: 'an empty key', kind: 'malformed', key: '' },
      { name: 'two keys', kind: 'malformed', key: `${hub.key}, Bearer ${hub.staffToken}` },
      { name: 'a key in capitals', kind: 'malformed', key: hub.key.toUpperCase() },
      {
        name: 'a staff token under another scheme',
        kind: 'malformed',
        headers: { authorization: `Basic ${btoa(`${hub.staffToken}:`)}` },
      },
      {
        name: 'a staff token in another header',
        kind: 'anyone',
        headers: { 'x-api-key': hub.staffToken, cookie: `key=${hub.staffToken}` },
      },
    );
  });
  after(() => hub.close());

  /** What each operation is asked for: something of the first organization, where it asks for something. */
  const asking: Record<OperationName, () => Promise<{ path?: string; body?: unknown; isOfOne?: boolean }>> = {
    readHealth: async () => ({}),
    readProfile: async () => ({}),
    readKeySet: async () => ({}),
    createReferral: async () => ({ body: (await hub.seal()).envelope }),
    readReferralStatus: async () => ({ body: { reference: ours.reference, code: ours.code }, isOfOne: true }),
    createReferralChange: async () => ({
      body: {
        reference: ours.reference,
        code: ours.code,
        ...(await sealRecord('change', ReferralChange, contactChange, await hub.keys.keySet())),
      },
      isOfOne: true,
    }),
    listReferrals: async () => ({}),
    readReferral: async () => ({ path: `/v1/referrals/${ours.id}/reads`, body: { reason: 'A reason' }, isOfOne: true }),
    createEqualityAnswers: async () => ({
      body: await sealRecord('equality', EqualityAnswers, equalityAnswers, await hub.keys.keySet()),
    }),
    readEqualityReport: async () => ({ path: '/v1/equality-report?quarter=2024-Q3' }),
  };

  for (const [name, operation] of Object.entries(operations) as [OperationName, Operation][]) {
    it(`takes the callers that the contract declares, and no others: ${name}`, async t => {
      hub.restart();
      for (const { key, headers, kind, isOther, name: caller } of callers) {
        const { path = operation.path, body, isOfOne } = await asking[name]();
        const before = await everything(hub);

        const response = await hub.ask(`${operation.method.toUpperCase()} ${path}`, { key, headers, body });

        const told: unknown = await response.json();
        const code = response.ok ? 'ok' : z.parse(Problem, told).code;
        assert.equal(code, expected(operation, kind, isOther && isOfOne), `${name} with ${caller}`);
        if (response.ok) assert.ok((operation.statuses ?? [200]).includes(response.status));
        // The hub's line says who asked, and a refused caller has changed nothing.
        if (code !== 'ok')
          assert.deepEqual(await everything(hub), before, `${name} with ${caller} left something behind`);
      }
      t.diagnostic(`${callers.length} callers`);
    });
  }

  it('lists for staff of another organization nothing of the first', async () => {
    const listed = await Array.fromAsync(hub.sdk(hub.otherStaffToken).referrals.list(), each => each.partner);

    assert.deepEqual([...new Set(listed)], ['Elsewhere']);
  });

  it('stops within seconds for a key that is replaced and a token that is withdrawn while they are in use', async t => {
    t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
    const key = await hub.command(
      'partner',
      'add',
      'Changing',
      '--origin',
      'https://c.example',
      '--organization',
      otherOrganization,
    );
    const token = await hub.command('staff', 'add', 'Leaving', '--organization', otherOrganization);
    const [staff] = await hub.admin<{ id: string }>(`select id from staff where name = 'Leaving'`);
    const asked = async () => [
      (await hub.ask('GET /v1/profile', { key })).status,
      (await hub.ask('GET /v1/referrals', { key: token })).status,
    ];
    assert.deepEqual(await asked(), [200, 200]);

    await hub.command('key', 'rotate', '--partner', 'Changing');
    await hub.command('staff', 'revoke', staff!.id);
    t.mock.timers.tick(5_001);

    assert.deepEqual(await asked(), [401, 401]);
  });
});

/** What the contract's `callers` say, in the order in which the hub finds out. */
function expected({ callers }: Operation, kind: Kind, isOfAnother = false): ProblemCode | 'ok' {
  if (kind === 'revoked') return 'key_revoked';
  if (kind === 'unknown' || kind === 'malformed') return 'not_authenticated';
  if (callers.includes('anyone')) return 'ok';
  if (kind === 'anyone') return 'not_authenticated';
  if (!callers.includes(kind)) return 'forbidden';
  // Whether there is such a thing elsewhere is nobody's business.
  return isOfAnother ? 'not_found' : 'ok';
}

/** How much the hub has kept. */
async function everything(hub: TestHub): Promise<object> {
  const [counts] = await hub.admin<Record<'referrals' | 'changes' | 'answers' | 'lines', number>>(
    `select (select count(*) from referral) as referrals, (select count(*) from referral_change) as changes,
      (select count(*) from equality_answers) as answers, (select count(*) from audit) as lines`,
  );
  return counts!;
}
