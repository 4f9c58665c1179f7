import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { selfReferral } from '@advocacy-hub/sdk/examples';
import { openHub, type TestHub } from './setup.ts';

let hub: TestHub;
before(async () => (hub = await openHub({ settings: { requestsAMinute: 12, referralsAMinute: 8 } })));
afterEach(() => hub.truncate());
after(() => hub.close());

describe('limits', () => {
  it('hold for one key, and leave another partner’s alone', async () => {
    const asked = () => hub.ask('GET /v1/profile', { key: hub.key });
    for (let number = 0; number < 12; number++) assert.equal((await asked()).status, 200);

    const refused = await asked();

    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
    assert.match(refused.headers.get('ratelimit') ?? '', /^"key";r=0;t=\d+$/);
    assert.equal((await hub.ask('GET /v1/profile', { key: hub.otherKey })).status, 200);
  });

  it('are tighter for referrals from one network', async () => {
    const { referrals } = hub.sdk(hub.key);
    await referrals.create(selfReferral);
    await referrals.create(selfReferral);

    await assert.rejects(referrals.create(selfReferral), { code: 'too_many_requests', status: 429 });
    assert.equal((await hub.sdk(hub.otherKey).referrals.create(selfReferral)).state, 'received');
  });

  it('end the guessing of keys', async () => {
    const guess = (number: number) => hub.ask('GET /v1/profile', { key: `pub_${String(number).padStart(24, '0')}` });
    for (let number = 0; number < 60; number++) assert.equal((await guess(number)).status, 401);

    assert.equal((await guess(60)).status, 429);
  });

  it('do not concern those who ask without a key whether the hub is well', async () => {
    for (let number = 0; number < 30; number++) assert.equal((await hub.ask('GET /health')).status, 200);
  });
});
