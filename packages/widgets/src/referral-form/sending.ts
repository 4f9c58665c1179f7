import type { AdvocacyHub, HubProfile, SealedReferral } from '@advocacy-hub/sdk';
import { loaded } from '../internal/loaded.ts';
import type { Answers } from './answers.ts';
import { referralOf } from './referral.ts';
import type { FormWords } from './strings/en.ts';

interface Sent {
  readonly answers: Answers;
  /** The words that were read. */
  readonly words: FormWords;
  readonly profile: HubProfile;
  /** Whether the field that people cannot see was filled in. */
  readonly isTrapped: boolean;
  readonly signal: AbortSignal;
}

/** How many tries the contract lets a referral name. */
const mostReplaced = 20;

/**
 * Sends answers so that trying again never makes two of one: the same answers go out as the same sealed bytes,
 * and changed answers name the tries that they replace.
 */
export class Sending {
  readonly #tried: { readonly answers: Answers; readonly sealed: SealedReferral }[] = [];

  /** Seals where that is needed, and sends. Resolves with a receipt that verifies. */
  async send(hub: AdvocacyHub, { answers, words, profile, isTrapped, signal }: Sent) {
    let last = this.#tried.at(-1);
    if (last?.answers !== answers) {
      // The client needs it next; asked for here, its failure is told from a fault in sealing.
      await loaded(import('@advocacy-hub/sdk/sealing'));
      const sealed = await hub.referrals.seal(referralOf(answers, { words, profile, now: new Date() }), {
        timeToken: profile.time_token,
        trapped: isTrapped,
        replaces: this.#tried.slice(-mostReplaced).map(each => each.sealed.id),
        signal,
      });
      last = { answers, sealed };
      this.#tried.push(last);
    }
    return hub.referrals.send(last.sealed, { signal });
  }
}
