import type { Receipt } from '../contract/envelope.ts';
import type { EqualityAnswers, EqualityReport } from '../contract/equality.ts';
import type { Handover, SealedRecord } from '../sealing.ts';
import type { CallOptions, Transport } from '../transport.ts';

/** Answers to the equality questions, as `hub.equality`. They are kept apart from every referral. */
export class Equality {
  readonly #transport: Transport;
  readonly #handover: () => Promise<Handover>;

  constructor(transport: Transport, handover: () => Promise<Handover>) {
    this.#transport = transport;
    this.#handover = handover;
  }

  /**
   * Seals one person's answers and hands them over. Resolves only with a receipt that verifies; it names the month and no day.
   * Where a person may try again later, call `seal` once and `sendSealed` as often as it takes: that never counts them twice.
   */
  async send(answers: EqualityAnswers, options: CallOptions = {}): Promise<Receipt> {
    const within = this.#transport.within(options);
    return this.sendSealed(await this.seal(answers, within), within);
  }

  /** Seals answers to the hub's key; nothing of them leaves. */
  async seal(answers: EqualityAnswers, options: CallOptions = {}): Promise<SealedRecord> {
    const [handover, { EqualityAnswers }] = await Promise.all([this.#handover(), contract()]);
    return handover.sealRecord('equality', EqualityAnswers, answers, options);
  }

  /** Hands over sealed answers, the same bytes each time. Rejects with `receipt_not_verified` rather than say that they arrived. */
  async sendSealed(sealed: SealedRecord, options: CallOptions = {}): Promise<Receipt> {
    const [handover, { createEqualityAnswers }] = await Promise.all([this.#handover(), contract()]);
    return handover.send(createEqualityAnswers, sealed, options);
  }

  /**
   * Counts the answers of a quarter, such as `2026-Q3`. Small numbers are kept back. Needs a staff token.
   * Rejects with `bad_request` while the quarter still runs, and for a day after it.
   */
  async report({ quarter }: { readonly quarter: string }, options?: CallOptions): Promise<EqualityReport> {
    const { readEqualityReport } = await contract();
    return this.#transport.call(readEqualityReport, { query: { quarter } }, options);
  }
}

/** Most pages never ask these questions, so none loads them before it does. */
const contract = () => import('../contract/equality.ts');
