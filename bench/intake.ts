import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { AdvocacyHub } from '@advocacy-hub/sdk';
import type { Envelope } from '@advocacy-hub/sdk/contract/envelope';
import { selfReferral } from '@advocacy-hub/sdk/examples';
import { compare, type Standing } from './contender.ts';
import { hubOnPGlite, hubOnPostgres, type HubProcess } from './hub-process.ts';

const writers = 16;
const rounds = 7;
const referralsARound = 1_500;

/** Inserts a row. */
type Insert = (values: readonly unknown[]) => Promise<unknown>;

/** A row as the hub stores it, in a table with no rules. */
const table = `create table bare (
  id uuid primary key, organization_id uuid, partner_id uuid, state text, reference text, code_hash text,
  received_at timestamptz, form_version text, flags text[], replaces uuid[], sealed_hash text, content text, answer jsonb)`;
const insert =
  'insert into bare values ($1, $2, $3, $4, $5, $6, $7, $8, $9::text[], $10::uuid[], $11, $12, $13::jsonb)';

/** Referrals a second that a hub receives on PostgreSQL, over rows a second that the same database takes. */
export async function compareIntakeOnPostgres(): Promise<Standing[]> {
  const hub = await hubOnPostgres();
  const pool = new pg.Pool({ connectionString: hub.databaseUrl, max: writers });
  try {
    await pool.query(table);
    return await compareIntake(hub, values => pool.query(insert, [...values]));
  } finally {
    await pool.end();
    await hub.stop();
  }
}

/** The same on the embedded database. It is one process's alone, so that the bare rows go into a second one. */
export async function compareIntakeOnPGlite(): Promise<Standing[]> {
  const hub = await hubOnPGlite();
  const folder = mkdtempSync(join(tmpdir(), 'advocacy-hub-bench-'));
  const bare = await PGlite.create({ dataDir: folder });
  try {
    await bare.query(table);
    return await compareIntake(hub, values => bare.query(insert, [...values]));
  } finally {
    await bare.close();
    await hub.stop();
    rmSync(folder, { recursive: true });
  }
}

async function compareIntake(hub: HubProcess, insertRow: Insert): Promise<Standing[]> {
  const envelopes = await sealed(hub, referralsARound * (rounds + 1));
  const agent = new Agent({ keepAlive: true, maxSockets: writers });
  const row = await storedRow(hub);
  const bare = { name: 'bare inserts', measure: () => rate(() => insertRow([randomUUID(), ...row])) };
  const ours = { name: 'the hub', measure: () => rate(() => handOver(hub, agent, envelopes.pop()!)) };
  try {
    return await compare([bare, ours], rounds);
  } finally {
    agent.destroy();
  }
}

/** How many a second the writers get done, each one after the other. */
async function rate(write: () => Promise<unknown>): Promise<number> {
  let left = referralsARound;
  const writer = async () => {
    while (left-- > 0) await write();
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: writers }, writer));
  return (referralsARound * 1_000) / (performance.now() - began);
}

/** Sealed beforehand, as bytes: sealing is the page's work. */
async function sealed({ url, key }: HubProcess, count: number): Promise<Buffer[]> {
  const hub = new AdvocacyHub({ url, key });
  const { time_token: timeToken } = await hub.profile();
  const envelopes: Buffer[] = [];
  while (envelopes.length < count) {
    const { envelope } = await hub.referrals.seal(selfReferral, { timeToken });
    envelopes.push(Buffer.from(JSON.stringify(envelope satisfies Envelope)));
  }
  return envelopes;
}

/** One request, with as little as possible around it: the generator of load shares the machine. */
function handOver({ url, key }: HubProcess, agent: Agent, body: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'content-length': body.length,
    };
    const asked = request(`${url}/v1/referrals`, { method: 'POST', agent, headers }, response => {
      response.resume();
      if (response.statusCode === 201) response.once('end', resolve);
      else reject(new Error(`The hub answered ${response.statusCode}.`));
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

/** The values of a row as large as the hub's own. */
async function storedRow({ url, key }: HubProcess): Promise<unknown[]> {
  const { reference, code: _, ...answer } = await new AdvocacyHub({ url, key }).referrals.create(selfReferral);
  const plain = JSON.stringify(selfReferral);
  assert.equal(answer.state, 'received');
  // Ciphertext does not compress, and base64 makes four letters of three bytes; a JWE has a header and a tag besides.
  const content = Buffer.from(crypto.getRandomValues(new Uint8Array(Buffer.byteLength(plain) + 90))).toString(
    'base64url',
  );
  const hash = 'x'.repeat(43);
  return [randomUUID(), randomUUID(), 'received', reference, hash, answer.received_at, selfReferral.form_version, [], [], hash, content, JSON.stringify(answer)]; // prettier-ignore
}
