import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import * as z from 'zod/mini';
import { Problem } from '@advocacy-hub/sdk/contract/problem';
import { startHub, type HubProcess } from './hub-process.ts';
import { embeddedSite, type Site } from './sites.ts';

const minute = { timeout: 110_000 };
const limit = 256 * 1_024;

describe('the hub on a socket', minute, () => {
  let site: Site;
  let hub: HubProcess;
  before(async () => {
    site = await embeddedSite({ REQUESTS_A_MINUTE: '1000000' });
    hub = await startHub(site.environment);
  });
  after(async () => {
    assert.equal(await hub.stop(), 0, 'it was there to the end, and stopped in good order');
    const faults = hub.output().match(/^.*"status":5\d\d.*$/gm);
    assert.equal(faults, null, 'nothing that a caller does is a fault of the hub');
    await site.close();
  });

  const head = (...lines: string[]) =>
    [
      'POST /v1/referrals HTTP/1.1',
      'Host: hub.example',
      `Authorization: Bearer ${site.key}`,
      'Content-Type: application/json',
      ...lines,
      '\r\n',
    ].join('\r\n');

  it('gives up on 200 bodies that never end, within 15 seconds, and serves others meanwhile', minute, async t => {
    const unfinished = [
      head('Content-Length: 1000') + '{"id":',
      head('Transfer-Encoding: chunked') + '6\r\n{"id":\r\n',
    ];
    const began = performance.now();
    const slow = Promise.all(
      Array.from({ length: 200 }, async (_, nth) => ({
        answer: await exchange(hub, unfinished[nth % 2]!),
        ms: performance.now() - began,
      })),
    );
    let done = false;
    void slow.finally(() => (done = true));

    const times: number[] = [];
    while (!done) {
      const asked = performance.now();
      const { status } = await fetch(`${hub.url}/v1/profile`, { headers: { authorization: `Bearer ${site.key}` } });
      times.push(performance.now() - asked);
      assert.equal(status, 200);
    }

    for (const { answer, ms } of await slow) {
      assert.equal(problemIn(answer).code, 'timeout');
      assert.ok(ms < 15_000, `one was open for ${ms} ms`);
    }
    const longest = Math.max(...times);
    assert.ok(longest < 1_000, `an honest request took ${longest} ms`);
    t.diagnostic(`${times.length} honest requests meanwhile, the longest of ${Math.round(longest)} ms`);
  });

  it('closes a connection whose headers never end, within a minute', minute, async t => {
    const began = performance.now();

    const answer = await exchange(hub, 'POST /v1/referrals HTTP/1.1\r\nHost: hub.example\r\nX-Slow: ');

    assert.match(answer, /^(HTTP\/1\.1 408 |$)/);
    const seconds = (performance.now() - began) / 1_000;
    assert.ok(seconds < 60, `it was open for ${seconds} seconds`);
    t.diagnostic(`closed after ${Math.round(seconds)} seconds`);
  });

  it('refuses a body over 256 kB by its length, before it comes', async () => {
    const answer = await exchange(hub, head(`Content-Length: ${limit + 1}`));

    assert.equal(problemIn(answer).code, 'too_large');
  });

  it('refuses a body over 256 kB that does not say its length', async () => {
    const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;

    const answer = await exchange(hub, head('Transfer-Encoding: chunked') + chunk.repeat(5));

    assert.equal(problemIn(answer).code, 'too_large');
  });

  it('takes nothing in a refused body for a request of its own', async () => {
    const smuggled = 'GET /health HTTP/1.1\r\nHost: hub.example\r\nConnection: close\r\n\r\n';

    for (const refused of [
      head(`Content-Length: ${limit + smuggled.length}`) + smuggled,
      head(`Content-Length: ${limit + smuggled.length}`) + ' '.repeat(limit) + smuggled,
      head('Content-Length: 3').replace(site.key, 'pub_nobody_has_this_key_at_all') + `{} ${smuggled.slice(0, 0)}`,
    ]) {
      const answer = await exchange(hub, refused);
      assert.equal(answer.match(/HTTP\/1\.1 \d/g)?.length, 1, answer);
    }
  });

  it('refuses what is not HTTP, and goes on', async () => {
    const both = head('Content-Length: 2', 'Transfer-Encoding: chunked');
    for (const [sent, status] of [
      ['nonsense\r\n\r\n', 400],
      ['\0\0\0\0\r\n\r\n', 400],
      ['GET /health HTTP/9.9\r\n\r\n', 400],
      [`GET /health HTTP/1.1\r\nHost: hub.example\r\nX-Huge: ${'x'.repeat(70_000)}\r\n\r\n`, 431],
      [`GET /health HTTP/1.1\r\nHost: hub.example\r\nX-Bad: a\rb\r\n\r\n`, 400],
      [`${both}0\r\n\r\n`, 400],
      [head('Content-Length: -1'), 400],
      [head('Content-Length: 2', 'Content-Length: 3') + '{}', 400],
      [head('Transfer-Encoding: chunked') + 'zz\r\n', 400],
    ] as const) {
      const answer = await exchange(hub, sent);
      assert.equal(Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1]), status, JSON.stringify(sent.slice(0, 60)));
      assert.doesNotMatch(answer, /\bat .+:\d+|Error:/);
    }
    assert.equal((await fetch(`${hub.url}/health`)).status, 200);
  });

  it('forgets a person who goes away in the middle', async () => {
    for (let turn = 0; turn < 50; turn += 1) {
      const socket = connect(Number(new URL(hub.url).port), '127.0.0.1');
      await new Promise<void>(sent => socket.write(head('Content-Length: 1000') + '{"id":', () => sent()));
      socket.destroy();
    }

    assert.equal((await fetch(`${hub.url}/health`)).status, 200);
  });
});

/** Sends these bytes and nothing more, and answers with all that comes back until the hub closes, or has answered. */
function exchange({ url }: HubProcess, text: string): Promise<string> {
  return new Promise(resolve => {
    let answer = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
    const done = () => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('data', (bytes: Buffer) => {
      answer += bytes.toString('latin1');
      // A connection that is kept open says how long its answer is.
      const [headers = '', body] = answer.split('\r\n\r\n', 2);
      const length = /^content-length: (\d+)/im.exec(headers)?.[1];
      if (body !== undefined && length !== undefined && body.length >= Number(length)) setTimeout(done, 200);
    });
    // A hub that closes while bytes are still under way resets the connection.
    socket.once('error', done);
    socket.once('close', done);
  });
}

function problemIn(answer: string): Problem {
  const [head = '', body = ''] = answer.split('\r\n\r\n', 2);
  assert.match(head, /^content-type: application\/problem\+json\r?$/im, JSON.stringify(answer.slice(0, 300)));
  // Without a length it comes in one chunk, between its size and the end.
  return z.parse(Problem, JSON.parse(body.slice(body.indexOf('{'), body.lastIndexOf('}') + 1)));
}
