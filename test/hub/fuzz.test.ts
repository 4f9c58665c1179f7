import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { Receipt, type Envelope } from '@advocacy-hub/sdk/contract/envelope';
import type { Operation } from '@advocacy-hub/sdk/contract/operation';
import { operations, type OperationName } from '@advocacy-hub/sdk/contract/operations';
import { commonProblems, Problem, problems, problemType, type ProblemCode } from '@advocacy-hub/sdk/contract/problem';
import { Referral } from '@advocacy-hub/sdk/contract/referral';
import { selfReferral } from '@advocacy-hub/sdk/examples';
import { receiptVerifies } from '@advocacy-hub/sdk/sealing';
import { sealAs, type Sealing } from './fuzz/envelopes.ts';
import {
  attemptsAt,
  embedded,
  everyNastyText,
  unknownPaths,
  wrongMethods,
  type Attempt,
  type World,
} from './fuzz/requests.ts';
import { canary, nasty, replaced } from './fuzz/values.ts';
import { openHub, url, type TestHub } from './setup.ts';

const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000_000);
const times = process.env.FULL ? 10 : 1;
const names = Object.keys(operations) as OperationName[];
const share: Readonly<Record<string, number>> = { createReferral: 3_500, listReferrals: 1_500 };
const usualShare = 800;
const longest = { timeout: process.env.FULL ? 3_000_000 : 600_000 };
const slow = 10_000;

/** Where what an operation takes is kept. */
const tables = new Map<Operation, 'referral' | 'referral_change' | 'equality_answers'>([
  [operations.createReferral, 'referral'],
  [operations.createReferralChange, 'referral_change'],
  [operations.createEqualityAnswers, 'equality_answers'],
]);

/** A stack, a statement, a path of this machine or a class of an error: nothing that is told to strangers. */
const inside =
  /\bat .+:\d+:\d+|node_modules|node:|file:|\/packages\/|\/tmp\/|\.ts\b|\bselect\b|\binsert\b|\brelation\b|syntax error|(Type|Zod|Syntax|Range|Database)Error|hub_(partner|staff|service|admin)|pg_|jose|JWE|\bundefined\b/i;

