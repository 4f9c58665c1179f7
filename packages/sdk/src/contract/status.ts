import * as z from 'zod/mini';
import { Instant, openEnum } from './common.ts';
import { Reference } from './envelope.ts';
import { operation } from './operation.ts';

/** Where a referral stands, for the person who holds its code. Nothing that was typed comes back. */
export const ReferralStatus = z.object({
  reference: Reference,
  state: openEnum(['received', 'quarantined', 'replaced', 'withdrawn']),
  received_at: Instant,
  /** When the person last withdrew or changed it. */
  changed_at: z.optional(Instant),
  /** The hub's promise: somebody is in touch within so many working days. */
  first_contact_working_days: z.optional(z.number()),
});
export type ReferralStatus = z.infer<typeof ReferralStatus>;

const Written = z.string().check(z.minLength(1), z.maxLength(40));

/** Who holds both may follow and change the referral. Read as people write: case, dashes and the letters that look like digits make no difference. */
export const Holder = { reference: Written, code: Written };

export const readReferralStatus = operation({
  method: 'post',
  path: '/v1/referrals/status',
  summary: 'Ask where a referral stands, with its reference and private code',
  callers: ['partner'],
  body: z.object(Holder),
  response: ReferralStatus,
  problems: ['not_found', 'not_json', 'too_large', 'timeout'],
});
