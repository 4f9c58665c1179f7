import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type HubProblemError, type HubUnreachableError } from '@advocacy-hub/sdk';
import { problems, type ProblemCode } from '@advocacy-hub/sdk/contract/problem';
import { answers, failureOf, hubThat, isOffline, profile, refuses, staysSilent, type Answering } from './setup.ts';
import { startVirtualClock } from './virtual-clock.ts';

const worksNow = answers(profile);
const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Answering =>
  () =>
    new Response('', { status: code, headers });

describe('trying again', () => {
  for (const code of [408, 429, 500, 502, 503, 504]) {
    it(`tries again after ${code}`, async test => {
      const clock = startVirtualClock(test);
      const { hub, arrived } = hubThat([status(code), worksNow], { retries: 1 });

      const call = hub.profile();
      await clock.until(call);

      assert.deepEqual(await call, profile);
      assert.equal(arrived.length, 2);
    });
  }

  const finals = Object.entries(problems).filter(([, { status }]) => status < 500 && status !== 408 && status !== 429);
  for (const [code] of finals) {
    it(`takes ${code} for an answer, and does not ask again`, async test => {
      const clock = startVirtualClock(test);
      const { hub, arrived } = hubThat([refuses(code as ProblemCode), worksNow], { retries: 5 });

      const call = failureOf(hub.profile());
      await clock.until(call);

      assert.equal(((await call) as HubProblemError).code, code);
      assert.equal(arrived.length, 1);
    });
  }

  it('tries again when there is no connection', async test => {
    const clock = startVirtualClock(test);
    const { hub, arrived } = hubThat([isOffline, worksNow], { retries: 1 });

    const call = hub.profile();
    await clock.until(call);

    assert.deepEqual(await call, profile);
    assert.equal(arrived.length, 2);
  });

  it('gives a silent hub ten seconds, and then tries again', async test => {
    const clock = startVirtualClock(test);
    const { hub, arrived } = hubThat([staysSilent, worksNow], { retries: 1 });

    const call = hub.profile();
    await clock.pass(9_999);
    const triesBefore = arrived.length;
    await clock.until(call);

    assert.deepEqual([triesBefore, arrived.length], [1, 2]);
    assert.deepEqual(await call, profile);
  });

  it('tries twice more by itself', async test => {
    const clock = startVirtualClock(test);
    const { hub, arrived } = hubThat([refuses('unavailable')], { retries: undefined });

    await clock.until(failureOf(hub.profile()));

    assert.equal(arrived.length, 3);
  });

  it('tries a POST again, with the same bytes', async test => {
    const clock = startVirtualClock(test);
    const { hub, arrived } = hubThat([refuses('unavailable'), isOffline, status(504)], { retries: 2 });

    await clock.until(failureOf(hub.referrals.status({ reference: 'FBWA-J38P', code: 'M3TK-9ZQH-2F7V' })));

    assert.equal(arrived.length, 3);
    assert.deepEqual(
      new Set(arrived.map(({ body }) => body)),
      new Set(['{"reference":"FBWA-J38P","code":"M3TK-9ZQH-2F7V"}']),
    );
  });

  for (const code of ['too_many_requests', 'unavailable'] as const) {
    it(`waits as long as the hub asks, counted in seconds, after ${code}`, async test => {
      const clock = startVirtualClock(test);
      const { hub, arrived } = hubThat([refuses(code, { 'retry-after': '7' }), worksNow], { retries: 1 });

      const call = hub.profile();
      await clock.pass(6_999);
      const triesBefore = arrived.length;
      await clock.until(call);

      assert.deepEqual([triesBefore, arrived.length, clock.now()], [1, 2, 7_000]);
    });

    it(`waits until the time that the hub names, after ${code}`, async test => {
      const clock = startVirtualClock(test);
      const later = new Date(Date.now() + 7_000).toUTCString();
      const { hub, arrived } = hubThat([refuses(code, { 'retry-after': later }), worksNow], { retries: 1 });

      const call = hub.profile();
      await clock.pass(6_999);
      const triesBefore = arrived.length;
      await clock.until(call);

      assert.deepEqual([triesBefore, arrived.length, clock.now()], [1, 2, 7_000]);
    });
  }

  it('does not mind a Retry-After that is neither', async test => {
    const clock = startVirtualClock(test);
    const { hub } = hubThat([refuses('unavailable', { 'retry-after': 'soon' }), worksNow], { retries: 1 });

    const call = hub.profile();
    await clock.until(call);

    assert.deepEqual(await call, profile);
    assert.ok(clock.now() <= 300);
  });

  for (const [how, wait] of [
    ['seconds', () => '31'],
    ['a date', () => new Date(Date.now() + 31_000).toUTCString()],
  ] as const) {
    it(`says so at once when the hub asks to wait beyond the deadline, in ${how}`, async test => {
      const clock = startVirtualClock(test);
      const { hub, arrived } = hubThat([refuses('too_many_requests', { 'retry-after': wait() })], { retries: 2 });

      const call = failureOf(hub.profile());
      await clock.until(call);

      assert.deepEqual([clock.now(), arrived.length], [0, 1]);
      assert.equal(((await call) as HubProblemError).code, 'too_many_requests');
    });
  }

  it('says so at once when the hub asks to wait longer than what is left', async test => {
    const clock = startVirtualClock(test);
    const { hub, arrived } = hubThat([staysSilent, refuses('too_many_requests', { 'retry-after': '25' })], {
      retries: 2,
    });

    const call = failureOf(hub.profile());
    await clock.until(call);

    assert.ok(clock.now() < 11_000, `It said so after ${clock.now()} ms.`);
    assert.equal(arrived.length, 2);
    assert.equal(((await call) as HubProblemError).code, 'too_many_requests');
  });

  it('ends all tries and waits at one deadline', async test => {
    const clock = startVirtualClock(test);
    const { hub } = hubThat([staysSilent], { timeout: 25_000, retries: 9 });

    const call = failureOf(hub.profile());
    await clock.until(call);

    assert.equal(clock.now(), 25_000);
    assert.equal(((await call) as HubUnreachableError).code, 'timeout');
  });

  it('ends at the deadline while the answer is still arriving', async test => {
    const clock = startVirtualClock(test);
    const neverEnds = () =>
      new Response(new ReadableStream({ start: stream => stream.enqueue(new Uint8Array([0x7b])) }));
    const { hub } = hubThat([neverEnds], { timeout: 8_000 });

    const call = failureOf(hub.profile());
    await clock.until(call);

    assert.equal(clock.now(), 8_000);
    assert.equal(((await call) as HubUnreachableError).code, 'timeout');
  });

  it('leaves no timer behind', async test => {
    const clock = startVirtualClock(test);
    const { hub } = hubThat([refuses('unavailable'), worksNow], { retries: 1 });

    await clock.until(hub.profile());

    assert.equal(clock.timers(), 0);
  });
});
