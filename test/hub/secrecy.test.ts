import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import * as z from 'zod/mini';
import { AdvocacyHub } from '@advocacy-hub/sdk';
import { Referral } from '@advocacy-hub/sdk/contract/referral';
import { professionalReferral, selfReferral } from '@advocacy-hub/sdk/examples';
import type { SealedReferral } from '@advocacy-hub/sdk/sealing';
import type { Role } from '../../packages/hub/src/database.ts';
import { startPostgres } from '../postgres.ts';
import { sealAs } from './fuzz/envelopes.ts';
import { placesIn, replaced } from './fuzz/values.ts';
import { startHub } from './hub-process.ts';
import { asTemplate } from './setup.ts';
import { embeddedSite, serverSite, type Site } from './sites.ts';

const canary = 'Goldammer-8Zq';
const root = mkdtempSync(join(tmpdir(), 'advocacy-hub-secrecy-'));
// Where tests run as root, PostgreSQL runs as somebody else, who must reach its data.
chmodSync(root, 0o755);
after(() => rmSync(root, { recursive: true, force: true }));

describe('what people wrote', () => {
  it('stands nowhere in the files, the tables and the log of an embedded database', async t => {
    const site = await embeddedSite();
    try {
      t.diagnostic(await assertSecret(site, site.environment['DATA']!));
    } finally {
      await site.close();
    }
  });

  it('stands nowhere in the files, the tables and the log of a PostgreSQL server, its write-ahead log included', async t => {
    const server = await startPostgres({ durable: true, dataDir: join(root, 'data') });
    const site = await serverSite({}, server);
    try {
      t.diagnostic(await assertSecret(site, server.dataDir));
    } finally {
      await site.close();
      await server.stop();
    }
  });
});

/** Has a hub take, keep and read whatever it can, and then looks everywhere. */
async function assertSecret(site: Site, folder: string): Promise<string> {
  const hub = await startHub(site.environment);
  const { referrals } = new AdvocacyHub({ url: hub.url, key: site.key, retries: 0 });
  const staff = new AdvocacyHub({ url: hub.url, key: site.staffToken, retries: 0 });
  const sent: SealedReferral[] = [];
  for (const referral of [withCanaries(selfReferral), withCanaries(professionalReferral)]) {
    const sealed = await referrals.seal(referral);
    await referrals.send(sealed);
    await referrals.status(sealed);
    const change = { kind: 'contact', language: 'en', words: canary, person: { email: canary } } as const;
    await referrals.change(sealed, change);
    const { referral: read, changes } = await staff.referrals.get(sealed.id, { reason: 'A reason' });
    assert.deepEqual([read, changes[0]?.change], [referral, change]);
    sent.push(sealed);
  }
  const quarantined = await keepWhatCannotBeRead(hub.url, site);
  for (const id of quarantined) assert.match((await staff.referrals.get(id, { reason: 'A reason' })).unreadable!, /./);
  assert.equal(await hub.stop(), 0);

  const { database, close } = await site.open();
  const rows = await database
    .transaction({ role: 'postgres' as Role }, async db => {
      const tables = await db.sql<{
        name: string;
      }>`select tablename as name from pg_tables where schemaname = 'public'`;
      const texts = await Promise.all(
        tables.map(({ name }) => db.sql<{ row: string }>(asTemplate(`select ${name}::text as row from ${name}`))),
      );
      return texts.flat().map(each => each.row);
    })
    // What is only in memory has to reach the files before they are searched.
    .finally(() => close());

  const secrets = [canary, site.staffToken, ...sent.map(each => each.code)].flatMap(spellings);
  const places = [...rows, hub.output()].map(text => Buffer.from(text));
  const files = filesIn(folder);
  for (const secret of secrets) {
    const isIn = (bytes: Buffer) => bytes.includes(secret);
    assert.ok(!places.some(isIn), `a row or the log has ${secret.toString()}`);
    assert.deepEqual(
      files.filter(file => isIn(readFileSync(file))),
      [],
    );
  }
  // The search finds what is there openly, so that it would have found the rest.
  const reference = Buffer.from(sent[0]!.reference);
  assert.ok(places.some(bytes => bytes.includes(reference)));
  assert.ok(files.some(file => readFileSync(file).includes(reference)));
  return `${secrets.length} spellings of secrets are in none of ${files.length} files and ${rows.length} rows, nor in the log`;
}

/** The same referral with the canary in every text that may hold it. */
function withCanaries(referral: Referral): Referral {
  const marked = placesIn(referral).reduce((whole: Referral, place) => {
    const text = place.reduce<unknown>((value, name) => (value as Record<string | number, unknown>)[name], whole);
    const candidate = replaced(whole, place, `${String(text)} ${canary}`) as Referral;
    return typeof text === 'string' && z.safeParse(Referral, candidate).success ? candidate : whole;
  }, referral);
  assert.ok(JSON.stringify(marked).split(canary).length > 8);
  return marked;
}

/** Sealed, but not a referral; and not sealed at all. */
async function keepWhatCannotBeRead(url: string, { key }: Site): Promise<string[]> {
  const authorization = `Bearer ${key}`;
  const response = await fetch(`${url}/v1/keys`, { headers: { authorization } });
  const { keys } = (await response.json()) as { keys: Parameters<typeof sealAs>[2][] };
  const publicKey = keys.find(each => each.use === 'enc')!;
  const ids = [crypto.randomUUID(), crypto.randomUUID()];
  const sealed = [
    await sealAs({ text: `{"name":"${canary}"}`, header: {} }, ids[0]!, publicKey),
    `not sealed: ${canary}`,
  ];
  for (const [nth, id] of ids.entries()) {
    const body = JSON.stringify({ id, sealed: sealed[nth] });
    const { status } = await fetch(`${url}/v1/referrals`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body,
    });
    assert.equal(status, 202);
  }
  return ids;
}

/** A text as it is, in the two bytes that some programs keep, and within base64 wherever it begins. */
function spellings(text: string): Buffer[] {
  const encoded = [0, 1, 2].map(before => {
    const whole = Buffer.from('x'.repeat(before) + text).toString('base64url');
    // The first and the last letters depend on what stands beside it.
    return Buffer.from(whole.slice(before === 0 ? 0 : before + 1, -2));
  });
  return [Buffer.from(text), Buffer.from(text, 'utf16le'), ...encoded];
}

function filesIn(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name));
  return paths.filter(path => statSync(path).isFile());
}
