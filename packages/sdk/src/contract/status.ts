import * as z from 'zod/mini';
import { Instant, openEnum } from './common.ts';
import { Reference } from './envelope.ts';
import { operation } from './operation.ts';

/** Where a referral stands, for the person who holds its code. Nothing that was typed comes back. */
export const ReferralStatus = z.object({
  reference: Reference,
  state: openEnum(['received', 'quarantined', 'replaced']),
  received_at: Instant,
});
export type ReferralStatus = z.infer<typeof ReferralStatus>;

const Written = z.string().check(z.minLength(1), z.maxLength(40));

export const readReferralStatus = operation({
  method: 'post',
  path: '/v1/referrals/status',
  summary: 'Ask where a referral stands, with its reference and private code',
  callers: ['partner'],
  // Read as people write: case, dashes and the letters that look like digits make no difference.
  body: z.object({ reference: Written, code: Written }),
  response: ReferralStatus,
  problems: ['not_found', 'not_json', 'too_large', 'timeout'],
});
