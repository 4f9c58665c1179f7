import * as z from 'zod/mini';
import { Id, Instant, Language, Line, PageQuery, Story, openEnum, pageOf } from './common.ts';
import { Facts } from './facts.ts';
import { operation } from './operation.ts';

const text = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest));

/** The person whom an advocate is asked for. A name is not needed: a way to reach them is. */
export const PersonDetails = z.object({
  name: z.optional(Line),
  known_as: z.optional(Line),
  date_of_birth: z.optional(z.iso.date()),
  telephone: z.optional(Line),
  email: z.optional(Line),
  home_address: z.optional(Story),
  /** Where they are now, if that is not home: the ward, the care home, a friend's place. */
  staying_at: z.optional(Story),
});
export type PersonDetails = z.infer<typeof PersonDetails>;

/** Who is asking, where that is not the person. */
export const ReferrerDetails = z.object({
  name: z.optional(Line),
  role: z.optional(Line),
  organization: z.optional(Line),
  telephone: z.optional(Line),
  email: z.optional(Line),
});
export type ReferrerDetails = z.infer<typeof ReferrerDetails>;

/** A referral: one person, one story, and how to reach them safely. It leaves the page sealed. */
export const Referral = z.object({
  /** Which form asked, and in which words, as `name@version`. */
  form_version: text(60),
  /** The language that it was filled in. */
  language: Language,
  facts: Facts,
  person: PersonDetails,
  referrer: z.optional(ReferrerDetails),
});
export type Referral = z.infer<typeof Referral>;

/** A short name for a referral that can be said over the telephone: `7KQ2-M9XD`. It tells nothing about anybody. */
export const Reference = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/));

/** The private code that goes with a reference: `M3TK-9ZQH-2F7V`. Only the person has it; the hub keeps a hash. */
export const PrivateCode = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/));

/**
 * A sealed referral as it travels. `sealed` is a JWE in compact form (RFC 7516): ECDH-ES on P-256 with A256GCM,
 * its text padded to steps of 4 kB, its protected header holding `kid`, `id`, `form_version`, `code_hash` and,
 * where answers were changed after a try without an answer, `replaces`.
 */
export const Envelope = z.object({
  /** Made by the sender (UUID version 7) and the referral's name for ever. Trying again uses the same id and the same bytes. */
  id: Id,
  /** Anything is taken: what the hub cannot read it keeps for a person to look at. */
  sealed: text(250_000),
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

/** Where a referral stands, for the person who holds its code. Nothing that was typed comes back. */
export const ReferralStatus = z.object({
  reference: Reference,
  state: openEnum(['received', 'quarantined', 'replaced']),
  received_at: Instant,
});
export type ReferralStatus = z.infer<typeof ReferralStatus>;

/** A line of the staff's list: nothing in it was typed by anyone. */
export const ReferralSummary = z.object({
  id: Id,
  reference: Reference,
  state: ReceiptState,
  received_at: Instant,
  /** The partner whose page it came through. */
  partner: z.string(),
  form_version: z.optional(z.string()),
  /** Why a person should look twice: `trap_filled`, `too_quick`, `no_time_token`, `old_time_token`, `cannot_open`, `other_id`, `off_contract`. */
  flags: z.array(z.string()),
  replaces: z.optional(Id),
  replaced_by: z.optional(Id),
});
export type ReferralSummary = z.infer<typeof ReferralSummary>;

/** A referral as staff read it. */
export const ReferralRecord = z.extend(ReferralSummary, {
  /** Absent while quarantined. */
  referral: z.optional(Referral),
  /** While quarantined: what came, opened where that was possible, else as it was sealed. */
  unreadable: z.optional(z.string()),
});
export type ReferralRecord = z.infer<typeof ReferralRecord>;

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

export const readReferralStatus = operation({
  method: 'post',
  path: '/v1/referrals/status',
  summary: 'Ask where a referral stands, with its reference and private code',
  callers: ['partner'],
  body: z.object({ reference: Reference, code: PrivateCode }),
  response: ReferralStatus,
  problems: ['not_found', 'not_json', 'too_large', 'timeout'],
});

export const listReferrals = operation({
  method: 'get',
  path: '/v1/referrals',
  summary: 'List referrals, the newest first; the query goes into the audit log',
  callers: ['staff'],
  query: z.object({
    ...PageQuery,
    state: z.optional(z.enum(['received', 'quarantined'])),
    /** Only those with a flag, or only those without. */
    flagged: z.optional(z.stringbool()),
    received_from: z.optional(Instant),
    received_before: z.optional(Instant),
  }),
  response: pageOf(ReferralSummary),
});

export const readReferral = operation({
  method: 'post',
  path: '/v1/referrals/{id}/reads',
  summary: 'Read one referral; who, when and why go into the audit log',
  callers: ['staff'],
  body: z.object({
    /** Why it is read now. It is sent in the body so that it stands in no address. */
    reason: text(300),
  }),
  response: ReferralRecord,
  problems: ['not_found', 'not_json', 'too_large', 'timeout'],
});
