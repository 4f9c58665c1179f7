import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { countyDurhamHub } from '@advocacy-hub/sdk/examples';
import { openHub, organization, otherOrganization, url, type TestHub } from './setup.ts';

let hub: TestHub;
before(async () => (hub = await openHub()));
after(() => hub.close());

describe('the profile', () => {
  it('tells a page what the hub is, for which partner it asks, and gives it a time token', async () => {
    const { now, time_token: token, ...profile } = await hub.sdk(hub.key).profile();

    assert.deepEqual(profile, {
      ...countyDurhamHub,
      partner: 'Partner',
      api_version: '1.0',
      status_link: `${url}/status`,
    });
    assert.ok(Math.abs(Date.parse(now) - Date.now()) < 5_000);
    assert.ok(token);
  });

  it("is the organization's whose key asks", async () => {
    assert.equal((await hub.sdk(hub.key).profile()).name, organization);
    assert.equal((await hub.sdk(hub.otherKey).profile()).name, otherOrganization);
    assert.equal((await hub.sdk(hub.otherStaffToken).profile()).name, otherOrganization);
  });

  it("shows a partner's own ways to be reached on its pages", async () => {
    const folder = await mkdtemp(join(tmpdir(), 'advocacy-hub-routes-'));
    const routes = [{ kind: 'telephone', value: '0191 498 0777', link: 'tel:+441914980777' }];
    await writeFile(join(folder, 'routes.json'), JSON.stringify(routes));
    const key = await hub.command(
      ...['partner', 'add', 'Own telephone', '--origin', 'https://own.example', '--organization', organization],
      ...['--contact-routes', join(folder, 'routes.json')],
    );

    const profile = await hub.sdk(key).profile();

    assert.deepEqual(profile.contact_routes, routes);
    await rm(folder, { recursive: true });
  });

  it('is kept by the page alone and for a minute', async () => {
    const response = await hub.ask('GET /v1/profile', { key: hub.key });

    assert.equal(response.headers.get('cache-control'), 'private, max-age=60');
    assert.match(response.headers.get('vary') ?? '', /Authorization/);
  });
});

describe('the key set', () => {
  it('names a key to seal with and a key to verify with, and no private part', async () => {
    const response = await hub.ask('GET /v1/keys', { key: hub.key });

    const { version, keys } = (await response.json()) as { version: number; keys: Record<string, unknown>[] };

    assert.equal(version, 2);
    assert.deepEqual(keys.map(key => key['use']).sort(), ['enc', 'sig']);
    for (const key of keys) assert.deepEqual(Object.keys(key).sort(), ['crv', 'kid', 'kty', 'use', 'x', 'y']);
  });

  it('puts the newest first and counts on when keys are changed', async () => {
    const before = (await (await hub.ask('GET /v1/keys', { key: hub.key })).json()) as { version: number };
    await hub.command('key', 'rotate');
    const { kid } = await hub.keys.signing();

    const { keySet } = { keySet: await hub.keys.keySet() };

    assert.ok(keySet.version >= before.version);
    assert.equal(keySet.keys.find(key => key.use === 'sig')?.kid, kid);
  });
});

describe('health', () => {
  it('is good while the database answers, and needs no key', async () => {
    const response = await hub.ask('GET /health');

    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), { status: 'ok', version: '1.0' });
  });
});

describe('what every answer has', () => {
  it('names its request, and says how much a key may still ask', async () => {
    const response = await hub.ask('GET /v1/profile', { key: hub.key });

    assert.match(response.headers.get('request-id') ?? '', /^[0-9a-f-]{36}$/);
    assert.match(response.headers.get('ratelimit-policy') ?? '', /^"key";q=600;w=60$/);
    assert.match(response.headers.get('ratelimit') ?? '', /^"key";r=\d+;t=\d+$/);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  });

  it('is one line in the log, without address, query, body or name', async () => {
    await hub.truncate();

    await hub.ask('GET /v1/referrals?state=received', { key: hub.staffToken });

    const [line] = hub.logs;
    assert.deepEqual(Object.keys(line!).sort(), ['at', 'caller', 'ms', 'operation', 'request_id', 'status']);
    assert.equal(line?.operation, 'GET /v1/referrals');
    assert.match(line?.caller ?? '', /^staff:[0-9a-f-]{36}$/);
  });

  it('says no to another method with the methods that there are', async () => {
    const response = await hub.ask('DELETE /v1/profile', { key: hub.key });

    assert.equal(response.status, 405);
    assert.equal(response.headers.get('allow'), 'GET');
  });
});
