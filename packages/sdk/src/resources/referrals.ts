import type { Input } from '../contract/operation.ts';
import { readKeySet, type KeySet } from '../contract/key-set.ts';
import { createReferral, type Receipt } from '../contract/envelope.ts';
import type { listReferrals, Referral, ReferralRecord, ReferralSummary } from '../contract/referral.ts';
import { readReferralStatus, type ReferralStatus } from '../contract/status.ts';
import { HubMismatchError } from '../errors.ts';
import type { Pages } from '../page.ts';
import type { SealedReferral, SealOptions } from '../sealing.ts';
import type { CallOptions, Transport } from '../transport.ts';

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
  #keySet: KeySet | undefined;

  constructor(transport: Transport) {
    this.#transport = transport;
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
    const [{ seal }, keySet] = await Promise.all([import('../sealing.ts'), this.#keys(options)]);
    return seal(referral, keySet, options);
  }

  /** Hands over a sealed referral, the same bytes each time. Rejects with `receipt_not_verified` rather than say that it arrived. */
  async send({ envelope, reference, code }: SealedReferral, given: CallOptions = {}): Promise<ReferralReceipt> {
    const options = this.#transport.within(given);
    const [{ receiptVerifies }, receipt] = await Promise.all([
      import('../sealing.ts'),
      this.#transport.call(createReferral, { body: envelope }, options),
    ]);
    if (await receiptVerifies(receipt, envelope, (await this.#keys(options)).keys))
      return { ...receipt, reference, code };
    // The hub may have changed its key since the set was read.
    this.#keySet = undefined;
    if (await receiptVerifies(receipt, envelope, (await this.#keys(options)).keys))
      return { ...receipt, reference, code };
    throw new HubMismatchError('receipt_not_verified');
  }

  /** Tells where a referral stands. Rejects with `not_found` when reference and code do not go together. */
  status(
    { reference, code }: { readonly reference: string; readonly code: string },
    options?: CallOptions,
  ): Promise<ReferralStatus> {
    return this.#transport.call(readReferralStatus, { body: { reference, code } }, options);
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

  /** The hub's keys, read once. */
  async #keys(options: CallOptions): Promise<KeySet> {
    return (this.#keySet ??= await this.#transport.call(readKeySet, {}, options));
  }
}

/** No web page may do what staff do, so none has to load it. */
const forStaff = () => import('../contract/referral.ts');
