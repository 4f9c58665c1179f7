import type { Input } from '../contract/operation.ts';
import type { ReferralChange } from '../contract/change.ts';
import type { Receipt } from '../contract/envelope.ts';
import type { listReferrals, Referral, ReferralRecord, ReferralSummary } from '../contract/referral.ts';
import type { ReferralStatus } from '../contract/status.ts';
import type { Pages } from '../page.ts';
import type { Handover, SealedRecord, SealedReferral, SealOptions } from '../sealing.ts';
import type { CallOptions, Transport } from '../transport.ts';

/** What a person took home, as they wrote it down: whoever has both may follow and change the referral. */
export interface ReferralHolder {
  readonly reference: string;
  readonly code: string;
}

/** A verified receipt, with what the person takes home. */
export interface ReferralReceipt extends Receipt {
  /** Short name of the referral, to say over the telephone. */
  readonly reference: string;
  /** The person's private code: with the reference it tells where the referral stands. */
  readonly code: string;
}

/** Referrals, as `hub.referrals`. */
export class Referrals {
  readonly #transport: Transport;
  readonly #handover: () => Promise<Handover>;

  constructor(transport: Transport, handover: () => Promise<Handover>) {
    this.#transport = transport;
    this.#handover = handover;
  }

  /**
   * Seals a referral and hands it over. Resolves only with a receipt that verifies.
   * Without the `timeToken` of a profile that was read when the form was opened, the hub flags it for a person to look at.
   * Where a person may try again later, call `seal` once and `send` as often as it takes: that never makes two of one.
   */
  async create(referral: Referral, options: SealOptions & CallOptions = {}): Promise<ReferralReceipt> {
    const within = this.#transport.within(options);
    return this.send(await this.seal(referral, within), within);
  }

  /**
   * Seals a referral to the hub's key; nothing of it leaves.
   * Where the answers were changed after a `send` without an answer, name the ids of all such tries as `replaces`.
   */
  async seal(referral: Referral, options: SealOptions & CallOptions = {}): Promise<SealedReferral> {
    return (await this.#handover()).sealReferral(referral, options);
  }

  /** Hands over a sealed referral, the same bytes each time. Rejects with `receipt_not_verified` rather than say that it arrived. */
  async send(sealed: SealedReferral, options: CallOptions = {}): Promise<ReferralReceipt> {
    const within = this.#transport.within(options);
    const { reference, code } = sealed;
    return { ...(await (await this.#handover()).sendReferral(sealed, within)), reference, code };
  }

  /** Tells where a referral stands. Rejects with `not_found` when reference and code do not go together. */
  async status({ reference, code }: ReferralHolder, options?: CallOptions): Promise<ReferralStatus> {
    const { readReferralStatus } = await import('../contract/status.ts');
    return this.#transport.call(readReferralStatus, { body: { reference, code } }, options);
  }

  /**
   * Withdraws a referral, corrects it, or tells how to reach the person: sealed, and resolved only with a receipt that verifies.
   * Rejects with `not_found` when reference and code do not go together.
   * Where a person may try again later, call `sealChange` once and `sendChange` as often as it takes.
   */
  async change(holder: ReferralHolder, change: ReferralChange, options: CallOptions = {}): Promise<Receipt> {
    const within = this.#transport.within(options);
    return this.sendChange(holder, await this.sealChange(change, within), within);
  }

  /** Seals a change to the hub's key; nothing of it leaves. */
  async sealChange(change: ReferralChange, options: CallOptions = {}): Promise<SealedRecord> {
    const [handover, { ReferralChange }] = await Promise.all([this.#handover(), forChanges()]);
    return handover.sealRecord('change', ReferralChange, change, options);
  }

  /** Hands over a sealed change, the same bytes each time. Rejects with `receipt_not_verified` rather than say that it arrived. */
  async sendChange(
    { reference, code }: ReferralHolder,
    { id, sealed }: SealedRecord,
    options: CallOptions = {},
  ): Promise<Receipt> {
    const within = this.#transport.within(options);
    const [handover, { createReferralChange }] = await Promise.all([this.#handover(), forChanges()]);
    return handover.send(createReferralChange, { reference, code, id, sealed }, within);
  }

  /** Lists referrals, the newest first. Needs a staff token. */
  list(query: Input<typeof listReferrals>['query'] = {}, options?: CallOptions): Pages<ReferralSummary> {
    return this.#transport.page(async () => (await forStaff()).listReferrals, { query }, options);
  }

  /** Reads one referral. Needs a staff token and a reason, which goes into the audit log. */
  async get(id: string, { reason, ...options }: CallOptions & { readonly reason: string }): Promise<ReferralRecord> {
    const { readReferral } = await forStaff();
    return this.#transport.call(readReferral, { params: { id }, body: { reason } }, options);
  }
}

/** No web page may do what staff do, so none has to load it. */
const forStaff = () => import('../contract/referral.ts');

/** Few people come back to change something. */
const forChanges = () => import('../contract/change.ts');
