import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { decodeProtectedHeader } from 'jose';
import type { Referral } from '@advocacy-hub/sdk';
import { Id } from '@advocacy-hub/sdk/contract/common';
import { Envelope, Reference } from '@advocacy-hub/sdk/contract/envelope';
import { professionalReferral, selfReferral } from '@advocacy-hub/sdk/examples';
import { headerOf } from '@advocacy-hub/sdk/opening';
import { canonical, codeHash, referenceOf, seal, SealedHeader } from '@advocacy-hub/sdk/sealing';
import * as z from 'zod/mini';
import { failureOf, hubKeys, type HubKeys } from './setup.ts';

const flips = 1_000;
const envelopes = process.env.FULL ? 10_000 : 2_000;
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const telling = (narrative: string): Referral => ({ ...selfReferral, facts: { ...selfReferral.facts, narrative } });
/** The bytes of one of the five parts of a JWE in compact form. */
const part = (sealed: string, place: number) => Buffer.from(sealed.split('.')[place]!, 'base64url');

describe('a sealed referral', () => {
  let keys: HubKeys;

  before(async () => {
    keys = await hubKeys();
  });

  it('is what was put in, byte for byte', async () => {
    const { envelope } = await seal(professionalReferral, keys.keySet);

    assert.equal((await keys.open(envelope)).text, JSON.stringify(professionalReferral));
  });

  it('is of the contract', async () => {
    const { envelope } = await seal(selfReferral, keys.keySet, { timeToken: 'token', trapped: true });

    assert.deepEqual(z.parse(Envelope, envelope), envelope);
    assert.deepEqual([envelope.time_token, envelope.trapped], ['token', true]);
  });

  it(`does not open once a single bit of it is changed: ${flips} times`, async () => {
    const { envelope } = await seal(selfReferral, keys.keySet);
    const places = bitsOf(envelope.sealed);
    const opened: number[] = [];

    for (let flip = 0; flip < flips; flip++) {
      const bit = Math.floor((flip * places) / flips);
      const sealed = withBitFlipped(envelope.sealed, bit);
      await keys.open({ ...envelope, sealed }).then(
        () => opened.push(bit),
        () => undefined,
      );
    }

    assert.deepEqual(opened, []);
  });

  it('opens in one spelling alone', async () => {
    const { envelope } = await seal(selfReferral, keys.keySet);
    // The last letter of a part has bits that stand for nothing.
    const spellings = [0, 2, 3, 4].flatMap(place => respelt(envelope.sealed, place));
    const opened: string[] = [];

    for (const sealed of spellings) {
      await keys.open({ ...envelope, sealed }).then(
        () => opened.push(sealed),
        () => undefined,
      );
    }

    assert.ok(spellings.length > 0);
    assert.equal(opened.length, 0, `${opened.length} of ${spellings.length} other spellings open.`);
  });

  it(`never meets the same key and nonce again: ${envelopes} times`, async () => {
    const seen = new Set<string>();

    for (let count = 0; count < envelopes; count++) {
      const { envelope } = await seal(selfReferral, keys.keySet);
      const { epk } = decodeProtectedHeader(envelope.sealed) as { epk: { x: string; y: string } };
      seen.add(`${epk.x} ${epk.y} ${envelope.sealed.split('.')[2]}`);
    }

    assert.equal(seen.size, envelopes);
  });

  it('has a length that comes in steps of 4 kB', async () => {
    const lengths = new Set<number>();

    for (let length = 0; length <= 12_000; length += 400) {
      const { envelope } = await seal(telling('x'.repeat(length)), keys.keySet);
      lengths.add(part(envelope.sealed, 3).length);
    }

    assert.deepEqual([...lengths], [4_096, 8_192, 12_288, 16_384]);
  });

  it('is as long as any other of its step', async () => {
    const short = await seal(telling('I need help.'), keys.keySet);
    const long = await seal(telling('I need help. '.repeat(100)), keys.keySet);

    assert.equal(short.envelope.sealed.length, long.envelope.sealed.length);
  });

  it('shows its id, its form, and the hash of its code, and nothing else', async () => {
    const { id, reference, code, envelope } = await seal(selfReferral, keys.keySet);

    const { epk, ...header } = decodeProtectedHeader(envelope.sealed);

    assert.deepEqual(header, {
      alg: 'ECDH-ES',
      enc: 'A256GCM',
      kid: 'enc-one',
      typ: 'advocacy-referral',
      id,
      form_version: selfReferral.form_version,
      code_hash: await codeHash(reference, code),
    });
    assert.deepEqual(Object.keys(epk as object).sort(), ['crv', 'kty', 'x', 'y']);
  });

  it('names those that it replaces', async () => {
    const first = await seal(selfReferral, keys.keySet);
    const second = await seal(selfReferral, keys.keySet, { replaces: [first.id] });

    const third = await seal(selfReferral, keys.keySet, { replaces: [first.id, second.id] });

    assert.deepEqual(headerOf(SealedHeader, third.envelope.sealed)?.replaces, [first.id, second.id]);
  });

  it('replaces nothing that is no referral', async () => {
    const error = await failureOf(seal(selfReferral, keys.keySet, { replaces: ['the other one'] }));

    assert.equal(error.name, 'HubMisuseError');
    assert.doesNotMatch(error.message, /the other one/);
  });

  it('is known by its reference and code, however a person writes them down', async () => {
    const { reference, code } = await seal(selfReferral, keys.keySet);

    for (const written of [code.toLowerCase(), code.replaceAll('-', ' '), ` ${code.replaceAll('-', '')}. `]) {
      assert.equal(canonical(written), code);
    }
    assert.equal(canonical(reference.replaceAll('0', 'o').replaceAll('1', 'l')), reference);
  });

  it('holds nothing that anyone wrote, and not its private code', async () => {
    const { code, envelope } = await seal(professionalReferral, keys.keySet);
    const travels = [
      JSON.stringify(envelope),
      ...[0, 3].map(place => part(envelope.sealed, place).toString('latin1')),
    ].join();

    const found = [...textsIn(professionalReferral.facts), ...textsIn(professionalReferral.person), code]
      .filter(text => text.length > 12)
      .filter(text => spellings(text).some(spelling => travels.includes(spelling)));

    assert.deepEqual(found, []);
  });

  it('differs from any other of the same referral', async () => {
    const [one, other] = await Promise.all([seal(selfReferral, keys.keySet), seal(selfReferral, keys.keySet)]);

    for (const name of ['id', 'reference', 'code'] as const) assert.notEqual(one[name], other[name]);
    assert.notEqual(one.envelope.sealed, other.envelope.sealed);
  });

  it('has an id that begins with its time and is random after it', async () => {
    const earliest = Date.now();
    const { id } = await seal(selfReferral, keys.keySet);
    const latest = Date.now();

    assert.ok(z.safeParse(Id, id).success);
    assert.match(id, /^.{8}-.{4}-7.{3}-[89ab]/);
    const time = Number.parseInt(id.replace('-', '').slice(0, 12), 16);
    assert.ok(time >= earliest && time <= latest);
  });

  it('has a reference that follows from its id, but not from its time', async () => {
    const { id, reference } = await seal(selfReferral, keys.keySet);

    assert.equal(reference, referenceOf(id));
    assert.equal(reference, referenceOf(`00000000-0000${id.slice(13)}`));
    assert.notEqual(reference, referenceOf(id.replace(/.$/, last => (last === '0' ? '1' : '0'))));
  });

  it('has a reference and a code of letters and digits that nobody mistakes', async () => {
    const used = new Set<string>();

    for (let count = 0; count < 200; count++) {
      const { reference, code } = await seal(selfReferral, keys.keySet);
      assert.ok(z.safeParse(Reference, reference).success, reference);
      assert.match(code, /^.{4}-.{4}-.{4}$/);
      for (const letter of (reference + code).replaceAll('-', '')) used.add(letter);
    }

    assert.deepEqual([...used].sort(), [...alphabet].sort());
  });

  it('is sealed to the newest key', async () => {
    const [older, newer] = [await hubKeys('older'), await hubKeys('newer')];
    const keySet = { version: 2, keys: [...newer.keySet.keys, ...older.keySet.keys] };

    const { envelope } = await seal(selfReferral, keySet);

    assert.equal(headerOf(SealedHeader, envelope.sealed)?.kid, 'enc-newer');
    await assert.doesNotReject(newer.open(envelope));
    await assert.rejects(older.open(envelope));
  });

  it('is refused where it could never travel, before it is sealed', async () => {
    // Twenty thousand letters of Bengali are within the limit of each text, and 60 kB.
    const long = 'ক'.repeat(20_000);
    const facts = { ...selfReferral.facts, narrative: long, wants: long, communication_needs: { own_words: long } };
    const referral = { ...selfReferral, facts, person: { home_address: long } };

    const sealed = await seal(referral, keys.keySet).catch((error: Error) => error.name);

    if (typeof sealed === 'string') assert.equal(sealed, 'HubMisuseError');
    else assert.ok(z.safeParse(Envelope, sealed.envelope).success, 'It made an envelope that no hub takes.');
  });

  it('is refused where it is not of the contract, and says where', async () => {
    const error = await failureOf(seal({ ...selfReferral, language: 'not a language' }, keys.keySet));

    assert.equal(error.name, 'HubMisuseError');
    assert.match(error.message, /referral\.language \(wrong_format\)/);
  });

  it('leaves out what the contract does not know', async () => {
    const referral = { ...selfReferral, password: 'typed by mistake' };

    const { envelope } = await seal(referral, keys.keySet);

    assert.equal((await keys.open(envelope)).text, JSON.stringify(selfReferral));
  });
});

