import type { KeySet, PublicKey } from '@advocacy-hub/sdk';
import { signReceipt } from '@advocacy-hub/sdk/opening';
import { hash } from '@advocacy-hub/sdk/sealing';
import { fakeHub, type FakeAnswers } from '@advocacy-hub/sdk/testing';

/** An answer that never comes. */
export const never = () => new Promise<never>(() => {});

/** An answer that is a failure: `failing(problem('internal'))`, `failing(offline())`. */
export function failing(error: Error): () => never {
  return () => {
    throw error;
  };
}

/** Answers of a hub that signs, without reading it, for whatever it is sent. */
export function signing(state: 'received' | 'quarantined') {
  const keys = newKeys();
  return {
    readKeySet: async () => (await keys).keySet,
    createReferral: async ({ body: { id, sealed } }) => {
      const receipt = { id, state, received_at: new Date().toISOString() };
      const claims = { ...receipt, sealed_hash: await hash(sealed) };
      return { ...receipt, receipt: await signReceipt(claims, 'story-sig', (await keys).signing) };
    },
  } satisfies FakeAnswers;
}

/** A hub that keeps what it cannot read for a person to look at, and signs for that. */
export function quarantiningHub() {
  return fakeHub(signing('quarantined'));
}

async function newKeys(): Promise<{ keySet: KeySet; signing: CryptoKey }> {
  const namedCurve = 'P-256';
  const enc = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve }, true, ['deriveBits']);
  const sig = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve }, true, ['sign', 'verify']);
  const published = async (key: CryptoKey, kid: string, use: 'enc' | 'sig') =>
    ({ ...(await crypto.subtle.exportKey('jwk', key)), kid, use }) as PublicKey;
  return {
    keySet: {
      version: 1,
      keys: [await published(enc.publicKey, 'story-enc', 'enc'), await published(sig.publicKey, 'story-sig', 'sig')],
    },
    signing: sig.privateKey,
  };
}
