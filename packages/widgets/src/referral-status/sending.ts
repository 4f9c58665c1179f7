import type { AdvocacyHub, Receipt, ReferralHolder, SealedRecord } from '@advocacy-hub/sdk';
import type { ChangeAnswers, ChangeKind } from './answers.ts';
import { changeOf } from './change.ts';

interface Sent {
  readonly kind: ChangeKind;
  readonly answers: ChangeAnswers;
  /** The language that it was written in. */
  readonly language: string;
  readonly signal: AbortSignal;
}

/** Sends changes so that trying again never makes two of one: the same answers go out as the same sealed bytes. */
export class Sending {
  readonly #tried = new Map<ChangeKind, { readonly answers: ChangeAnswers; readonly sealed: SealedRecord }>();

  /** Seals where that is needed, and sends. Resolves with a receipt that verifies. */
  async send(hub: AdvocacyHub, holder: ReferralHolder, { kind, answers, language, signal }: Sent): Promise<Receipt> {
    let last = this.#tried.get(kind);
    if (last?.answers !== answers) {
      last = { answers, sealed: await hub.referrals.sealChange(changeOf(kind, answers, language), { signal }) };
      this.#tried.set(kind, last);
    }
    const receipt = await hub.referrals.sendChange(holder, last.sealed, { signal });
    this.#tried.delete(kind);
    return receipt;
  }
}