describe('a key set that nothing can be sealed with', () => {
  const point = 'A'.repeat(43);
  const offTheCurve = { kid: 'a', kty: 'EC', crv: 'P-256', x: point, y: point, use: 'enc' } as const;

  it('is told as an answer that is not of the contract, where it has no key', async () => {
    const error = await failureOf(seal(selfReferral, { version: 1, keys: [] }));

    assert.equal(error.name, 'HubMismatchError');
  });

  it('is told as an answer that is not of the contract, where its key is none', async () => {
    const error = await failureOf(seal(selfReferral, { version: 1, keys: [offTheCurve] }));

    assert.equal(error.name, 'HubMismatchError');
  });
});

/** How many bits the parts of a JWE have; the second part is empty. */
function bitsOf(sealed: string): number {
  return 8 * [0, 2, 3, 4].reduce((sum, place) => sum + part(sealed, place).length, 0);
}

function withBitFlipped(sealed: string, bit: number): string {
  const parts = sealed.split('.').map(text => Buffer.from(text, 'base64url'));
  let rest = bit >> 3;
  for (const bytes of parts) {
    if (rest < bytes.length) {
      bytes[rest]! ^= 1 << (bit & 7);
      break;
    }
    rest -= bytes.length;
  }
  return parts.map(bytes => bytes.toString('base64url')).join('.');
}

/** The same JWE with one part spelt otherwise: other letters for the same bytes. */
function respelt(sealed: string, place: number): string[] {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const parts = sealed.split('.');
  const text = parts[place]!;
  return [...letters]
    .map(letter => text.slice(0, -1) + letter)
    .filter(other => other !== text && Buffer.from(other, 'base64url').equals(part(sealed, place)))
    .map(other => parts.with(place, other).join('.'));
}

/** Everything that is text in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** A text as it would look where it was only encoded: as it is, and as base64 at each of the three places that it may begin. */
function spellings(text: string): string[] {
  const shifted = [0, 1, 2].map(blanks =>
    Buffer.from(' '.repeat(blanks) + text)
      .toString('base64url')
      .slice(4, -4),
  );
  return [text, Buffer.from(text).toString('latin1'), ...shifted];
}
