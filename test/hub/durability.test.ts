import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { AdvocacyHub, HubProblemError, HubUnreachableError, type Receipt, type Referral } from '@advocacy-hub/sdk';
import type { Problem } from '@advocacy-hub/sdk/contract/problem';
import { selfReferral } from '@advocacy-hub/sdk/examples';
import type { SealedReferral } from '@advocacy-hub/sdk/sealing';
import type { Role } from '../../packages/hub/src/database.ts';
import { startPostgres } from '../postgres.ts';
import { startHub, type HubProcess } from './hub-process.ts';
import { embeddedSite, serverSite, type Site } from './sites.ts';

const kills = process.env.FULL ? 200 : 40;
const serverKills = process.env.FULL ? 40 : 5;
const writers = 20;
const unlimited = { REQUESTS_A_MINUTE: '10000000', REFERRALS_A_MINUTE: '10000000' };
const longest = { timeout: process.env.FULL ? 3_000_000 : 600_000 };
const seed = Number(process.env.DURABILITY_SEED ?? Date.now() % 1_000_000);
const random = randomFrom(seed);

for (const [name, open] of [
  ['the embedded database', embeddedSite],
  ['a PostgreSQL server', serverSite],
] as const) {
  describe(`a hub on ${name}`, longest, () => {
    let site: Site;
    before(async () => {
      site = await open(unlimited);
    });
    after(() => site.close());

    it(`keeps every answered referral when it is killed ${kills} times under ${writers} writers`, longest, async t => {
      const history = new History();
      const readyAfter: number[] = [];
      let hub = await startHub(site.environment);

      for (let kill = 0; kill < kills; kill += 1) {
        const written = await history.killUnderWriters(hub, site, () => hub.kill());
        assert.ok(!hub.output().includes(canary), 'the log holds something that a person wrote');
        const killedAt = Date.now();
        hub = await startHub(site.environment);
        readyAfter.push(Date.now() - killedAt);
        await history.assertKept(hub, site, written, killedAt);
      }

      assert.equal(await hub.stop(), 0);
      await history.assertWhole(site, kills);
      readyAfter.sort((a, b) => a - b);
      t.diagnostic(`seed ${seed}, ${kills} kills: ${history.figures()}`);
      t.diagnostic(`ready again after ${readyAfter[kills >> 1]} ms (median), ${readyAfter.at(-1)} ms (longest)`);
    });

    describe('that runs', () => {
      let hub: HubProcess;
      let client: AdvocacyHub;
      let staff: AdvocacyHub;
      before(async () => {
        hub = await startHub(site.environment);
        client = new AdvocacyHub({ url: hub.url, key: site.key, retries: 0 });
        staff = new AdvocacyHub({ url: hub.url, key: site.staffToken, retries: 0 });
      });
      after(() => hub.stop());

      it('makes one referral of the same bytes sent 100 times at once, with equal answers', async () => {
        const sealed = await client.referrals.seal(story(1));
        const from = new Date().toISOString();

        const receipts = await Promise.all(Array.from({ length: 100 }, () => client.referrals.send(sealed)));

        assert.equal(new Set(receipts.map(receipt => JSON.stringify(receipt))).size, 1);
        const listed = await Array.fromAsync(staff.referrals.list({ received_from: from }), each => each.id);
        assert.deepEqual(listed, [sealed.id]);
      });

      it('takes one of two contents that are sent 50 times each under one id, and refuses the other', async () => {
        const one = await client.referrals.seal(story(1));
        const two = await client.referrals.seal(story(2));
        const rival = { ...two, envelope: { ...two.envelope, id: one.id } };

        const sends = Array.from({ length: 100 }, (_, turn) => client.referrals.send(turn % 2 ? rival : one));
        const outcomes = await Promise.allSettled(sends);

        const kept = outcomes.filter(each => each.status === 'fulfilled').map(each => each.value.receipt);
        const refused = outcomes.filter(each => each.status === 'rejected').map(each => each.reason as unknown);
        assert.deepEqual([kept.length, refused.length], [50, 50]);
        assert.equal(new Set(kept).size, 1);
        for (const error of refused) assert.ok(error instanceof HubProblemError && error.code === 'id_taken');
      });

      it('leaves a referral as it was when other content comes under its id', async () => {
        const original = await client.referrals.seal(story(1));
        const receipt = await client.referrals.send(original);
        const kept = await staff.referrals.get(original.id, { reason: 'Before' });
        const other = await client.referrals.seal(story(2));

        const sending = client.referrals.send({ ...other, envelope: { ...other.envelope, id: original.id } });

        await assert.rejects(sending, { name: 'HubProblemError', code: 'id_taken', status: 422 });
        assert.deepEqual(await staff.referrals.get(original.id, { reason: 'After' }), kept);
        assert.deepEqual(await client.referrals.send(original), receipt);
      });
    });
  });
}

describe('a hub whose PostgreSQL server is killed', longest, () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'advocacy-hub-killed-'));
    // Where tests run as root, PostgreSQL runs as somebody else, who must reach its data.
    chmodSync(folder, 0o755);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it(`keeps every answered referral over ${serverKills} kills and goes on by itself`, longest, async t => {
    const dataDir = join(folder, 'data');
    let server = await startPostgres({ durable: true, dataDir });
    const port = Number(new URL(server.url).port);
    const site = await serverSite(unlimited, server);
    const history = new History();
    const hub = await startHub(site.environment);

    for (let kill = 0; kill < serverKills; kill += 1) {
      const written = await history.killUnderWriters(hub, site, () => server.kill());
      // Only its data stays for the next.
      await server.stop();
      const killedAt = Date.now();
      const away = await fetch(`${hub.url}/health`);
      assert.deepEqual([away.status, ((await away.json()) as Problem).code], [503, 'unavailable']);
      server = await startPostgres({ durable: true, dataDir, port });
      await history.assertKept(hub, site, written, killedAt);
    }

    assert.equal(await hub.stop(), 0);
    await history.assertWhole(site, serverKills);
    await server.stop();
    t.diagnostic(`seed ${seed}, ${serverKills} kills: ${history.figures()}`);
  });
});

