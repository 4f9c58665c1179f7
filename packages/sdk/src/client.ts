import { readProfile, type HubProfile } from './contract/profile.ts';
import { HubMisuseError } from './errors.ts';
import { Equality } from './resources/equality.ts';
import { Referrals } from './resources/referrals.ts';
import type { Handover } from './sealing.ts';
import { Transport, type CallOptions } from './transport.ts';

export interface AdvocacyHubOptions {
  /** The hub's address: https, or http on this machine. */
  readonly url: string;
  /** A publishable key (`pub_…`) in a web page; on a server also a staff token (`staff_…`). */
  readonly key: string;
  /** Stands in for the platform's `fetch`. @default globalThis.fetch */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds that a call may take in all, its waits and tries included. @default 30_000 */
  readonly timeout?: number | undefined;
  /** How often a call is tried again where that may help. @default 2 */
  readonly retries?: number | undefined;
}

// Nothing after the path, and nobody's name or password before the host.
const address = /^(https:\/\/[^\s/?#@:]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\]))(:\d+)?(\/[^\s?#]*)?$/;

/**
 * The client of an advocacy hub.
 *
 * @example
 * const hub = new AdvocacyHub({ url: 'https://hub.example', key: 'pub_…' });
 * const receipt = await hub.referrals.create(referral);
 */
export class AdvocacyHub {
  /** Referrals: hand over, follow, change, and with a staff token read. */
  readonly referrals: Referrals;
  /** Answers to the equality questions: hand over, and with a staff token count. */
  readonly equality: Equality;
  readonly #transport: Transport;

  /** Throws a `HubMisuseError` for an address, a key or a limit that can never work, and for a staff token in a web page. */
  constructor({ url, key, fetch, timeout = 30_000, retries = 2 }: AdvocacyHubOptions) {
    if (!address.test(url)) throw new HubMisuseError('no_url');
    if (!/^(pub|staff)_[\w-]+$/.test(key)) throw new HubMisuseError('no_key');
    if (!(timeout > 0 && timeout < 2 ** 31 && retries >= 0 && retries % 1 === 0))
      throw new HubMisuseError('no_such_limit');
    if (key.startsWith('staff_') && inBrowser()) throw new HubMisuseError('secret_in_browser');
    const transport = new Transport({ url, key, fetch, timeout, retries });
    // Loaded when something is sealed: a page that only reads needs none of it.
    let handover: Handover | undefined;
    const load = async () => {
      const { Handover } = await import('./sealing.ts');
      return (handover ??= new Handover(transport));
    };
    this.#transport = transport;
    this.referrals = new Referrals(transport, load);
    this.equality = new Equality(transport, load);
  }

  /** What the hub says about itself: name, ways to speak to it, languages, privacy. */
  profile(options?: CallOptions): Promise<HubProfile> {
    return this.#transport.call(readProfile, {}, options);
  }
}

/** A page, or a worker of one: server runtimes have neither global. */
function inBrowser(): boolean {
  return 'document' in globalThis || 'WorkerLocation' in globalThis;
}
