import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { CompactEncrypt, compactDecrypt, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';
import type { KeySet, PublicKey } from '@advocacy-hub/sdk/contract/key-set';
import type { Database, Db } from './database.ts';

interface KeyRow {
  readonly kid: string;
  readonly use: 'enc' | 'sig';
  readonly public_key: PublicKey;
  readonly private_key: string;
}

/** Keys that another process added are found after this long. */
const refreshAfter = 60_000;

/**
 * The hub's keys: pairs in the database, their private halves encrypted with the secret, which is never in it.
 * From the secret comes one key for each purpose, so that no purpose can stand in for another.
 */
export class Keys {
  readonly #database: Database;
  readonly #atRest: Promise<CryptoKey>;
  readonly #codes: Uint8Array;
  readonly #times: Uint8Array;
  #rows: readonly KeyRow[] = [];
  #readAt = -Infinity;
  readonly #imported = new Map<string, Promise<CryptoKey>>();

  constructor(database: Database, secret: string) {
    const derive = (purpose: string) =>
      new Uint8Array(hkdfSync('sha256', Buffer.from(secret, 'base64url'), '', purpose, 32));
    this.#database = database;
    // Imported once: given as bytes it would be imported anew for every text.
    this.#atRest = crypto.subtle.importKey('raw', derive('advocacy-hub at rest'), 'AES-GCM', false, [
      'encrypt',
      'decrypt',
    ]);
    this.#codes = derive('advocacy-hub private codes');
    this.#times = derive('advocacy-hub time tokens');
  }

  /** What is published: the newest key of each use first, older ones after them. */
  async keySet(): Promise<KeySet> {
    const rows = await this.#current();
    return { version: rows.length, keys: rows.map(row => row.public_key) };
  }

  /** Whether there are keys of both uses and the secret opens them. Rejects when the database does not answer. */
  async areUsable(): Promise<boolean> {
    const rows = await this.#read();
    const newest = (['enc', 'sig'] as const).map(use => rows.find(row => row.use === use));
    const opened = newest.map(row =>
      row ? this.#import(row) : Promise.reject(new TypeError('There is no such key.')),
    );
    return Promise.all(opened).then(
      () => true,
      () => false,
    );
  }

  /** The private key that opens envelopes sealed to `kid`; undefined when the hub never had it. */
  async opening(kid: string): Promise<CryptoKey | undefined> {
    const is = (row: KeyRow) => row.use === 'enc' && row.kid === kid;
    // Another process may have made it since.
    const row = (await this.#current()).find(is) ?? (await this.#read()).find(is);
    return row && this.#import(row);
  }

  /** The private key that signs receipts now. */
  async signing(): Promise<{ kid: string; key: CryptoKey }> {
    const row = (await this.#current()).find(each => each.use === 'sig');
    if (!row) throw new TypeError('The hub has no key to sign with.');
    return { kid: row.kid, key: await this.#import(row) };
  }

  /** Adds a new pair of each use; older ones go on to open and to verify. */
  async rotate(db: Db): Promise<void> {
    for (const use of ['enc', 'sig'] as const) {
      const pair = await generateKeyPair(use === 'enc' ? 'ECDH-ES' : 'ES256', { crv: 'P-256', extractable: true });
      const kid = `${use}-${crypto.randomUUID()}`;
      const publicKey = { ...(await exportJWK(pair.publicKey)), kid, use };
      const privateKey = await this.protect(kid, JSON.stringify(await exportJWK(pair.privateKey)));
      await db.sql`insert into hub_key (kid, use, public_key, private_key)
        values (${kid}, ${use}, ${JSON.stringify(publicKey)}::jsonb, ${privateKey})`;
    }
    this.#readAt = -Infinity;
  }

  /** Encrypts a text for the database, bound to the row that holds it. */
  async protect(row: string, text: string): Promise<string> {
    return new CompactEncrypt(new TextEncoder().encode(text))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', row })
      .encrypt(await this.#atRest);
  }

  /** Decrypts what `protect` made for this row. Rejects when it was made for another, or with another secret. */
  async reveal(row: string, protectedText: string): Promise<string> {
    const { plaintext, protectedHeader } = await compactDecrypt(protectedText, await this.#atRest, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    if (protectedHeader['row'] !== row) throw new TypeError('This text belongs to another row.');
    return new TextDecoder().decode(plaintext);
  }

  /** What the database holds of a private code: useless without the secret. */
  codeMac(codeHash: string): string {
    return createHmac('sha256', this.#codes).update(codeHash).digest('base64url');
  }

  /** A signed note of when a form was opened, and for which partner. */
  timeToken(partner: string, at: number): string {
    const noted = at.toString(36);
    return `${noted}.${this.#timeMac(partner, noted).toString('base64url')}`;
  }

  /** When a time token was made, in milliseconds; undefined when this hub did not make it for this partner. */
  readTimeToken(partner: string, token: string): number | undefined {
    const [noted = '', mac = ''] = token.split('.');
    const expected = this.#timeMac(partner, noted);
    const given = Buffer.from(mac, 'base64url');
    return given.length === expected.length && timingSafeEqual(given, expected) ? parseInt(noted, 36) : undefined;
  }

  #timeMac(partner: string, noted: string): Buffer {
    return createHmac('sha256', this.#times).update(`${partner}.${noted}`).digest();
  }

  #import(row: KeyRow): Promise<CryptoKey> {
    let key = this.#imported.get(row.kid);
    if (!key) {
      key = this.reveal(row.kid, row.private_key).then(text => {
        const jwk = JSON.parse(text) as JWK;
        return importJWK(jwk, row.use === 'enc' ? 'ECDH-ES' : 'ES256') as Promise<CryptoKey>;
      });
      this.#imported.set(row.kid, key);
    }
    return key;
  }

  async #current(): Promise<readonly KeyRow[]> {
    return Date.now() - this.#readAt > refreshAfter ? this.#read() : this.#rows;
  }

  async #read(): Promise<readonly KeyRow[]> {
    this.#rows = await this.#database.transaction(
      { role: 'hub_service' },
      db => db.sql<KeyRow>`select kid, use, public_key, private_key from hub_key order by position desc`,
    );
    this.#readAt = Date.now();
    return this.#rows;
  }
}
