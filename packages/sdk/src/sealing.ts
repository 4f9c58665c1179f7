import { base64url, CompactEncrypt, compactVerify, importJWK, type JWK } from 'jose';
import * as z from 'zod/mini';
import { Id } from './contract/common.ts';
import type { KeySet, PublicKey } from './contract/key-set.ts';
import { fieldProblems } from './contract/problem.ts';
import { Envelope, FormVersion, ReceiptClaims, type Receipt } from './contract/envelope.ts';
import { Referral } from './contract/referral.ts';
import { HubMismatchError, HubMisuseError } from './errors.ts';

/**
 * A referral that is ready to leave: sealed once, and the same bytes on every try.
 * Nothing in it can be read without the hub's private key, except the `code`, which belongs to the person.
 */
export interface SealedReferral {
  readonly id: string;
  /** Short name of the referral, to say over the telephone. */
  readonly reference: string;
  /** The person's private code. It is never sent; the hub gets a hash. */
  readonly code: string;
  readonly envelope: Envelope;
}

export interface SealOptions {
  /** The profile's `time_token`, so that the hub need not wonder whether a machine filled the form in. */
  readonly timeToken?: string | undefined;
  /** True when a field that people cannot see was filled in. @default false */
  readonly trapped?: boolean | undefined;
  /** Ids of sealed referrals that were sent without an answer, where the answers were changed since. @default [] */
  readonly replaces?: readonly string[] | undefined;
}

/** What stands beside the ciphertext: readable, and bound to it by the AEAD. */
export const SealedHeader = z.object({
  alg: z.literal('ECDH-ES'),
  enc: z.literal('A256GCM'),
  kid: z.string(),
  typ: z.literal('advocacy-referral'),
  id: Id,
  form_version: FormVersion,
  code_hash: z.string().check(z.regex(/^[\w-]{43}$/)),
  replaces: z.optional(z.array(Id).check(z.maxLength(20))),
});
export type SealedHeader = z.infer<typeof SealedHeader>;

/** Sealed lengths come in steps of this many bytes, so that a length tells little about a story. */
const step = 4_096;
const text = new TextEncoder();

/**
 * Seals a referral to the hub's newest key.
 *
 * @throws {HubMisuseError} `referral_off_contract`, with the fields, when it is not of the contract.
 */
export async function seal(referral: Referral, keySet: KeySet, options: SealOptions = {}): Promise<SealedReferral> {
  const read = z.safeParse(Referral, referral);
  if (!read.success)
    throw new HubMisuseError('referral_off_contract', fieldProblems(read.error.issues, 'referral', referral));
  const { kid, key } = await sealingKey(keySet);
  const id = uuidv7();
  const reference = referenceOf(id);
  const code = privateCode();
  const header: SealedHeader = {
    alg: 'ECDH-ES',
    enc: 'A256GCM',
    kid,
    typ: 'advocacy-referral',
    id,
    form_version: read.data.form_version,
    code_hash: await codeHash(reference, code),
    ...(options.replaces?.length && { replaces: [...options.replaces] }),
  };
  const faults = z.safeParse(SealedHeader, header).error?.issues;
  if (faults) throw new HubMisuseError('referral_off_contract', fieldProblems(faults, 'options', header));
  const sealed = await new CompactEncrypt(pad(JSON.stringify(read.data))).setProtectedHeader(header).encrypt(key);
  if (!z.safeParse(Envelope, { id, sealed }).success)
    throw new HubMisuseError('referral_off_contract', [{ path: 'referral', code: 'too_long' }]);
  return {
    id,
    reference,
    code,
    envelope: {
      id,
      sealed,
      ...(options.timeToken && { time_token: options.timeToken }),
      ...(options.trapped && { trapped: true }),
    },
  };
}

async function sealingKey({ keys }: KeySet) {
  const published = keys.find(each => each.use === 'enc');
  try {
    return { kid: published!.kid, key: await importJWK(published as JWK, 'ECDH-ES') };
  } catch (cause) {
    throw new HubMismatchError('off_contract', { cause, fields: [{ path: 'answer.keys', code: 'wrong_format' }] });
  }
}

/** Whether a receipt is signed by one of these keys and names this envelope. */
export async function receiptVerifies(
  { receipt, id, state, received_at }: Receipt,
  envelope: Envelope,
  keys: readonly PublicKey[],
): Promise<boolean> {
  try {
    const { payload } = await compactVerify(
      receipt,
      async ({ kid, typ }) => {
        const key = keys.find(each => each.use === 'sig' && each.kid === kid);
        if (!key || typ !== 'advocacy-receipt') throw new TypeError('No key for this receipt.');
        return importJWK(key as JWK, 'ES256');
      },
      { algorithms: ['ES256'] },
    );
    const claims = z.parse(ReceiptClaims, JSON.parse(new TextDecoder().decode(payload)));
    const told = { id, sealed_hash: await hash(envelope.sealed), state, received_at };
    return (
      claims.id === envelope.id &&
      Object.entries(told).every(([name, value]) => claims[name as keyof typeof told] === value)
    );
  } catch {
    return false;
  }
}

/** SHA-256 as base64url. */
export async function hash(value: string): Promise<string> {
  return base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', text.encode(value))));
}

/** What the hub keeps of a private code. */
export function codeHash(reference: string, code: string): Promise<string> {
  return hash(`${reference}:${code}`);
}

// Crockford's alphabet: no letter that is taken for a digit, and no U, so that no word is spelt.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The short name of an id: 40 of its random bits, none of its time. */
export function referenceOf(id: string): string {
  const bits = BigInt(`0x${id.replaceAll('-', '').slice(-10)}`);
  return inFours(Array.from({ length: 8 }, (_, place) => Number((bits >> BigInt(35 - 5 * place)) & 31n)));
}

/** A reference or a private code as a person wrote it down, spelt as the hub spells it. */
export function canonical(written: string): string {
  const letters = written
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return letters.replace(/.{4}(?=.)/g, '$&-');
}

function privateCode(): string {
  return inFours([...crypto.getRandomValues(new Uint8Array(12))].map(byte => byte & 31));
}

function inFours(digits: number[]): string {
  return digits
    .map(digit => alphabet[digit])
    .join('')
    .replace(/.{4}(?=.)/g, '$&-');
}

/** RFC 9562: 48 bits of time, then random. */
function uuidv7(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  new DataView(bytes.buffer).setBigUint64(
    0,
    (BigInt(Date.now()) << 16n) | BigInt(0x7000 | ((bytes[6]! & 15) << 8) | bytes[7]!),
  );
  bytes[8] = (bytes[8]! & 63) | 128;
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0'))
    .join('')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Blanks after the JSON fill the last step up; JSON allows them. */
function pad(json: string): Uint8Array {
  const bytes = text.encode(json);
  const padded = new Uint8Array(Math.ceil(bytes.length / step) * step).fill(0x20);
  padded.set(bytes);
  return padded;
}
