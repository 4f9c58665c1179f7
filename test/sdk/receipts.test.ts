import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import {
  CompactSign,
  base64url,
  exportJWK,
  generateKeyPair,
  type CompactJWSHeaderParameters,
  type CryptoKey,
} from 'jose';
import { HubMismatchError, type KeySet, type SealedReferral } from '@advocacy-hub/sdk';
import type { Receipt, ReceiptClaims } from '@advocacy-hub/sdk/contract/envelope';
import { selfReferral } from '@advocacy-hub/sdk/examples';
import { signReceipt } from '@advocacy-hub/sdk/opening';
import { hash, receiptVerifies, seal } from '@advocacy-hub/sdk/sealing';
import { failureOf, hubKeys, hubThat, receivesWith, type HubKeys } from './setup.ts';

const received_at = '2026-11-23T09:40:02.118Z';
const otherId = '019ab2c4-7d10-7a3e-9c41-5f7be2a90d16';

describe('a receipt', () => {
  let keys: HubKeys;
  let keySet: KeySet;
  let signing: CryptoKey;
  let sealed: SealedReferral;
  let claims: ReceiptClaims;

  before(async () => {
    const pair = await generateKeyPair('ES256');
    keys = await hubKeys();
    const published = { ...(await exportJWK(pair.publicKey)), kid: 'sig-now', use: 'sig' } as KeySet['keys'][number];
    keySet = { version: 2, keys: [...keys.keySet.keys, published] };
    signing = pair.privateKey;
    sealed = await seal(selfReferral, keySet);
    claims = {
      id: sealed.id,
      state: 'received',
      received_at,
      sealed_hash: await hash(sealed.envelope.sealed),
    };
  });

  /** A hub's answer: what it says openly, and what it has signed. */
  const answer = async (signed: Partial<ReceiptClaims> = {}, said: Partial<Receipt> = {}): Promise<Receipt> => ({
    id: claims.id,
    state: claims.state,
    received_at,
    receipt: await signReceipt({ ...claims, ...signed }, 'sig-now', signing),
    ...said,
  });
  const verifies = (given: Receipt) => receiptVerifies(given, sealed.envelope, keySet.keys);
  const signedAs = (header: CompactJWSHeaderParameters, key: CryptoKey = signing, text = JSON.stringify(claims)) =>
    new CompactSign(new TextEncoder().encode(text)).setProtectedHeader(header).sign(key);
  const typ = 'advocacy-receipt';

  it('verifies when the hub signed for this envelope', async () => {
    assert.equal(await verifies(await answer()), true);
  });

  it('verifies when the hub has it but could not read it', async () => {
    assert.equal(await verifies(await answer({ state: 'quarantined' }, { state: 'quarantined' })), true);
  });

  const forgeries: Record<string, () => Promise<Receipt>> = {
    'that names another id': () => answer({ id: otherId }),
    'that names other bytes': async () => answer({ sealed_hash: await hash('other') }),
    'whose state is not the one that was signed': () => answer({ state: 'quarantined' }),
    'whose time is not the one that was signed': () => answer({}, { received_at: '2026-11-24T09:40:02.118Z' }),
    'whose id is not the one that was signed': () => answer({}, { id: otherId }),
    'signed by a key that the hub does not publish': async () => {
      const { privateKey } = await generateKeyPair('ES256');
      return answer({}, { receipt: await signReceipt(claims, 'sig-now', privateKey) });
    },
    'signed by a key of another name': async () =>
      answer({}, { receipt: await signReceipt(claims, 'sig-other', signing) }),
    'signed by a key that is for sealing': async () =>
      answer({}, { receipt: await signReceipt(claims, 'enc-one', signing) }),
    'signed as something else': async () =>
      answer({}, { receipt: await signedAs({ alg: 'ES256', kid: 'sig-now', typ: 'JWT' }) }),
    'that does not say what it is': async () =>
      answer({}, { receipt: await signedAs({ alg: 'ES256', kid: 'sig-now' }) }),
    'that names no key': async () => answer({}, { receipt: await signedAs({ alg: 'ES256', typ }) }),
    'without a signature (alg none)': async () =>
      answer({}, { receipt: `${encoded({ alg: 'none', kid: 'sig-now', typ })}.${encoded(claims)}.` }),
    'signed with the published key as a password (HS256)': async () => {
      const { x, y } = keySet.keys.at(-1)!;
      const password = await crypto.subtle.importKey('raw', new TextEncoder().encode(x + y), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']); // prettier-ignore
      return answer({}, { receipt: await signedAs({ alg: 'HS256', kid: 'sig-now', typ }, password) });
    },
    'that says nothing, though it is signed': async () =>
      answer({}, { receipt: await signedAs({ alg: 'ES256', kid: 'sig-now', typ }, signing, '{}') }),
    'that is no receipt at all': () => answer({}, { receipt: 'ok' }),
  };
  for (const [what, forge] of Object.entries(forgeries)) {
    it(`${what} does not verify`, async () => {
      assert.equal(await verifies(await forge()), false);
    });
  }

  it('with a bit of its signature changed does not verify', async () => {
    const { receipt, ...said } = await answer();
    const [header, payload, signature] = receipt.split('.') as [string, string, string];
    const bytes = base64url.decode(signature);
    let verified = 0;

    for (let bit = 0; bit < bytes.length * 8; bit += 7) {
      const turned = bytes.with(bit >> 3, bytes[bit >> 3]! ^ (1 << (bit & 7)));
      if (await verifies({ ...said, receipt: `${header}.${payload}.${base64url.encode(turned)}` })) verified++;
    }

    assert.equal(verified, 0);
  });

  it('of a forger is told as not verified, and nobody is told that the hub has it', async () => {
    const forger = await hubKeys();
    const { hub } = hubThat([() => Response.json(keys.keySet), receivesWith(forger), () => Response.json(keys.keySet)]);
    const referral = await hub.referrals.seal(selfReferral);

    const error = await failureOf(hub.referrals.send(referral));

    assert.ok(error instanceof HubMismatchError);
    assert.deepEqual([error.code, error.retryable], ['receipt_not_verified', true]);
  });

  it('verifies when the hub has changed its keys since the client read them', async () => {
    const next = await hubKeys('next');
    const { hub, arrived } = hubThat([receivesWith(keys), receivesWith(next)]);
    const referral = await hub.referrals.seal(selfReferral);

    const receipt = await hub.referrals.send(referral);

    assert.equal(receipt.id, referral.id);
    assert.deepEqual(arrived.map(pathOf), ['/v1/keys', '/v1/referrals', '/v1/keys']);
  });

  it('that does not verify costs one more look at the keys, and no more', async () => {
    const forger = await hubKeys();
    const { hub, arrived } = hubThat([receivesWith(keys), receivesWith(forger), receivesWith(keys)]);

    await failureOf(hub.referrals.create(selfReferral));

    assert.deepEqual(arrived.map(pathOf), ['/v1/keys', '/v1/referrals', '/v1/keys']);
  });
});

const encoded = (value: unknown) => base64url.encode(JSON.stringify(value));
const pathOf = ({ request }: { readonly request: Request }) => new URL(request.url).pathname;
