import { base64url, CompactSign, compactDecrypt, decodeProtectedHeader, type CryptoKey } from 'jose';
import * as z from 'zod/mini';
import type { ReceiptClaims } from './contract/envelope.ts';
import { SealedHeader } from './sealing.ts';

/* The hub's side of sealing: what a page never needs, and so never loads. */

type KeyOf = (kid: string) => Promise<CryptoKey>;
type Opened<Header> = { readonly header: Header; readonly text: string };

/**
 * Opens what `seal` made. Rejects when it was changed by one bit, when no key opens it,
 * or when its header is not of the contract.
 */
export function open(sealed: string, keyOf: KeyOf): Promise<Opened<SealedHeader>> {
  return openAs(SealedHeader, sealed, keyOf);
}

/** Opens what `sealRecord` made in the same way; its header is of this schema. */
export async function openAs<Header>(
  Header: z.ZodMiniType<Header>,
  sealed: string,
  keyOf: KeyOf,
): Promise<Opened<Header>> {
  // The last letter of a part has bits that stand for nothing: without this, one envelope could be spelt in many ways.
  for (const part of sealed.split('.')) {
    if (base64url.encode(base64url.decode(part)) !== part)
      throw new TypeError('Not as it was spelt when it was sealed.');
  }
  const { plaintext, protectedHeader } = await compactDecrypt(sealed, async ({ kid }) => keyOf(kid ?? ''), {
    keyManagementAlgorithms: ['ECDH-ES'],
    contentEncryptionAlgorithms: ['A256GCM'],
    // Nothing is compressed before it is sealed: how well it would shrink tells of what it says.
    maxDecompressedLength: 0,
  });
  const header = z.parse(Header, protectedHeader);
  return { header, text: new TextDecoder('utf-8', { fatal: true }).decode(plaintext).trimEnd() };
}

/** What stands beside the ciphertext, without opening it: a claim until `open` has proven it. */
export function headerOf<Header>(Header: z.ZodMiniType<Header>, sealed: string): Header | undefined {
  try {
    return z.safeParse(Header, decodeProtectedHeader(sealed)).data;
  } catch {
    return undefined;
  }
}

/** Signs that the hub has it: the hub's side of a receipt. */
export async function signReceipt(claims: ReceiptClaims, kid: string, key: CryptoKey): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'ES256', kid, typ: 'advocacy-receipt' })
    .sign(key);
}
