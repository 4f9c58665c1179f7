import * as z from 'zod/mini';
import type { Receipt } from '@advocacy-hub/sdk/contract/envelope';
import { headerOf, openAs, signReceipt } from '@advocacy-hub/sdk/opening';
import { hash, type SealedRecord } from '@advocacy-hub/sdk/sealing';
import type { Keys } from './keys.ts';
import { problem } from './problem.ts';
import { Reply } from './router.ts';

/* What every record that arrives sealed needs, whatever it holds. */

const statusOf = { received: 201, quarantined: 202 } as const;
export type ReceivedAs = keyof typeof statusOf;

export type Examined<Header, Content> = {
  readonly header: Header | undefined;
  /** What is kept: what was opened or, where nothing was, what came. */
  readonly text: string;
} & (
  | { readonly state: 'received'; readonly content: Content }
  /** Why: `cannot_open`, `other_id`, `off_contract`. */
  | { readonly state: 'quarantined'; readonly flag: string }
);

/** Opens a sealed record and reads it by the contract. What cannot be opened or read says why. */
export async function examine<Header extends { id: string; kid: string }, Content>(
  { id, sealed }: SealedRecord,
  keys: Keys,
  Header: z.ZodMiniType<Header>,
  schema: z.ZodMiniType<Content>,
): Promise<Examined<Header, Content>> {
  const claimed = headerOf(Header, sealed);
  // A key that cannot be read now is the hub's fault and not the record's: that is told, and the sender tries again.
  const key = claimed && (await keys.opening(claimed.kid));
  const unopened = { state: 'quarantined', header: claimed, text: sealed, flag: 'cannot_open' } as const;
  if (!key) return unopened;
  const opened = await openAs(Header, sealed, () => Promise.resolve(key)).catch(() => undefined);
  if (!opened) return unopened;
  const { header, text } = opened;
  if (header.id !== id) return { state: 'quarantined', header: undefined, text, flag: 'other_id' };
  const read = z.safeParse(schema, parse(text));
  if (!read.success) return { state: 'quarantined', header, text, flag: 'off_contract' };
  return { state: 'received', header, text, content: read.data };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The hub's answer to a sealed record, and the hash that tells the same bytes from others. */
export async function receiptFor(
  { id, sealed }: SealedRecord,
  { state, at }: { readonly state: ReceivedAs; readonly at: string },
  keys: Keys,
): Promise<{ readonly sealedHash: string; readonly answer: Receipt }> {
  const sealedHash = await hash(sealed);
  const { kid, key } = await keys.signing();
  const receipt = await signReceipt({ id, sealed_hash: sealedHash, state, received_at: at }, kid, key);
  return { sealedHash, answer: { id, state, received_at: at, receipt } };
}

/** A good answer, with the status that goes with its state. */
export function replyWith(answer: Receipt): Reply<Receipt> {
  return new Reply(statusOf[answer.state as ReceivedAs], answer);
}

/** The same id again: the same answer for the same bytes, for ever; never another record's. */
export function answerAgain(
  earlier: { readonly sealed_hash: string; readonly answer: Receipt } | undefined,
  sealedHash: string,
): Reply<Receipt> {
  if (earlier?.sealed_hash !== sealedHash) throw problem('id_taken');
  return replyWith(earlier.answer);
}
