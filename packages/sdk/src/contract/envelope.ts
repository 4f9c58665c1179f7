import * as z from 'zod/mini';
import { Id, Instant, openEnum } from './common.ts';
import { operation } from './operation.ts';

const text = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest));

/** Which form asked, and in which words: `referral-form@1.4.0`. */
export const FormVersion = z.string().check(z.regex(/^[\w.@+-]{1,60}$/));

/** A short name for a referral that can be said over the telephone: `7KQ2-M9XD`. It tells nothing about anybody. */
export const Reference = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/));

/** What every sealed record travels as. */
export const Sealed = {
  /** Made by the sender (UUID version 7) and the record's name for ever. Trying again uses the same id and the same bytes. */
  id: Id,
  /** Anything is taken: what the hub cannot read it keeps for a person to look at. */
  sealed: text(250_000),
};

/**
 * A sealed referral as it travels. `sealed` is a JWE in compact form (RFC 7516): ECDH-ES on P-256 with A256GCM,
 * its text padded to steps of 4 kB, its protected header holding `kid`, `id`, `form_version`, `code_hash` and,
 * where answers were changed after tries without an answer, `replaces`: the ids of those tries.
 */
export const Envelope = z.object({
  ...Sealed,
  /** The profile's `time_token`, unchanged. Without it a referral is taken and flagged. */
  time_token: z.optional(text(300)),
  /** True when a field that people cannot see was filled in. Flagged for a person, never dropped. */
  trapped: z.optional(z.boolean()),
});
export type Envelope = z.infer<typeof Envelope>;

/** `received`: opened, read and kept. `quarantined`: kept as it came, and someone must look at it. */
export const ReceiptState = openEnum(['received', 'quarantined']);

/**
 * The hub's answer to an envelope. `receipt` is a JWS in compact form (RFC 7515, ES256) over `id`, `sealed_hash`
 * (SHA-256 of `sealed`, base64url), `state` and `received_at`. Only a receipt that verifies means that the hub has it.
 */
export const Receipt = z.object({ id: Id, state: ReceiptState, received_at: Instant, receipt: text(2_000) });
export type Receipt = z.infer<typeof Receipt>;

/** What a verified receipt says. */
export const ReceiptClaims = z.object({ id: Id, sealed_hash: text(43), state: ReceiptState, received_at: Instant });
export type ReceiptClaims = z.infer<typeof ReceiptClaims>;

export const createReferral = operation({
  method: 'post',
  path: '/v1/referrals',
  summary: 'Hand over a sealed referral',
  callers: ['partner'],
  body: Envelope,
  response: Receipt,
  statuses: [201, 202],
  problems: ['id_taken', 'not_json', 'too_large', 'timeout'],
});
