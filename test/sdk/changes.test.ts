import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { ReferralChange as Change } from '@advocacy-hub/sdk';
import { ReferralChange } from '@advocacy-hub/sdk/contract/change';
import { contactChange } from '@advocacy-hub/sdk/examples';
import type { SealedRecord } from '@advocacy-hub/sdk/sealing';
import * as z from 'zod/mini';
import {
  failureOf,
  hubKeys,
  hubThat,
  isOffline,
  receivesWith,
  refuses,
  staysSilent,
  type Arrived,
  type HubKeys,
} from './setup.ts';

const holder = { reference: 'FFHA-J38P', code: 'M3TK-9ZQH-2F7V' };
const handedOver = (arrived: readonly Arrived[]) =>
  arrived.filter(({ request }) => request.url.endsWith('/v1/referrals/changes')).map(({ body }) => body);

describe('changing a referral', () => {
  let keys: HubKeys;

  beforeEach(async () => {
    keys = await hubKeys();
  });

  it('gives the hub what was put in, sealed, with the reference and the code beside it', async () => {
    const { hub, arrived } = hubThat([receivesWith(keys)]);

    const receipt = await hub.referrals.change(holder, contactChange);

    const { id, sealed, ...beside } = JSON.parse(handedOver(arrived)[0]!) as SealedRecord;
    assert.deepEqual([id, receipt.state, beside], [receipt.id, 'received', holder]);
    assert.equal((await keys.openRecord('change', { id, sealed })).text, JSON.stringify(contactChange));
  });

  it('sends the same bytes however often a person tries again', async () => {
    const { hub, arrived } = hubThat([receivesWith(keys), isOffline, refuses('unavailable'), receivesWith(keys)]);
    const sealed = await hub.referrals.sealChange(contactChange);

    await failureOf(hub.referrals.sendChange(holder, sealed));
    await failureOf(hub.referrals.sendChange(holder, sealed));
    const receipt = await hub.referrals.sendChange(holder, sealed);

    assert.equal(receipt.id, sealed.id);
    assert.equal(handedOver(arrived).length, 3);
    assert.equal(new Set(handedOver(arrived)).size, 1);
  });

  it('is not said to have arrived on a receipt of a forger', async () => {
    const forger = await hubKeys();
    const { hub } = hubThat([receivesWith(keys), receivesWith(forger), receivesWith(keys)]);

    const error = await failureOf(hub.referrals.change(holder, contactChange));

    assert.equal((error as { code?: string }).code, 'receipt_not_verified');
  });

  it('is not said to have arrived on the receipt of another change', async () => {
    const other = await hubThat([receivesWith(keys)]).hub.referrals.sealChange(contactChange);
    const { hub } = hubThat([receivesWith(keys), async () => Response.json(await keys.receive(other)), receivesWith(keys)]); // prettier-ignore

    const error = await failureOf(hub.referrals.change(holder, contactChange));

    assert.equal((error as { code?: string }).code, 'receipt_not_verified');
  });

  it('tells that reference and code do not go together', async () => {
    const { hub } = hubThat([receivesWith(keys), refuses('not_found')]);

    assert.equal(
      ((await failureOf(hub.referrals.change(holder, contactChange))) as { code?: string }).code,
      'not_found',
    );
  });

  it('sends nothing that is not of the contract, and repeats none of it', async () => {
    const { hub, arrived } = hubThat([receivesWith(keys)]);

    const error = await failureOf(
      hub.referrals.change(holder, { ...contactChange, kind: 'Goldammer', language: '' } as unknown as Change),
    );

    assert.equal((error as { code?: string }).code, 'record_off_contract');
    assert.match(error.message, /record\.kind \(not_a_choice\), record\.language/);
    assert.doesNotMatch(error.message, /Goldammer/);
    assert.deepEqual(handedOver(arrived), []);
  });

  it('sends nothing that is longer than the hub takes', async () => {
    const { hub, arrived } = hubThat([receivesWith(keys)]);
    const longest = '\u0001'.repeat(20_000);

    const error = await failureOf(
      hub.referrals.change(holder, { ...contactChange, words: longest, safe_contact: { do_not_tell: longest } }),
    );

    assert.match(error.message, /record \(too_long\)/);
    assert.deepEqual(handedOver(arrived), []);
  });

  it('can be ended before it is sent', async () => {
    const { hub, arrived } = hubThat([staysSilent]);

    const error = await failureOf(hub.referrals.change(holder, contactChange, { signal: AbortSignal.abort() }));

    assert.equal(error.name, 'AbortError');
    assert.deepEqual(handedOver(arrived), []);
  });
});

describe('a change', () => {
  it('needs no more than its kind and its language', () => {
    const change = { kind: 'withdraw', language: 'cy' };

    assert.deepEqual(z.parse(ReferralChange, change), change);
  });
});
