import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { SealedReferral } from '@advocacy-hub/sdk/sealing';
import { openHub, type TestHub } from './setup.ts';

const few = 300;
const many = 30_000;

for (const engine of ['pglite', 'postgres'] as const) {
  describe(`a hub with ${many} referrals (${engine})`, () => {
    let hub: TestHub;
    before(async () => {
      hub = await openHub({ engine, settings: { requestsAMinute: 1_000_000, referralsAMinute: 1_000_000 } });
    });
    after(() => hub.close());

    it('answers nearly as fast as one with a few', async t => {
      const withFew = await timesWith(few);
      const withMany = await timesWith(many);

      const lines = Object.entries(withMany).map(
        ([what, ms]) => `${what} ${withFew[what]!.toFixed(1)} -> ${ms.toFixed(1)} ms`,
      );
      t.diagnostic(`${few} -> ${many} referrals: ${lines.join(', ')}`);
      for (const [what, ms] of Object.entries(withMany)) {
        assert.ok(
          ms < 3 * withFew[what]! + 30,
          `${what} takes ${ms.toFixed(1)} ms, and took ${withFew[what]!.toFixed(1)} ms`,
        );
      }
    });

    /** How long each kind of request takes at its best, in milliseconds. */
    async function timesWith(referrals: number): Promise<Record<string, number>> {
      await hub.truncate();
      await fill(referrals);
      const sealed = await hub.seal();
      const { envelope } = sealed;
      assert.equal((await hub.ask('POST /v1/referrals', { key: hub.key, body: envelope })).status, 201);
      const middle = await cursorInTheMiddle();
      const asked: Record<string, () => Promise<Response>> = {
        'a referral sent': async () =>
          hub.ask('POST /v1/referrals', { key: hub.key, body: (await hub.seal()).envelope }),
        'one sent again': () => hub.ask('POST /v1/referrals', { key: hub.key, body: envelope }),
        'one that cannot be read': () =>
          hub.ask('POST /v1/referrals', { key: hub.key, body: { id: crypto.randomUUID(), sealed: 'x' } }),
        'a status': () => status(sealed),
        'a list of 50': () => hub.ask('GET /v1/referrals', { key: hub.staffToken }),
        'a list of 200': () => hub.ask('GET /v1/referrals?limit=200', { key: hub.staffToken }),
        'a list from the middle': () => hub.ask(`GET /v1/referrals?cursor=${middle}`, { key: hub.staffToken }),
        'a list of a day': () =>
          hub.ask('GET /v1/referrals?received_before=2026-01-01T00:00:00Z', { key: hub.staffToken }),
        'a referral read': () =>
          hub.ask(`POST /v1/referrals/${sealed.id}/reads`, { key: hub.staffToken, body: { reason: 'A reason' } }),
      };
      const times: Record<string, number> = {};
      for (const [what, ask] of Object.entries(asked)) times[what] = await best(ask);
      return times;
    }

    const status = ({ reference, code }: SealedReferral) =>
      hub.ask('POST /v1/referrals/status', { key: hub.key, body: { reference, code } });

    async function best(ask: () => Promise<Response>): Promise<number> {
      const times: number[] = [];
      for (let turn = 0; turn < 7; turn += 1) {
        const began = performance.now();
        const response = await ask();
        await response.text();
        times.push(performance.now() - began);
        assert.ok(response.ok, `it answered ${response.status}`);
      }
      return Math.min(...times);
    }

    /** As many rows as that, one a minute, each of its usual size; every tenth replaces another. */
    async function fill(referrals: number): Promise<void> {
      const columns = await hub.admin<{ name: string }>(
        `select column_name as name from information_schema.columns where table_name = 'referral' and is_nullable = 'NO' order by 1`,
      );
      const values: Record<string, string> = {
        id: 'gen_random_uuid()',
        organization_id: 'organization_id',
        partner_id: 'partner.id',
        state: `case when n % 50 = 0 then 'quarantined' else 'received' end`,
        reference: `upper(left(md5(n::text), 4) || '-' || right(md5(n::text), 4))`,
        received_at: `timestamptz '2026-10-01' - n * interval '1 minute'`,
        flags: `'{}'`,
        replaces: `case when n % 10 = 0 then array[gen_random_uuid()] else '{}' end`,
        sealed_hash: 'md5(n::text)',
        content: `repeat(md5(n::text), 200)`,
        answer: `'{}'`,
      };
      await hub.admin(
        `insert into referral (${columns.map(({ name }) => name).join(', ')})
        select ${columns.map(({ name }) => values[name]).join(', ')} from partner, generate_series(1, ${referrals}) n where name = 'Partner'`,
      );
    }

    async function cursorInTheMiddle(): Promise<string> {
      const [row] = await hub.admin<{ at: string; id: string }>(
        'select received_at as at, id from referral order by received_at desc offset (select count(*) / 2 from referral) limit 1',
      );
      return Buffer.from(`${row!.at} ${row!.id}`).toString('base64url');
    }
  });
}
