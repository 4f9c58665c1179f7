import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Envelope } from '@advocacy-hub/sdk/contract/envelope';
import { selfReferral } from '@advocacy-hub/sdk/examples';
import { failureOf, hubKeys, hubThat, isOffline, receivesWith, refuses, staysSilent, type Arrived, type Answering, type HubKeys } from './setup.ts'; // prettier-ignore
import { startVirtualClock } from './virtual-clock.ts';

const pathOf = ({ request }: Arrived) => new URL(request.url).pathname;
/** The bodies of all tries to hand a referral over. */
const handedOver = (arrived: readonly Arrived[]) =>
  arrived.filter(each => pathOf(each) === '/v1/referrals').map(({ body }) => body);
const busyNow = refuses('unavailable', { 'retry-after': '0' });

describe('handing a referral over', () => {
  let keys: HubKeys;
  let works: Answering;

  beforeEach(async () => {
    keys = await hubKeys();
    works = receivesWith(keys);
  });

  it('ends with the receipt, the reference and the private code', async () => {
    const { hub, arrived } = hubThat([works]);

    const { id, state, reference, code, receipt } = await hub.referrals.create(selfReferral);

    const [sent] = handedOver(arrived).map(body => JSON.parse(body) as Envelope);
    assert.equal(id, sent!.id);
    assert.equal(state, 'received');
    assert.match(`${reference} ${code}`, /^.{4}-.{4} .{4}-.{4}-.{4}$/);
    assert.equal(receipt.split('.').length, 3);
  });

  it('gives the hub what was put in', async () => {
    const { hub, arrived } = hubThat([works]);

    await hub.referrals.create(selfReferral, { timeToken: 'opened-at-nine', trapped: true });

    const sent = JSON.parse(handedOver(arrived)[0]!) as Envelope;
    assert.equal((await keys.open(sent)).text, JSON.stringify(selfReferral));
    assert.deepEqual([sent.time_token, sent.trapped], ['opened-at-nine', true]);
  });

  it('tells the hub neither the private code nor the reference', async () => {
    const { hub, arrived } = hubThat([works]);

    const { code, reference } = await hub.referrals.create(selfReferral);

    const sent = arrived.map(({ request, body }) => request.url + body).join();
    assert.ok(!sent.includes(code) && !sent.includes(reference));
  });

  it('sends the same bytes on every try', async () => {
    const { hub, arrived } = hubThat([works, busyNow, busyNow, works], { retries: 2 });

    await hub.referrals.create(selfReferral);

    assert.equal(handedOver(arrived).length, 3);
    assert.equal(new Set(handedOver(arrived)).size, 1);
  });

  it('sends the same bytes however often a person tries again', async () => {
    const { hub, arrived } = hubThat([works, isOffline, isOffline, works]);
    const sealed = await hub.referrals.seal(selfReferral);

    await failureOf(hub.referrals.send(sealed));
    await failureOf(hub.referrals.send(sealed));
    const receipt = await hub.referrals.send(sealed);

    assert.equal(receipt.id, sealed.id);
    assert.equal(handedOver(arrived).length, 3);
    assert.equal(new Set(handedOver(arrived)).size, 1);
  });

  it('makes another referral of each create', async () => {
    const { hub } = hubThat([works]);

    const one = await hub.referrals.create(selfReferral);
    const other = await hub.referrals.create(selfReferral);

    assert.notEqual(one.id, other.id);
  });

  it('sends nothing of a referral that is not of the contract', async () => {
    const { hub, arrived } = hubThat([works]);

    const error = await failureOf(hub.referrals.create({ ...selfReferral, language: '' }));

    assert.equal(error.name, 'HubMisuseError');
    assert.deepEqual(handedOver(arrived), []);
  });

  it('sends nothing while it seals', async () => {
    const { hub, arrived } = hubThat([works]);

    await hub.referrals.seal(selfReferral);

    assert.deepEqual(arrived.map(pathOf), ['/v1/keys']);
  });

  it("reads the hub's keys once for many referrals", async () => {
    const { hub, arrived } = hubThat([works]);

    for (let count = 0; count < 3; count++) await hub.referrals.create(selfReferral);

    assert.equal(arrived.filter(each => pathOf(each) === '/v1/keys').length, 1);
  });

  it('reads the keys again when that failed before', async () => {
    const { hub } = hubThat([isOffline, works]);

    await failureOf(hub.referrals.create(selfReferral));

    await assert.doesNotReject(hub.referrals.create(selfReferral));
  });

  it('is not ended by the abort of another one that waits for the same keys', async () => {
    const controller = new AbortController();
    let publish = (): void => undefined;
    const isPublished = new Promise<void>(resolve => (publish = resolve));
    const slow: Answering = async request => {
      await Promise.race([isPublished, staysSilent(request)]);
      return works(request);
    };
    const { hub } = hubThat([slow, works]);

    const one = failureOf(hub.referrals.seal(selfReferral, { signal: controller.signal }));
    const other = hub.referrals.seal(selfReferral);
    controller.abort();
    const error = await one;
    publish();

    assert.equal(error.name, 'AbortError');
    await assert.doesNotReject(other);
  });

  it('can be ended while another one waits for the same keys', async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const { hub } = hubThat([staysSilent]);

    const one = failureOf(hub.referrals.seal(selfReferral, { signal: first.signal }));
    const other = failureOf(hub.referrals.seal(selfReferral, { signal: second.signal }));
    second.abort();

    assert.equal((await other).name, 'AbortError');
    first.abort();
    await one;
  });

  it('has one deadline for all that it does', async test => {
    const clock = startVirtualClock(test);
    let tell = (): void => undefined;
    const isSent = new Promise<void>(resolve => (tell = resolve));
    const slowKeys: Answering = async request => {
      await new Promise(resolve => setTimeout(resolve, 6_000));
      return works(request);
    };
    const saysNothing: Answering = request => {
      tell();
      return staysSilent(request);
    };
    const { hub } = hubThat([slowKeys, saysNothing], { timeout: 9_000 });

    const call = failureOf(hub.referrals.create(selfReferral));
    await clock.pass(6_000);
    await isSent;
    await clock.until(call);

    assert.deepEqual([(await call).name, clock.now()], ['HubUnreachableError', 9_000]);
  });

  it('says no at once where the hub will never take it', async () => {
    const { hub, arrived } = hubThat([works, refuses('id_taken')], { retries: 5 });

    const error = await failureOf(hub.referrals.create(selfReferral));

    assert.equal((error as { code?: string }).code, 'id_taken');
    assert.equal(handedOver(arrived).length, 1);
  });
});
