import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import * as z from 'zod/mini';
import { Problem, type ProblemCode } from '@advocacy-hub/sdk/contract/problem';
import { openHub, organization, origin, otherOrigin, url, type TestHub } from './setup.ts';

/** Looks like the listed https://www.partner.example, and is not. */
const tricks = [
  // Another scheme.
  'http://www.partner.example',
  'ftp://www.partner.example',
  'file://www.partner.example',
  'chrome-extension://www.partner.example',
  'javascript://www.partner.example',
  'wss://www.partner.example',
  // Another port, or the usual one written out, which no browser does.
  'https://www.partner.example:443',
  'https://www.partner.example:80',
  'https://www.partner.example:8443',
  'https://www.partner.example:',
  // More before it.
  'https://evil.www.partner.example',
  'https://evilwww.partner.example',
  'https://evil-www.partner.example',
  'https://a.b.c.www.partner.example',
  // Less of it.
  'https://partner.example',
  'https://ww.partner.example',
  'https://www.partner',
  'https://',
  'www.partner.example',
  '//www.partner.example',
  // More after it.
  'https://www.partner.example.evil.example',
  'https://www.partner.examples',
  'https://www.partner.example-evil.example',
  'https://www.partner.example/',
  'https://www.partner.example/evil',
  'https://www.partner.example?',
  'https://www.partner.example#',
  'https://www.partner.example\\@evil.example',
  'https://www.partner.example%60.evil.example',
  'https://www.partner.example_.evil.example',
  'https://www.partner.example,https://evil.example',
  'https://www.partner.example https://evil.example',
  'https://evil.example https://www.partner.example',
  'https://www.partner.example.',
  // Somebody before an at.
  'https://www.partner.example@evil.example',
  'https://evil@www.partner.example',
  'https://user:pass@www.partner.example',
  // Other letters.
  'https://WWW.PARTNER.EXAMPLE',
  'HTTPS://www.partner.example',
  'https://www.partner.exampl\u00e9',
  'https://xn--www-partner-example.example',
  'https://www.pa\u00adrtner.example',
  'https://www.partner%2eexample',
  'https://wwwxpartner.example',
  // Pages that hide where they are: sandboxed frames, data: addresses, files.
  'null',
  'NULL',
  'undefined',
  'about:blank',
  'data:text/html,x',
  'blob:https://www.partner.example/x',
  // Wildcards.
  '*',
  'https://*',
  'https://*.partner.example',
  'https://%',
  "https://www.partner.example' or true --",
];

