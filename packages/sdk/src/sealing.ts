import { base64url, CompactEncrypt, compactVerify, importJWK, type JWK } from 'jose';
import * as z from 'zod/mini';
import { Id } from './contract/common.ts';
import {
  createReferral,
  type Envelope,
  FormVersion,
  ReceiptClaims,
  Sealed,
  type Receipt,
} from './contract/envelope.ts';
import { readKeySet, type KeySet, type PublicKey } from './contract/key-set.ts';
import type { Operation } from './contract/operation.ts';
import { fieldProblems } from './contract/problem.ts';
import { Referral } from './contract/referral.ts';
import { HubMismatchError, HubMisuseError } from './errors.ts';
import type { CallOptions, Transport } from './transport.ts';

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

/** Another record than a referral, ready to leave: sealed once, and the same bytes on every try. */
export type SealedRecord = Pick<Envelope, 'id' | 'sealed'>;

const header = <const Typ extends string>(typ: Typ) => ({
  alg: z.literal('ECDH-ES'),
  enc: z.literal('A256GCM'),
  kid: z.string(),
  typ: z.literal(typ),
  id: Id,
});

/** What stands beside a referral's ciphertext: readable, and bound to it by the AEAD. */
export const SealedHeader = z.object({
  ...header('advocacy-referral'),
  form_version: FormVersion,
  code_hash: z.string().check(z.regex(/^[\w-]{43}$/)),
  replaces: z.optional(z.array(Id).check(z.maxLength(20))),
});
export type SealedHeader = z.infer<typeof SealedHeader>;

/** What stands beside the ciphertext of the records that are not referrals, by what they are. */
export const recordHeaders = {
  change: z.object(header('advocacy-change')),
  equality: z.object(header('advocacy-equality')),
} as const;

/** Sealed lengths come in steps of this many bytes, so that a length tells little about a story. */
const step = 4_096;
const text = new TextEncoder();

/**
 * Seals a referral to the hub's newest key.
 *
 * @throws {HubMisuseError} `referral_off_contract`, with the fields, when it is not of the contract.
 */
export async function seal(referral: Referral, keySet: KeySet, options: SealOptions = {}): Promise<SealedReferral> {
  const read = checked('referral', Referral, referral);
  const id = uuidv7();
  const reference = referenceOf(id);
  const code = privateCode();
  const sealed = await encrypt('referral', SealedHeader, keySet, read, {
    typ: 'advocacy-referral',
    id,
    form_version: read.form_version,
    code_hash: await codeHash(reference, code),
    ...(options.replaces?.length && { replaces: [...options.replaces] }),
  });
  return {
    id,
    reference,
    code,
    envelope: {
      ...sealed,
      ...(options.timeToken && { time_token: options.timeToken }),
      ...(options.trapped && { trapped: true }),
    },
  };
}

/**
 * Seals a record that is not a referral to the hub's newest key.
 *
 * @throws {HubMisuseError} `record_off_contract`, with the fields, when it is not of the contract.
 */
export function sealRecord<S extends z.ZodMiniType>(
  kind: keyof typeof recordHeaders,
  schema: S,
  record: z.output<S>,
  keySet: KeySet,
): Promise<SealedRecord> {
  return encrypt('record', recordHeaders[kind], keySet, checked('record', schema, record), {
    typ: `advocacy-${kind}`,
    // A time in its name would lead from somebody's answers to the referral that was sent just before.
    id: kind === 'equality' ? crypto.randomUUID() : uuidv7(),
  });
}

type What = 'referral' | 'record';

function checked<S extends z.ZodMiniType>(what: What, schema: S, value: unknown, root: string = what): z.output<S> {
  const read = z.safeParse(schema, value);
  if (read.success) return read.data;
  throw new HubMisuseError(`${what}_off_contract`, fieldProblems(read.error.issues, root, value));
}

async function encrypt(
  what: What,
  Header: z.ZodMiniType<{ id: string }>,
  keySet: KeySet,
  record: unknown,
  claims: { readonly id: string; readonly [name: string]: unknown },
): Promise<SealedRecord> {
  const { kid, key } = await sealingKey(keySet);
  const protectedHeader = { alg: 'ECDH-ES', enc: 'A256GCM', kid, ...claims };
  const { id } = checked(what, Header, protectedHeader, 'options');
  const sealed = await new CompactEncrypt(pad(JSON.stringify(record))).setProtectedHeader(protectedHeader).encrypt(key);
  if (!z.safeParse(z.object(Sealed), { id, sealed }).success)
    throw new HubMisuseError(`${what}_off_contract`, [{ path: what, code: 'too_long' }]);
  return { id, sealed };
}

async function sealingKey({ keys }: KeySet) {
  const published = keys.find(each => each.use === 'enc');
  try {
    return { kid: published!.kid, key: await importJWK(published as JWK, 'ECDH-ES') };
  } catch (cause) {
    throw new HubMismatchError('off_contract', { cause, fields: [{ path: 'answer.keys', code: 'wrong_format' }] });
  }
}

/** Whether a receipt is signed by one of these keys and names this record. */
export async function receiptVerifies(
  { receipt, id, state, received_at }: Receipt,
  envelope: SealedRecord,
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

/** An operation that a sealed record is handed over with. */
type Handing = Operation & { readonly body: z.ZodMiniType; readonly response: z.ZodMiniType<Receipt> };

/** How sealed records reach the hub: sealed to its keys, which are read once, and answered with a receipt that verifies. */
export class Handover {
  readonly #transport: Transport;
  #keySet: KeySet | undefined;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  async sealReferral(referral: Referral, options: SealOptions & CallOptions): Promise<SealedReferral> {
    return seal(referral, await this.#keys(options), options);
  }

  sendReferral({ envelope }: SealedReferral, options: CallOptions): Promise<Receipt> {
    return this.send(createReferral, envelope, options);
  }

  async sealRecord<S extends z.ZodMiniType>(
    kind: keyof typeof recordHeaders,
    schema: S,
    record: z.output<S>,
    options: CallOptions,
  ): Promise<SealedRecord> {
    return sealRecord(kind, schema, record, await this.#keys(options));
  }

  /** Hands a sealed record over, the same bytes each time. Rejects with `receipt_not_verified` rather than say that it arrived. */
  async send<O extends Handing>(
    operation: O,
    body: z.input<O['body']> & SealedRecord,
    given: CallOptions,
  ): Promise<Receipt> {
    const options = this.#transport.within(given);
    const receipt = await this.#transport.call<Handing>(operation, { body }, options);
    if (await receiptVerifies(receipt, body, (await this.#keys(options)).keys)) return receipt;
    // The hub may have changed its key since the set was read.
    this.#keySet = undefined;
    if (await receiptVerifies(receipt, body, (await this.#keys(options)).keys)) return receipt;
    throw new HubMismatchError('receipt_not_verified');
  }

  async #keys(options: CallOptions): Promise<KeySet> {
    return (this.#keySet ??= await this.#transport.call(readKeySet, {}, options));
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
