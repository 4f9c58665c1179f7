import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { problem } from './problem.ts';
import type { Settings } from './settings.ts';

/**
 * How much one key and one network may ask of this process. Each key has its own measure,
 * so that a partner whose page is misused cannot use up what others have.
 */
export class Limits {
  readonly #requests: RateLimiterMemory;
  readonly #referrals: RateLimiterMemory;
  readonly #referralsOfNetwork: RateLimiterMemory;
  readonly #unknownKeys = new RateLimiterMemory({ points: 60, duration: 60 });
  // Many people of one hospital may mistype; sixty random bits are not found in a hundred tries an hour.
  readonly #codes = new RateLimiterMemory({ points: 100, duration: 3_600 });
  readonly #keyless = new RateLimiterMemory({ points: 300, duration: 60 });

  constructor({ requestsAMinute, referralsAMinute }: Pick<Settings, 'requestsAMinute' | 'referralsAMinute'>) {
    this.#requests = new RateLimiterMemory({ points: requestsAMinute, duration: 60 });
    this.#referrals = new RateLimiterMemory({ points: referralsAMinute, duration: 60 });
    // One network may be a whole hospital, but it is not all of a partner's people.
    this.#referralsOfNetwork = new RateLimiterMemory({ points: Math.ceil(referralsAMinute / 4), duration: 60 });
  }

  /** Counts a request of a key, and has the `RateLimit` headers told either way; throws `too_many_requests` above the measure. */
  async request(caller: string, tell: (name: string, value: string) => void): Promise<void> {
    const used = await this.#requests.consume(caller).catch((refused: RateLimiterRes) => refused);
    const seconds = Math.ceil(used.msBeforeNext / 1_000);
    tell('RateLimit-Policy', `"key";q=${this.#requests.points};w=60`);
    tell('RateLimit', `"key";r=${used.remainingPoints};t=${seconds}`);
    if (used.consumedPoints > this.#requests.points) throw tooMany(used);
  }

  /** Counts a referral of this partner that comes from this network. */
  async referral(partner: string, network: string): Promise<void> {
    await consume(this.#referralsOfNetwork, `${partner} ${network}`);
    await consume(this.#referrals, partner);
  }

  /** Counts a request without a key. */
  async keyless(network: string): Promise<void> {
    await consume(this.#keyless, network);
  }

  /** Throws once a network has tried too many keys that nobody has: looking one more up would cost others their time. */
  async beforeUnknownKey(network: string): Promise<void> {
    const used = await this.#unknownKeys.get(network);
    if (used && used.consumedPoints >= this.#unknownKeys.points) throw tooMany(used);
  }

  /** Counts a key that nobody has. */
  async unknownKey(network: string): Promise<void> {
    await this.#unknownKeys.penalty(network);
  }

  /**
   * Counts a try of a private code. It is counted by network and not by reference: a reference is said and printed,
   * and nobody may lock a person out by trying codes under theirs.
   */
  async code(network: string): Promise<void> {
    await consume(this.#codes, network);
  }

  /** Takes a try back: its code was right. */
  async rightCode(network: string): Promise<void> {
    await this.#codes.reward(network);
  }
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(key);
  } catch (used) {
    throw used instanceof RateLimiterRes ? tooMany(used) : used;
  }
}

function tooMany({ msBeforeNext }: RateLimiterRes) {
  return problem('too_many_requests', { retryAfter: Math.max(1, Math.ceil(msBeforeNext / 1_000)) });
}
