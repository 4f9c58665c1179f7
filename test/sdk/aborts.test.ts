import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it, mock } from 'node:test';
import { AdvocacyHub } from '@advocacy-hub/sdk';
import { selfReferral } from '@advocacy-hub/sdk/examples';
import { failureOf } from './setup.ts';

const json = { 'content-type': 'application/json' };

type Answering = (response: ServerResponse, request: IncomingMessage) => unknown;

/** A hub on a socket, which answers as each test says. */
class Hub {
  #answer: Answering = () => undefined;
  readonly #server: Server = createServer((request, response) => void this.#answer(response, request));

  async start(): Promise<void> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
  }

  /** A client whose requests are answered so. `onHead` runs when it has an answer's head and waits for its body. */
  answering(answer: Answering, onHead: () => void = () => undefined): AdvocacyHub {
    this.#answer = answer;
    const { port } = this.#server.address() as AddressInfo;
    const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
      const response = await globalThis.fetch(input, init);
      setImmediate(onHead);
      return response;
    };
    return new AdvocacyHub({ url: `http://127.0.0.1:${port}`, key: 'pub_test', fetch });
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/*
 * Real sockets and the platform's own fetch: the promise is that a signal is heard wherever a call happens to wait.
 * Each wait is aborted seven times and the median counts, so that a busy machine does not.
 */
describe('an abort', () => {
  const server = new Hub();
  const calls = {
    'reading the profile': (hub: AdvocacyHub, signal: AbortSignal) => hub.profile({ signal }),
    'listing referrals': (hub: AdvocacyHub, signal: AbortSignal) => hub.referrals.list({}, { signal }),
    'asking for a status': (hub: AdvocacyHub, signal: AbortSignal) =>
      hub.referrals.status({ reference: 'FBWA-J38P', code: 'M3TK-9ZQH-2F7V' }, { signal }),
    'reading a referral': (hub: AdvocacyHub, signal: AbortSignal) =>
      hub.referrals.get('019ab2c4-7d10-7a3e-9c41-5f7be2a90d16', { reason: 'A call back', signal }),
    'creating a referral': (hub: AdvocacyHub, signal: AbortSignal) => hub.referrals.create(selfReferral, { signal }),
  };

  before(() => server.start());
  after(() => server.stop());

  for (const [what, call] of Object.entries(calls)) {
    it(`is heard within 50 ms while no answer comes, ${what}`, async () => {
      const took = await timed(async controller => {
        const hub = server.answering(() => controller.abort());
        await failureOf(call(hub, controller.signal));
      });

      assert.ok(took < 50, `It took ${took} ms.`);
    });
  }

  it('is heard within 50 ms while the answer is arriving', async () => {
    const took = await timed(async controller => {
      const half: Answering = response => response.writeHead(200, json).write('{"name":');
      const hub = server.answering(half, () => controller.abort());
      await failureOf(hub.profile({ signal: controller.signal }));
    });

    assert.ok(took < 50, `It took ${took} ms.`);
  });

  it('is heard within 50 ms while a refusal is arriving', async () => {
    const took = await timed(async controller => {
      const half: Answering = response => response.writeHead(503, json).write('{"type":');
      const hub = server.answering(half, () => controller.abort());
      await failureOf(hub.profile({ signal: controller.signal }));
    });

    assert.ok(took < 50, `It took ${took} ms.`);
  });

  it('is heard within 50 ms while it waits to try again', async () => {
    const took = await timed(async controller => {
      const waits = watchTimers(5_000, () => controller.abort());
      const hub = server.answering(response => response.writeHead(503, { ...json, 'retry-after': '5' }).end('{}'));
      await failureOf(hub.profile({ signal: controller.signal })).finally(() => waits.restore());
    });

    assert.ok(took < 50, `It took ${took} ms.`);
  });

  it('before the call is heard before anything is sent', async () => {
    let asked = 0;
    const hub = server.answering(() => asked++);

    const error = await failureOf(hub.profile({ signal: AbortSignal.abort() }));

    assert.deepEqual([error.name, asked], ['AbortError', 0]);
  });

  it('between two pages is heard', async () => {
    const controller = new AbortController();
    const page = { items: [], next_cursor: 'more' };
    const hub = server.answering(response => response.writeHead(200, json).end(JSON.stringify(page)));
    const first = await hub.referrals.list({}, { signal: controller.signal });

    controller.abort();

    assert.equal((await failureOf(first.next())).name, 'AbortError');
  });

  it('ends the request on the wire too', async () => {
    const controller = new AbortController();
    let closed: Promise<unknown> | undefined;
    const hub = server.answering(response => {
      closed = once(response, 'close');
      controller.abort();
    });

    await failureOf(hub.profile({ signal: controller.signal }));

    await closed;
  });
});

/** The median of seven times from an abort to the end of the work. */
async function timed(work: (controller: AbortController) => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 7; round++) {
    const controller = new AbortController();
    let aborted = Number.NaN;
    controller.signal.addEventListener('abort', () => (aborted = performance.now()));
    await work(controller);
    times.push(performance.now() - aborted);
  }
  return times.sort((a, b) => a - b)[3]!;
}

/** Tells when something begins to wait for this long. */
function watchTimers(ms: number, tell: () => void): { restore(): void } {
  const real = setTimeout;
  const stand = (run: () => void, wait?: number) => {
    if (wait === ms) setImmediate(tell);
    return real(run, wait);
  };
  return mock.method(globalThis, 'setTimeout', stand as typeof setTimeout).mock;
}
