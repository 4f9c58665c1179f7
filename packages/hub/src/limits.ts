import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { KnownCaller } from './access.ts';
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
  readonly #wrongCodes = new RateLimiterMemory({ points: 10, duration: 3_600 });
  // Many people of one hospital may mistype.
  readonly #wrongCodesOfNetwork = new RateLimiterMemory({ points: 100, duration: 3_600 });

  constructor({ requestsAMinute, referralsAMinute }: Pick<Settings, 'requestsAMinute' | 'referralsAMinute'>) {
    this.#requests = new RateLimiterMemory({ points: requestsAMinute, duration: 60 });
    this.#referrals = new RateLimiterMemory({ points: referralsAMinute, duration: 60 });
    // One network may be a whole hospital, but it is not all of a partner's people.
    this.#referralsOfNetwork = new RateLimiterMemory({ points: Math.ceil(referralsAMinute / 4), duration: 60 });
  }

  /** Counts a request, and has the `RateLimit` headers told either way; throws `too_many_requests` above the measure. */
  async request(caller: KnownCaller, tell: (name: string, value: string) => void): Promise<void> {
    if (caller.kind === 'anyone') return;
    const used = await this.#requests.consume(caller.id).catch((refused: RateLimiterRes) => refused);
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

  /** Counts a key that nobody has. */
  async unknownKey(network: string): Promise<void> {
    await consume(this.#unknownKeys, network);
  }

  /** Throws once a reference or a network had too many wrong codes, with the right one too: nobody may try codes out. */
  async beforeCode(reference: string, network: string): Promise<void> {
    for (const [limiter, key] of this.#codes(reference, network)) {
      const used = await limiter.get(key);
      if (used && used.consumedPoints >= limiter.points) throw tooMany(used);
    }
  }

  /** Counts a code that does not go with its reference. */
  async wrongCode(reference: string, network: string): Promise<void> {
    for (const [limiter, key] of this.#codes(reference, network)) await limiter.penalty(key);
  }

  #codes(reference: string, network: string): [RateLimiterMemory, string][] {
    return [
      [this.#wrongCodes, reference],
      [this.#wrongCodesOfNetwork, network],
    ];
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
