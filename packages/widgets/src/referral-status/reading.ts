import type { AdvocacyHub, ReferralHolder, ReferralStatus } from '@advocacy-hub/sdk';
import { failureOf } from '../internal/failure.ts';
import { loaded } from '../internal/loaded.ts';

/** Asks where a referral stands. Resolves with `no_match` where reference and code do not go together. */
export async function readStatus(
  hub: AdvocacyHub,
  holder: ReferralHolder,
  signal: AbortSignal,
): Promise<ReferralStatus | 'no_match'> {
  // The client needs it next; asked for here, its failure is told from any other.
  const { Holder } = await loaded(import('@advocacy-hub/sdk/contract/status'));
  // What is longer than any code goes with nothing.
  const couldBe = Holder.reference.safeParse(holder.reference).success && Holder.code.safeParse(holder.code).success;
  if (!couldBe) return 'no_match';
  try {
    return await hub.referrals.status(holder, { signal });
  } catch (error) {
    if (failureOf(error).code === 'not_found') return 'no_match';
    throw error;
  }
}