describe('the hub, asked wrongly', longest, () => {
  const counts = new Map<string, Map<number, number>>();
  /** What was signed for, by the table that keeps it. */
  const received = {
    referral: new Set<string>(),
    referral_change: new Set<string>(),
    equality_answers: new Set<string>(),
  };
  let slowest = 0;
  let assets: string;
  let hub: TestHub;
  let world: Awaited<ReturnType<typeof furnish>>;

  before(async () => {
    assets = mkdtempSync(join(tmpdir(), 'advocacy-hub-assets-'));
    writeFileSync(join(assets, 'manifest.json'), JSON.stringify({ files: { 'embed.js': { integrity: 'sha384-x' } } }));
    writeFileSync(join(assets, 'embed.js'), 'export {};');
    writeFileSync(join(assets, 'secret.txt'), canary);
    const unlimited = 1_000_000_000;
    hub = await openHub({
      settings: {
        assets,
        trustProxy: true,
        requestsAMinute: unlimited,
        referralsAMinute: unlimited,
        quarantinedADay: unlimited,
      },
    });
    world = await furnish(hub);
  });
  after(() => hub.close());
  after(() => rmSync(assets, { recursive: true, force: true }));

  for (const name of names) {
    const operation: Operation = operations[name];
    const route = `${operation.method.toUpperCase()} ${operation.path}`;
    const runs = times * (share[name] ?? usualShare);
    it(`${runs} times at ${route}`, longest, () =>
      fuzz(route, runs, () => attemptsAt(name, world), { operation, first: everyNastyText(name, world) }),
    );
  }
  for (const [route, attempts] of [
    ['unknown paths', unknownPaths],
    ['wrong methods', () => wrongMethods(world)],
    ['/embed', embedded],
  ] as const) {
    it(`${times * usualShare} times at ${route}`, longest, () => fuzz(route, times * usualShare, attempts));
  }

  it('gives every nasty text back as it came, or keeps it for a person to see', async t => {
    const { keys } = await hub.keys.keySet();
    const key = keys.find(each => each.use === 'enc')!;
    const states = { received: 0, quarantined: 0 };

    for (const text of nasty) {
      for (const place of [['facts', 'narrative'], ['person', 'name'], ['language']]) {
        const referral = replaced(selfReferral, place, text);
        const id = crypto.randomUUID();
        const sealed = await sealAs({ text: JSON.stringify(referral), header: {} }, id, key);
        const taken = await hub.ask('POST /v1/referrals', { key: hub.key, body: { id, sealed } });
        const { state } = z.parse(Receipt, await taken.json());
        received.referral.add(id);

        const read = await hub.sdk(hub.staffToken).referrals.get(id, { reason: 'A reason' });

        states[state as keyof typeof states] += 1;
        if (state === 'received') assert.deepEqual(read.referral, referral);
        else assert.equal(read.unreadable, JSON.stringify(referral));
      }
    }
    t.diagnostic(
      `${nasty.length} texts in 3 places: ${states.received} received, ${states.quarantined} kept as they came`,
    );
    assert.ok(states.received > 50 && states.quarantined > 50);
  });

  it('has kept what it signed for, and nothing else', async () => {
    for (const [table, ids] of Object.entries(received)) {
      const kept = await hub.admin<{ id: string }>(`select id from ${table}`);

      const signed = table === 'referral' ? [...ids, ...world.ids, ...world.changeableIds] : [...ids];
      assert.ok(signed.length > 40, `only ${signed.length} were taken into ${table}`);
      assert.deepEqual(kept.map(({ id }) => id).sort(), signed.sort());
    }
  });

  it('was asked often enough, everywhere', t => {
    const total = sum([...counts.values()].flatMap(statuses => [...statuses.values()]));
    const faults = sum(
      [...counts.values()].flatMap(statuses => [...statuses].map(([status, times]) => (status < 500 ? 0 : times))),
    );
    const lines = [...counts].sort().map(([what, statuses]) => {
      const each = [...statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${status} × ${times}`);
      return `${what.padEnd(62)} ${String(sum(statuses.values())).padStart(6)}: ${each.join(', ')}`;
    });
    t.diagnostic(
      [
        `seed ${seed}: ${total} requests, ${faults} answered with 5xx, the slowest in ${Math.round(slowest)} ms`,
        ...lines,
      ].join('\n'),
    );
    const routes = Map.groupBy(counts, ([what]) => what.split(' | ')[0]);
    assert.equal(routes.size, names.length + 3);
    for (const [route, kinds] of routes) {
      const asked = sum(kinds.flatMap(([, statuses]) => [...statuses.values()]));
      assert.ok(asked >= 200 * times, `${route} was asked ${asked} times`);
    }
    assert.ok(total >= 10_000 * times, `only ${total} requests`);
  });

  /** Sends attempts until one is answered as it must not be, and then makes that one small. */
  async function fuzz(
    route: string,
    numRuns: number,
    attempts: () => fc.Arbitrary<Attempt>,
    { operation, first = [] }: { operation?: Operation; first?: readonly Attempt[] } = {},
  ): Promise<void> {
    let network = 0;
    const property = fc.asyncProperty(attempts(), async attempt => {
      network += 1;
      const envelope = attempt.envelope && (await sealedFor(attempt.envelope));
      // Each comes from a network of its own, since wrong keys and codes are counted by network.
      const address = `10.${(network >> 16) & 255}.${(network >> 8) & 255}.${network & 255}`.replace(
        /^10\.(\d+)\.(\d+)\.(\d+)$/,
        '$1.$2.$3.1',
      );
      const request = () =>
        new Request(url + attempt.path, {
          method: attempt.method,
          headers: { 'x-forwarded-for': address, ...attempt.headers },
          ...(envelope
            ? { body: JSON.stringify(envelope) }
            : attempt.body !== undefined && { body: Buffer.from(attempt.body) }),
        });
      hub.logs.length = 0;
      const { response, ms } = await timed(request);
      const body = await response.text();

      count(`${route} | ${attempt.kind}`, response.status);
      slowest = Math.max(slowest, ms);
      assert.ok(ms < slow, `it took ${ms} ms`);
      const told = `${JSON.stringify([...response.headers])}${body}`;
      const logged = JSON.stringify(hub.logs);
      assert.ok(hub.logs.length > 0);
      assert.ok(
        !`${told}${logged}`.toLowerCase().includes(canary.toLowerCase()),
        `it repeats what was typed: ${told}${logged}`,
      );
      assert.ok(
        hub.logs.every(line => line.error === undefined),
        `nobody foresaw this: ${logged}`,
      );
      const code = response.status < 400 ? 'ok' : assertRefusal(response, body, attempt, operation);
      if (attempt.expected)
        assert.ok(attempt.expected.includes(code), `${code} instead of ${attempt.expected.join(' or ')}`);
      if (code === 'ok') await assertGood(response, body, operation);
      const table = operation && tables.get(operation);
      if (table && code === 'ok') {
        const receipt = z.parse(Receipt, JSON.parse(body));
        received[table].add(receipt.id);
        if (envelope) await assertReceived(envelope, attempt, receipt, table === 'referral');
      }
    });
    await fc.assert(property, { seed, numRuns, examples: first.map(each => [each]) });
  }

  function count(what: string, status: number): void {
    const statuses = counts.get(what) ?? new Map<number, number>();
    counts.set(what, statuses.set(status, (statuses.get(status) ?? 0) + 1));
  }

  /** A busy machine may be slow once; a request that is slow is slow each time. */
  async function timed(request: () => Request): Promise<{ response: Response; ms: number }> {
    for (let turn = 1; ; turn += 1) {
      const began = performance.now();
      const response = await hub.fetch(request());
      const ms = performance.now() - began;
      if (ms < slow || turn === 3) return { response, ms };
    }
  }

  async function sealedFor({ id, sealing, more }: NonNullable<Attempt['envelope']>): Promise<Envelope> {
    const { keys } = await hub.keys.keySet();
    return {
      id,
      sealed: await sealAs(
        sealing,
        id,
        keys.find(key => key.use === 'enc')!,
      ),
      ...more,
    };
  }

  /** What the hub has it signs for; what is sound it has received, and all else it keeps for a person. */
  async function assertReceived(
    envelope: Envelope,
    attempt: Attempt,
    receipt: Receipt,
    isForReferrals: boolean,
  ): Promise<void> {
    const { keys } = await hub.keys.keySet();
    assert.ok(await receiptVerifies(receipt, envelope, keys), 'its receipt does not verify');
    if (!isForReferrals) {
      if (attempt.kind === 'sound record') assert.equal(receipt.state, 'received');
      return;
    }
    if (Object.keys(attempt.envelope!.sealing).length > 2 || Object.keys(attempt.envelope!.sealing.header).length > 0)
      return;
    assert.equal(receipt.state, isReferral(attempt.envelope!.sealing) ? 'received' : 'quarantined');
  }
});

/** A refusal is a problem document of the contract that says nothing but what is wrong and where. */
function assertRefusal(
  response: Response,
  body: string,
  { method }: Attempt,
  operation: Operation | undefined,
): ProblemCode {
  assert.ok(response.status < 500, `it answered ${response.status}: ${body}`);
  assert.equal(response.headers.get('content-type'), 'application/problem+json');
  const id = response.headers.get('request-id');
  assert.match(id ?? '', /^[0-9a-f-]{36}$/);
  if (method === 'HEAD')
    return Object.entries(problems).find(([, { status }]) => status === response.status)![0] as ProblemCode;
  const told: unknown = JSON.parse(body);
  const problem = z.parse(Problem, told);
  assert.deepEqual(problem, told, 'it says more than the contract does');
  assert.doesNotMatch(body, inside);
  const code = problem.code as ProblemCode;
  const { status, title } = problems[code];
  assert.deepEqual(
    { type: problem.type, title: problem.title, status: problem.status, request_id: problem.request_id },
    { type: problemType(code), title, status: response.status, request_id: id },
  );
  assert.equal(status, response.status);
  if (operation) {
    const declared: readonly ProblemCode[] = [...commonProblems, ...(operation.problems ?? [])];
    // An id that holds a slash, or nothing, makes another address of it.
    const isElsewhere = operation.path.includes('{') && (code === 'not_found' || code === 'method_not_allowed');
    assert.ok(declared.includes(code) || isElsewhere, `this operation does not declare ${code}`);
  }
  return code;
}

/** A good answer is of the contract, and has nothing beside it. */
async function assertGood(response: Response, body: string, operation: Operation | undefined): Promise<void> {
  if (!operation || body === '') return;
  assert.ok((operation.statuses ?? [200]).includes(response.status));
  assert.equal(response.headers.get('content-type'), 'application/json');
  const told: unknown = JSON.parse(body);
  assert.deepEqual(z.parse(operation.response, told), told, 'it says more than the contract does');
}

function isReferral({ text, header }: Sealing): boolean {
  assert.deepEqual(header, {});
  const arrived = new TextDecoder().decode(new TextEncoder().encode(text));
  try {
    return z.safeParse(Referral, JSON.parse(arrived)).success;
  } catch {
    return false;
  }
}

/** Referrals to ask for, and keys that were good once. */
async function furnish(hub: TestHub): Promise<World & { readonly changeableIds: readonly string[] }> {
  const { referrals } = hub.sdk(hub.key);
  const { keys } = await hub.keys.keySet();
  const key = keys.find(each => each.use === 'enc')!;
  const ids: string[] = [];
  const codes: { reference: string; code: string }[] = [];
  for (let each = 0; each < 5; each += 1) {
    const sealed = await hub.seal();
    await referrals.send(sealed);
    ids.push(sealed.id);
    codes.push({ reference: sealed.reference, code: sealed.code });
  }
  const changeable = await Promise.all([hub.seal(), hub.seal(), hub.seal()]);
  for (const sealed of changeable) await referrals.send(sealed);
  for (const text of ['', 'half \ud83d', `{"form_version":"x"}`, 'a\0b']) {
    const id = crypto.randomUUID();
    const sealed = await sealAs({ text, header: {} }, id, key);
    assert.equal((await hub.ask('POST /v1/referrals', { key: hub.key, body: { id, sealed } })).status, 202);
    ids.push(id);
  }
  const page = await hub.ask('GET /v1/referrals?limit=2', { key: hub.staffToken });
  const { next_cursor: cursor } = (await page.json()) as { next_cursor: string };
  const { time_token: timeToken } = await hub.sdk(hub.key).profile();
  const gone = await hub.command('staff', 'add', 'Gone', '--organization', 'Elsewhere Advocacy');
  const old = await hub.command(
    'partner',
    'add',
    'Old',
    '--origin',
    'https://old.example',
    '--organization',
    'Elsewhere Advocacy',
  );
  const staff = await hub.admin<{ id: string }>(`select id from staff where name = 'Gone'`);
  await hub.command('staff', 'revoke', staff[0]!.id);
  await hub.command('key', 'rotate', '--partner', 'Old');
  return {
    partnerKeys: [hub.key],
    staffTokens: [hub.staffToken],
    revoked: [gone, old],
    ids,
    codes,
    changeable: changeable.map(({ reference, code }) => ({ reference, code })),
    changeableIds: changeable.map(({ id }) => id),
    cursors: [cursor],
    timeTokens: [timeToken!],
  };
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, number) => total + number, 0);
}