/** A referral that left, and the receipt for it where one came back. */
interface Sent {
  readonly number: number;
  readonly sealed: SealedReferral;
  receipt?: Receipt;
}

/** Everything that was sent to one hub over its kills, and what must be true of it. */
class History {
  readonly #sent = new Map<string, Sent>();
  #retried = 0;
  #keptUnanswered = 0;

  /** Lets everyone write, kills 100 to 600 ms after the first answer, and tells what was sent meanwhile. */
  async killUnderWriters({ url }: HubProcess, { key }: Site, kill: () => Promise<void>): Promise<Sent[]> {
    const { referrals } = new AdvocacyHub({ url, key, retries: 0 });
    // Reads the key set, so that the first thing to fail is the sending of a referral.
    await referrals.seal(story(0));
    const written: Sent[] = [];
    const firstAnswer = Promise.withResolvers<void>();
    const write = async () => {
      for (;;) {
        const number = this.#sent.size;
        const each: Sent = { number, sealed: await referrals.seal(story(number)) };
        this.#sent.set(each.sealed.id, each);
        written.push(each);
        try {
          each.receipt = await referrals.send(each.sealed);
          firstAnswer.resolve();
        } catch (error) {
          const isAway = error instanceof HubProblemError && error.code === 'unavailable';
          if (isAway || error instanceof HubUnreachableError) return;
          throw error;
        }
      }
    };
    const writing = Promise.all(Array.from({ length: writers }, write));
    await Promise.race([firstAnswer.promise, writing]);
    await delay(100 + random() * 500);
    await kill();
    await writing;
    return written;
  }

  /**
   * Every answered referral is listed once; what was written can be read, and the same bytes have the same answer.
   * Those without an answer are sent again, and are answered.
   */
  async assertKept({ url }: HubProcess, site: Site, written: readonly Sent[], killedAt: number): Promise<void> {
    const { referrals } = new AdvocacyHub({ url, key: site.key, retries: 0 });
    const staff = new AdvocacyHub({ url, key: site.staffToken, retries: 0 });
    const answered = written.filter(each => each.receipt);
    const unanswered = written.filter(each => !each.receipt);
    const from = answered.map(each => each.receipt!.received_at).sort()[0];

    const listed = await Array.fromAsync(staff.referrals.list({ received_from: from, limit: 200 }), each => each.id);
    assert.equal(new Set(listed).size, listed.length, 'a referral is listed twice');
    const read = async ({ number, sealed }: Sent) => {
      const { referral } = await staff.referrals.get(sealed.id, { reason: 'Durability' });
      assert.deepEqual(referral, story(number));
    };
    const sendAgain = async ({ sealed, receipt }: Sent) =>
      assert.equal((await referrals.send(sealed)).receipt, receipt!.receipt, 'the same bytes had another answer');
    const retry = async (each: Sent) => {
      each.receipt = await referrals.send(each.sealed);
      this.#retried += 1;
      if (Date.parse(each.receipt.received_at) < killedAt) this.#keptUnanswered += 1;
    };
    for (const { number, sealed } of answered) {
      assert.ok(listed.includes(sealed.id), `referral ${number} was answered and is not there`);
    }
    // The last ones are most at risk; at the end, every one is opened.
    const last = answered.slice(-5);
    await Promise.all([...last.map(read), ...last.map(sendAgain), ...unanswered.map(retry)]);
  }

  /** Nothing is in halves: each row was sent, opens, and has its line in the audit log; each line has its row. */
  async assertWhole(site: Site, kills: number): Promise<void> {
    const { database, keys, close } = await site.open();
    try {
      const { rows, lines } = await database.transaction({ role: 'postgres' as Role }, async db => ({
        rows: await db.sql<{ id: string; content: string; answer: Receipt }>`select id, content, answer from referral`,
        lines: await db.sql<{ id: string }>`select referral_id as id from audit where action = 'referral_received'`,
      }));
      const ids = [...this.#sent.keys()].sort();
      assert.deepEqual(rows.map(row => row.id).sort(), ids);
      assert.deepEqual(lines.map(line => line.id).sort(), ids);
      for (const { id, content, answer } of rows) {
        const { number, receipt } = this.#sent.get(id)!;
        assert.equal(answer.receipt, receipt!.receipt);
        assert.deepEqual(JSON.parse(await keys.reveal(id, content)), story(number));
      }
    } finally {
      await close();
    }
    const answered = this.#sent.size - this.#retried;
    assert.ok(answered >= kills * 5, `too few referrals were answered: ${answered}`);
    assert.ok(this.#retried >= kills, `too few referrals were under way when the kills came: ${this.#retried}`);
  }

  figures(): string {
    return (
      `${this.#sent.size - this.#retried} answered, 0 lost, 0 twice, 0 in halves; ${this.#retried} without an answer, ` +
      `of which ${this.#keptUnanswered} had been kept, each there once after a retry`
    );
  }
}

/** Stands in every story, and may stand nowhere outside of the encrypted content. */
const canary = 'canary-3f9a';

function story(number: number): Referral {
  return { ...selfReferral, facts: { ...selfReferral.facts, narrative: `${canary} ${number}` } };
}

/** The same numbers for the same seed (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
