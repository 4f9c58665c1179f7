import { createHash, randomBytes } from 'node:crypto';
import type { Caller } from '@advocacy-hub/sdk/contract/operation';
import type { Database, DatabaseCaller } from './database.ts';
import { problem, Refusal } from './problem.ts';

/** Who is asking, once the hub knows. */
export type KnownCaller =
  | { readonly kind: Extract<Caller, 'anyone'> }
  | {
      readonly kind: Extract<Caller, 'partner'>;
      readonly organization: string;
      readonly id: string;
      readonly origins: readonly string[];
    }
  | { readonly kind: Extract<Caller, 'staff'>; readonly organization: string; readonly id: string };

/** A revoked key works on for this long at most. */
const remember = 5_000;

/** A new publishable key: it stands in web pages and is no secret. */
export const newPublishableKey = () => `pub_${randomBytes(18).toString('base64url')}`;

/** A new staff token: a secret, of which the hub keeps the hash alone. */
export const newStaffToken = () => `staff_${randomBytes(30).toString('base64url')}`;

/** What the hub keeps of a staff token. The token is random and long: nothing is gained by a slow hash. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest('base64url');

/** Who may come in: whose key was sent, and which pages may ask. */
export class Access {
  readonly #database: Database;
  readonly #callers: Remembered<KnownCaller>;
  readonly #origins: Remembered<ReadonlySet<string>>;

  constructor(database: Database) {
    this.#database = database;
    this.#callers = new Remembered(credential => this.#find(credential));
    this.#origins = new Remembered(() => this.#listed());
  }

  /**
   * Finds out who is asking. `beforeUnknown` is called before the database is asked for a key, and may refuse.
   *
   * @throws `not_authenticated`, `key_revoked`, `origin_not_listed`, or `secret_in_browser` when a staff token comes out of a web page.
   */
  async identify(headers: Headers, ownOrigin: string, beforeUnknown: () => Promise<void>): Promise<KnownCaller> {
    const authorization = headers.get('authorization');
    if (authorization === null) return { kind: 'anyone' };
    const credential = /^Bearer ((?:pub|staff)_[\w-]{20,60})$/.exec(authorization)?.[1];
    if (!credential) throw problem('not_authenticated');
    const origin = headers.get('origin');
    // Browsers name the site that asks; Node's fetch sends others of these headers, never this one.
    if (credential.startsWith('staff_') && (origin !== null || headers.has('sec-fetch-site')))
      throw problem('secret_in_browser');
    if (!this.#callers.has(credential)) await beforeUnknown();
    const caller = await this.#callers.get(credential);
    // The browser's word for its page is a hint that keeps other sites' pages out, never a proof: servers send none.
    if (caller.kind === 'partner' && origin !== null && origin !== ownOrigin && !caller.origins.includes(origin))
      throw problem('origin_not_listed');
    return caller;
  }

  /** Whether any partner lists this origin: a preflight carries no key that would tell which. */
  async isListed(origin: string): Promise<boolean> {
    return (await this.#origins.get('')).has(origin);
  }

  async #find(credential: string): Promise<KnownCaller> {
    const isStaff = credential.startsWith('staff_');
    const kept = isStaff ? tokenHash(credential) : credential;
    const [row] = await this.#database.transaction({ role: 'hub_service', credential: kept }, db =>
      isStaff
        ? db.sql<{ id: string; organization: string; origins: string[]; is_revoked: boolean }>`
            select id, organization_id as organization, '{}'::text[] as origins, revoked_at is not null as is_revoked
            from staff where token_hash = ${kept}`
        : db.sql<{ id: string; organization: string; origins: string[]; is_revoked: boolean }>`
            select partner.id, organization_id as organization, origins, revoked_at is not null as is_revoked
            from partner_key join partner on partner.id = partner_id where key = ${kept}`,
    );
    if (!row) throw problem('not_authenticated');
    if (row.is_revoked) throw problem('key_revoked');
    const { id, organization, origins } = row;
    return isStaff ? { kind: 'staff', organization, id } : { kind: 'partner', organization, id, origins };
  }

  /** All of them at once: an origin is anybody's claim, and each new one would cost a look. */
  async #listed(): Promise<ReadonlySet<string>> {
    const rows = await this.#database.transaction(
      { role: 'hub_service' },
      db => db.sql<{ origin: string }>`select distinct unnest(origins) as origin from partner`,
    );
    return new Set(rows.map(row => row.origin));
  }
}

/** The database's view of a caller: which role, and whose rows. */
export function databaseCaller(caller: KnownCaller): DatabaseCaller {
  switch (caller.kind) {
    case 'staff':
      return { role: 'hub_staff', organization: caller.organization };
    case 'partner':
      return { role: 'hub_partner', organization: caller.organization, partner: caller.id };
    case 'anyone':
      return { role: 'hub_partner' };
  }
}

/** Answers that are asked for again within seconds, refusals too. */
export class Remembered<T> {
  readonly #load: (key: string) => Promise<T>;
  readonly #kept = new Map<string, { readonly value: Promise<T>; readonly until: number }>();

  constructor(load: (key: string) => Promise<T>) {
    this.#load = load;
  }

  has(key: string): boolean {
    return (this.#kept.get(key)?.until ?? 0) > Date.now();
  }

  get(key: string): Promise<T> {
    const kept = this.#kept.get(key);
    if (kept && kept.until > Date.now()) return kept.value;
    // Keys are anybody's guess: what is remembered of guesses stays small.
    if (this.#kept.size >= 10_000) this.#kept.delete(this.#kept.keys().next().value ?? '');
    // Set anew, so that the oldest is the one that was asked for longest ago.
    this.#kept.delete(key);
    const value = this.#load(key);
    this.#kept.set(key, { value, until: Date.now() + remember });
    value.catch((error: unknown) => {
      if (!(error instanceof Refusal)) this.#kept.delete(key);
    });
    return value;
  }
}
