import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type HubProblemError, type HubUnreachableError } from '@advocacy-hub/sdk';
import { hubThat, profile, refuses, type Answering } from './setup.ts';
import { startVirtualClock, type VirtualClock } from './virtual-clock.ts';

const schedules = process.env.FULL ? 10_000 : 2_000;

/** What a hub does with one try. */
interface Turn {
  readonly kind:
    'good' | 'unavailable' | 'too_many_requests' | 'timeout' | 'internal' | 'forbidden' | 'offline' | 'silent';
  /** Milliseconds until it does so. */
  readonly after: number;
  /** Seconds that it asks to wait, where it does. */
  readonly retryAfter: number | undefined;
}

interface Schedule {
  readonly timeout: number;
  readonly retries: number;
  readonly turns: readonly Turn[];
}

/** One try as it went. */
interface Try {
  readonly began: number;
  readonly ended: number;
  /** `cut` where the client did not wait for the end of it. */
  readonly kind: Turn['kind'] | 'cut';
  /** Milliseconds to wait, where the hub asked for it. */
  readonly wait: number | undefined;
}

describe('tries and waits, whatever the hub does', () => {
  it(`keep every promise in ${schedules} schedules`, async test => {
    const clock = startVirtualClock(test);
    const draw = dice(20_261_123);
    const firstWaits: number[] = [];

    for (let count = 0; count < schedules; count++) {
      const schedule = drawSchedule(draw);
      const { tries, outcome, took } = await play(schedule, clock);

      const said = JSON.stringify({ count, schedule, tries, took });
      assert.ok(took <= schedule.timeout, `It outlasted its deadline: ${said}`);
      assert.ok(tries.length <= 1 + schedule.retries, `It tried too often: ${said}`);
      assert.equal(outcome, expected(tries, schedule, took), said);
      tries.slice(1).forEach((next, index) => {
        const before = tries[index]!;
        const waited = next.began - before.ended;
        assert.ok(mayTryAgain(before), `It asked again after an answer: ${said}`);
        if (before.wait !== undefined) assert.equal(waited, before.wait, said);
        else assert.ok(waited <= longestOwnWait(index), `It waited too long: ${said}`);
        if (before.wait === undefined && index === 0) firstWaits.push(waited);
      });
    }

    const mean = firstWaits.reduce((sum, wait) => sum + wait, 0) / firstWaits.length;
    assert.ok(mean > 120 && mean < 180, `The first wait is spread over 0 to 300 ms; its mean was ${mean} ms.`);
    assert.ok(new Set(firstWaits).size > 200, 'Clients that fail together come back together.');
  });
});

async function play({ timeout, retries, turns }: Schedule, clock: VirtualClock) {
  const began = clock.now();
  const tries: Try[] = [];
  const answers = turns.map((turn): Answering => async ({ signal }) => {
    const number = tries.length;
    const note = (kind: Try['kind'], wait?: number) =>
      void (tries[number] = {
        began: tries[number]?.began ?? clock.now() - began,
        ended: clock.now() - began,
        kind,
        wait,
      });
    note('cut');
    await new Promise<void>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
      if (turn.kind !== 'silent') setTimeout(resolve, turn.after);
    }).finally(() => note('cut'));
    note(turn.kind, turn.retryAfter === undefined ? undefined : turn.retryAfter * 1_000);
    return answer(turn);
  });
  const call = hubThat(answers, { timeout, retries }).hub.profile();
  const outcome = call.then(
    () => 'good',
    (error: HubProblemError | HubUnreachableError) => error.code,
  );
  await clock.until(outcome);
  return { tries, outcome: await outcome, took: clock.now() - began };
}

function answer({ kind, retryAfter }: Turn): Response | Promise<Response> {
  if (kind === 'good') return Response.json(profile);
  if (kind === 'offline' || kind === 'silent') throw new TypeError('fetch failed');
  return refuses(
    kind,
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
  )(new Request('https://hub.example'));
}

function mayTryAgain({ kind }: Try): boolean {
  return kind !== 'good' && kind !== 'forbidden';
}

/** What the caller is told, given how the tries went. */
function expected(tries: readonly Try[], { timeout, retries }: Schedule, took: number): string {
  const last = tries.at(-1)!;
  const outlasts = last.wait !== undefined && last.ended + last.wait >= timeout;
  const couldGoOn = tries.length <= retries && mayTryAgain(last) && !outlasts;
  // A wait that chance makes outlast the deadline may be told at once or sat out.
  if (couldGoOn && took + longestOwnWait(tries.length - 1) < timeout) return 'one more try';
  return couldGoOn || last.kind === 'cut' ? 'timeout' : last.kind;
}

/** The most that the client waits by itself after this many tries before the last one. */
function longestOwnWait(tried: number): number {
  return Math.min(8_000, 300 * 2 ** tried);
}

function drawSchedule(draw: () => number): Schedule {
  const timeout = Math.round(1_000 + draw() * 59_000);
  const retries = Math.floor(draw() * 6);
  return { timeout, retries, turns: Array.from({ length: retries + 1 }, () => drawTurn(draw)) };
}

function drawTurn(draw: () => number): Turn {
  const kinds = [
    'good',
    'unavailable',
    'too_many_requests',
    'timeout',
    'internal',
    'forbidden',
    'offline',
    'silent',
  ] as const;
  // Most turns let the schedule go on: what ends it at once teaches little.
  const kind = draw() < 0.2 ? kinds[Math.floor(draw() * kinds.length)]! : kinds[1 + Math.floor(draw() * 4)]!;
  const after = Math.round(draw() < 0.1 ? draw() * 15_000 : draw() * 500);
  const asks = (kind === 'unavailable' || kind === 'too_many_requests') && draw() < 0.5;
  return { kind, after, retryAfter: asks ? Math.floor(draw() * 40) : undefined };
}

/** Numbers from 0 to 1 that are the same on each run, so that a failure can be seen again. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