describe('pages', () => {
  let hub: TestHub;
  before(async () => {
    hub = await openHub();
  });
  after(() => hub.close());
  beforeEach(() => hub.truncate());

  const problemOf = async (response: Response): Promise<[number, ProblemCode]> => {
    const { code } = z.parse(Problem, await response.json());
    return [response.status, code as ProblemCode];
  };
  const rows = async () => {
    const [count] = await hub.admin<{ referrals: number; lines: number }>(
      'select (select count(*) from referral) as referrals, (select count(*) from audit) as lines',
    );
    return [count!.referrals, count!.lines];
  };

  it('of a listed origin may read what they asked for, and never with cookies', async () => {
    const response = await hub.ask('GET /v1/profile', { key: hub.key, headers: { origin } });

    assert.equal(response.status, 200);
    assert.equal(response.headers.get('access-control-allow-origin'), origin);
    assert.equal(response.headers.get('access-control-allow-credentials'), null);
    assert.match(response.headers.get('vary') ?? '', /\bOrigin\b/);
    assert.equal(response.headers.get('set-cookie'), null);
  });

  it('of a listed origin may read refusals too', async () => {
    const response = await hub.ask('GET /v1/profile', { key: 'pub_nobody_has_this_key_at_all', headers: { origin } });

    assert.deepEqual(await problemOf(response), [401, 'not_authenticated']);
    assert.equal(response.headers.get('access-control-allow-origin'), origin);
    assert.match(response.headers.get('access-control-expose-headers') ?? '', /Request-Id.*Retry-After/);
  });

  it('of the hub itself may ask', async () => {
    const response = await hub.ask('GET /v1/profile', { key: hub.key, headers: { origin: url } });

    assert.equal(response.status, 200);
    assert.equal(response.headers.get('access-control-allow-origin'), url);
  });

  it('of a listed origin may ask first what they may send', async () => {
    const asks = {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    };

    const response = await hub.ask('OPTIONS /v1/referrals', { headers: asks });

    assert.equal(response.status, 204);
    assert.equal(response.headers.get('access-control-allow-origin'), origin);
    assert.equal(response.headers.get('access-control-allow-credentials'), null);
    assert.match(response.headers.get('access-control-allow-methods') ?? '', /\bPOST\b/);
    assert.match(response.headers.get('access-control-allow-headers') ?? '', /authorization, content-type/i);
    assert.match(response.headers.get('vary') ?? '', /\bOrigin\b/);
  });

  it(`of ${tricks.length} origins that look like a listed one are refused, and told nothing`, async t => {
    assert.ok(tricks.length >= 40);
    const { envelope } = await hub.seal();

    for (const trick of tricks) {
      const headers = { origin: asHeader(trick) };
      const read = await hub.ask('GET /v1/profile', { key: hub.key, headers });
      const sent = await hub.ask('POST /v1/referrals', { key: hub.key, headers, body: envelope });
      const preflight = await hub.ask('OPTIONS /v1/referrals', {
        headers: { ...headers, 'access-control-request-method': 'POST' },
      });

      for (const response of [read, sent, preflight]) {
        assert.deepEqual(await problemOf(response), [403, 'origin_not_listed'], trick);
        assert.equal(response.headers.get('access-control-allow-origin'), null, trick);
        assert.equal(response.headers.get('access-control-allow-methods'), null, trick);
        assert.match(response.headers.get('vary') ?? '', /\bOrigin\b/);
      }
    }
    assert.deepEqual(await rows(), [0, 0]);
    t.diagnostic(`${tricks.length} origins, each read, sent and asked first`);
  });

  it('of one partner may not use the key of another', async () => {
    const response = await hub.ask('GET /v1/profile', { key: hub.key, headers: { origin: otherOrigin } });

    assert.deepEqual(await problemOf(response), [403, 'origin_not_listed']);
  });

  it('of no known origin cannot tell whether a key is good', async () => {
    const headers = { origin: 'https://evil.example' };
    const known = await hub.ask('GET /v1/profile', { key: hub.key, headers });
    const unknown = await hub.ask('GET /v1/profile', { key: 'pub_nobody_has_this_key_at_all', headers });

    for (const response of [known, unknown]) assert.equal(response.headers.get('access-control-allow-origin'), null);
  });

  it('cannot send by a plain form, which no browser asks about first', async () => {
    const { envelope } = await hub.seal();
    const text = JSON.stringify(envelope);
    const bodies: [string | undefined, string][] = [
      ['text/plain', text],
      ['text/plain;charset=UTF-8', text],
      [
        'application/x-www-form-urlencoded',
        new URLSearchParams({ id: envelope.id, sealed: envelope.sealed }).toString(),
      ],
      ['application/x-www-form-urlencoded', text],
      [
        'multipart/form-data; boundary=x',
        `--x\r\nContent-Disposition: form-data; name="id"\r\n\r\n${envelope.id}\r\n--x--\r\n`,
      ],
      ['application/json-patch+json', text],
      ['text/plain; application/json', text],
      [undefined, text],
    ];

    for (const from of [{ origin }, {}]) {
      for (const [type, body] of bodies) {
        const headers = {
          authorization: `Bearer ${hub.key}`,
          ...from,
          ...(type !== undefined && { 'content-type': type }),
        };
        // Bytes bring no content type of their own.
        const request = new Request(`${url}/v1/referrals`, {
          method: 'POST',
          headers,
          body: new TextEncoder().encode(body),
        });
        assert.deepEqual(await problemOf(await hub.fetch(request)), [415, 'not_json'], type);
      }
    }
    assert.deepEqual(await rows(), [0, 0]);
  });

  it('cannot send with a key in the address or a cookie', async () => {
    const { envelope } = await hub.seal();
    const paths = [
      `/v1/referrals?key=${hub.key}`,
      `/v1/referrals?authorization=Bearer+${hub.key}`,
      `/v1/referrals?access_token=${hub.key}`,
    ];

    for (const path of paths) {
      const response = await hub.ask(`POST ${path}`, {
        body: envelope,
        headers: { cookie: `authorization=Bearer ${hub.key}` },
      });
      assert.deepEqual(await problemOf(response), [401, 'not_authenticated']);
    }
    assert.deepEqual(await rows(), [0, 0]);
  });

  it('cannot use a staff token, wherever they are', async () => {
    for (const headers of [
      { origin },
      { origin: url },
      { origin: 'null' },
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' },
    ] as Record<string, string>[]) {
      const response = await hub.ask('GET /v1/referrals', { key: hub.staffToken, headers });
      assert.deepEqual(await problemOf(response), [403, 'secret_in_browser'], JSON.stringify(headers));
    }
    assert.deepEqual(await rows(), [0, 0]);
  });

  it('cannot find out by a staff token whether it is good', async () => {
    const response = await hub.ask('GET /v1/referrals', { key: `staff_${'A'.repeat(40)}`, headers: { origin } });

    assert.deepEqual(await problemOf(response), [403, 'secret_in_browser']);
  });

  it('are no matter to a server that uses a staff token', async () => {
    // Node's own fetch sends this one with every request.
    const response = await hub.ask('GET /v1/referrals', { key: hub.staffToken, headers: { 'sec-fetch-mode': 'cors' } });

    assert.equal(response.status, 200);
  });

  it('are listed as browsers write their origin, however they were typed', async () => {
    const key = await hub.command(
      ...[
        'partner',
        'add',
        'Typed',
        '--origin',
        'HTTPS://Typed.Example:443/',
        '--origin',
        'https://b\u00fccher.example',
      ],
      ...['--organization', organization],
    );

    for (const origin of ['https://typed.example', 'https://xn--bcher-kva.example']) {
      assert.equal((await hub.ask('GET /v1/profile', { key, headers: { origin } })).status, 200);
    }
  });

  it('cannot be listed by what is no origin', async () => {
    const wrong = [
      '*',
      'null',
      'https://*.partner.example',
      'www.partner.example',
      'https://partner.example/path',
      'https://partner.example?x',
      'file:///x',
      'https://user@partner.example',
    ];

    for (const origin of wrong) {
      await assert.rejects(
        hub.command('partner', 'add', 'Wrong', '--origin', origin, '--organization', organization),
        /origin/,
        origin,
      );
    }
    assert.deepEqual(await hub.admin(`select name from partner where name = 'Wrong'`), []);
  });
});

/** Letters outside of Latin travel as the bytes of their UTF-8, as a raw client could send them. */
function asHeader(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
