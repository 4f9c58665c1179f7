import * as z from 'zod/mini';
import { Id, Instant, Language, Line } from './common.ts';
import { Receipt, Sealed } from './envelope.ts';
import { SafeContact } from './facts.ts';
import { operation } from './operation.ts';
import { Story } from './said.ts';
import { Holder } from './status.ts';

/**
 * What a person wants done about a referral whose reference and code they hold. One shape for all kinds:
 * whoever withdraws may say why, and whoever corrects may give another number at once.
 */
export const ReferralChange = z.object({
  /** `withdraw`: nobody is to act on it any more. `correct`: something in it was wrong. `contact`: reach me in another way. */
  kind: z.enum(['withdraw', 'correct', 'contact']),
  /** The language that it was written in. */
  language: Language,
  words: z.optional(Story),
  safe_contact: z.optional(SafeContact),
  person: z.optional(z.object({ telephone: z.optional(Line), email: z.optional(Line) })),
});
export type ReferralChange = z.infer<typeof ReferralChange>;

/** A change as staff read it, beside the referral, which stays as it was sent. */
export const ReferralChangeRecord = z.object({
  id: Id,
  received_at: Instant,
  /** Absent where it could not be read. */
  change: z.optional(ReferralChange),
  /** What came instead, opened where that was possible, else as it was sealed. */
  unreadable: z.optional(z.string()),
});
export type ReferralChangeRecord = z.infer<typeof ReferralChangeRecord>;

export const createReferralChange = operation({
  method: 'post',
  path: '/v1/referrals/changes',
  summary: 'Withdraw or correct a referral, with its reference and private code',
  callers: ['partner'],
  // `sealed` holds a `ReferralChange`; its header's `typ` is `advocacy-change`.
  body: z.object({ ...Holder, ...Sealed }),
  response: Receipt,
  statuses: [201, 202],
  problems: ['not_found', 'id_taken', 'not_json', 'too_large', 'timeout'],
});
