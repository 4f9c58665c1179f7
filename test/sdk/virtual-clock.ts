import type { TestContext } from 'node:test';

/** A clock that stands still until a test lets time pass, and then jumps from timer to timer. */
export interface VirtualClock {
  /** Milliseconds since it began. */
  now(): number;
  /** How many timers wait to fall due. */
  timers(): number;
  /** Lets time pass until the promise is settled, one way or the other. */
  until(promise: Promise<unknown>): Promise<void>;
  /** Lets time pass, with all that falls due on the way. */
  pass(ms: number): Promise<void>;
}

const realImmediate = setImmediate;
// Streams and promises hand over to each other some turns before all is quiet.
const quiet = async () => {
  for (let turn = 0; turn < 4; turn++) await new Promise(resolve => realImmediate(resolve));
};

/** Takes the place of timers, `Date.now` and `performance.now`. Begins at noon on 23 November 2026. */
export function startVirtualClock(test: TestContext): VirtualClock {
  const noon = Date.UTC(2026, 10, 23, 12);
  const timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  let now = 0;
  let names = 0;
  // Node's own mocks would remember every call of these.
  const stands: readonly (readonly [object, string, unknown])[] = [
    [
      globalThis,
      'setTimeout',
      (run: () => void, ms = 0) => {
        timers.set(++names, { at: now + Math.max(0, Math.trunc(ms)), run });
        return names;
      },
    ],
    [globalThis, 'clearTimeout', (name: number) => void timers.delete(name)],
    [Date, 'now', () => noon + now],
    [performance, 'now', () => now],
  ];
  for (const [owner, name, stand] of stands) {
    const real: unknown = Reflect.get(owner, name);
    Object.defineProperty(owner, name, { value: stand, writable: true, configurable: true });
    test.after(() => Object.defineProperty(owner, name, { value: real, writable: true, configurable: true }));
  }

  const next = () => [...timers].sort(([, a], [, b]) => a.at - b.at)[0];
  const jump = ([name, { at, run }]: NonNullable<ReturnType<typeof next>>) => {
    timers.delete(name);
    now = at;
    run();
  };

  return {
    now: () => now,
    timers: () => timers.size,
    async until(promise) {
      let isSettled = false;
      const settle = () => void (isSettled = true);
      promise.then(settle, settle);
      for (await quiet(); !isSettled; await quiet()) {
        const due = next();
        if (!due) throw new Error('Nothing is left that could ever settle it.');
        jump(due);
      }
    },
    async pass(ms) {
      const end = now + ms;
      await quiet();
      for (let due = next(); due && due[1].at <= end; due = next()) {
        jump(due);
        await quiet();
      }
      now = end;
    },
  };
}
