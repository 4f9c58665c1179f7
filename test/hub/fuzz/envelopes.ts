import fc from 'fast-check';
import { base64url, CompactEncrypt, importJWK } from 'jose';
import type { PublicKey } from '@advocacy-hub/sdk/contract/key-set';
import { Referral } from '@advocacy-hub/sdk/contract/referral';
import { selfReferral } from '@advocacy-hub/sdk/examples';
import { anyValue, nastyText, placesIn, replaced, toText, valid, withOneFault } from './values.ts';

/** How an envelope's `sealed` is made: plain data, so that a failure can be read. */
export interface Sealing {
  /** What is sealed. */
  readonly text: string;
  /** What stands in the protected header instead of what ought to. */
  readonly header: Readonly<Record<string, unknown>>;
  /** What is done to the five parts after sealing. */
  readonly forgery?: { readonly part: number; readonly how: Forgery; readonly at: number; readonly text: string };
}

const forgeries = ['flip a bit', 'empty', 'replace', 'leave out', 'swap with the next', 'add a part'] as const;
type Forgery = (typeof forgeries)[number];

const referral = valid(Referral);
const asJson = referral.map(each => JSON.stringify(each));

/** Not what the header says that it is, or not what the contract says that it should be, but sealed to the hub's key. */
const headers = fc.oneof(
  fc
    .constantFrom(
      'alg',
      'enc',
      'kid',
      'typ',
      'id',
      'form_version',
      'code_hash',
      'replaces',
      'zip',
      'crit',
      'epk',
      'apu',
      'b64',
      'p2c',
    )
    .chain(name => anyValue.map(value => ({ [name]: value }))),
  fc
    .constantFrom('dir', 'none', 'RSA-OAEP', 'ECDH-ES+A256KW', 'PBES2-HS512+A256KW', 'A256KW', 'ecdh-es')
    .map(alg => ({ alg })),
  fc.constantFrom('A128GCM', 'A256CBC-HS512', 'A128CBC-HS256', 'none').map(enc => ({ enc })),
  fc.constantFrom<Record<string, unknown>>(
    { zip: 'DEF' },
    { alg: 'PBES2-HS512+A256KW', p2c: 2 ** 31, p2s: 'AAAA' },
    { crit: ['exp'], exp: 1 },
    { epk: { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) } },
    { epk: { kty: 'EC', crv: 'P-521', x: 'A', y: 'A' } },
    { epk: { kty: 'OKP', crv: 'X25519', x: 'A'.repeat(43) } },
    { id: '00000000-0000-4000-8000-000000000000' },
    { id: undefined },
    { form_version: 'a\0b' },
    { form_version: 'x'.repeat(61) },
    { replaces: '00000000-0000-4000-8000-000000000000' },
    { replaces: 'ffffffff-ffff-ffff-ffff-fffffffffffg' },
  ),
);

const noChange = fc.constant({});

/** Sealed as it should be, but not holding a referral. */
export const offContract: fc.Arbitrary<Sealing> = fc.record({
  text: fc.oneof(
    withOneFault(referral).map(toText),
    anyValue.map(toText),
    nastyText,
    asJson.map(text => text.slice(0, -1)),
    asJson.map(text => `\ufeff${text}`),
  ),
  header: noChange,
});

/** A true referral whose header or parts are not what they should be. */
export const forged: fc.Arbitrary<Sealing> = fc.oneof(
  fc.record({ text: asJson, header: headers }),
  fc.record({
    text: asJson,
    header: noChange,
    forgery: fc.record({ part: fc.nat(4), how: fc.constantFrom(...forgeries), at: fc.nat(), text: nastyText }),
  }),
);

/** Nothing wrong with it at all. */
export const sound: fc.Arbitrary<Sealing> = fc.record({ text: asJson, header: noChange });

/** One text in each field and part of a sealed referral, in its story, in one more of its places, and as all of it. */
export function nastySealings(text: string, turn: number): Sealing[] {
  const places = placesIn(selfReferral);
  const fields = ['kid', 'typ', 'id', 'form_version', 'code_hash', 'replaces', 'apu', 'cty'];
  return [
    ...fields.map(field => ({ text: JSON.stringify(selfReferral), header: { [field]: text } })),
    ...[0, 1, 2, 3, 4].map(part => ({
      text: JSON.stringify(selfReferral),
      header: {},
      forgery: { part, how: 'replace' as const, at: 0, text },
    })),
    ...[['facts', 'narrative'], places[turn % places.length]!].map(place => ({
      text: JSON.stringify(replaced(selfReferral, place, text)),
      header: {},
    })),
    { text, header: {} },
  ];
}

/** Seals as `Sealing` says, for this id and this key of the hub. */
export async function sealAs({ text, header, forgery }: Sealing, id: string, key: PublicKey): Promise<string> {
  const usual = {
    alg: 'ECDH-ES',
    enc: 'A256GCM',
    kid: key.kid,
    typ: 'advocacy-referral',
    id,
    form_version: 'form@1',
    code_hash: 'A'.repeat(43),
  };
  const parts = (await sealed(text, { ...usual, ...header }, key)).split('.');
  if (!forgery) return parts.join('.');
  const { part, how } = forgery;
  const old = parts[part]!;
  switch (how) {
    case 'flip a bit':
      parts[part] = flipped(old, forgery.at);
      break;
    case 'empty':
      parts[part] = '';
      break;
    case 'replace':
      parts[part] = forgery.text;
      break;
    case 'leave out':
      parts.splice(part, 1);
      break;
    case 'swap with the next':
      parts.splice(part, 2, parts[part + 1] ?? '', old);
      break;
    case 'add a part':
      parts.splice(part, 0, forgery.text);
  }
  return parts.join('.') || '.';
}

/** Seals with this header where that is possible, and writes it over a sound one where it is not. */
async function sealed(text: string, header: Record<string, unknown>, key: PublicKey): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const { epk: _, ...sealable } = header;
  if (!('epk' in header) && (header['alg'] === 'ECDH-ES' || header['alg'] === 'ECDH-ES+A256KW')) {
    try {
      const compact = new CompactEncrypt(bytes).setProtectedHeader(sealable as { alg: string; enc: string });
      return await compact.encrypt(await importJWK(key, header['alg']));
    } catch {
      // This header cannot be sealed with: the one below is forged.
    }
  }
  const honest = { alg: 'ECDH-ES', enc: 'A256GCM', kid: key.kid };
  const parts = (
    await new CompactEncrypt(bytes).setProtectedHeader(honest).encrypt(await importJWK(key, 'ECDH-ES'))
  ).split('.');
  const { epk } = JSON.parse(new TextDecoder().decode(base64url.decode(parts[0]!))) as { epk: unknown };
  return [base64url.encode(toText({ epk, ...header })), ...parts.slice(1)].join('.');
}

function flipped(part: string, at: number): string {
  const bytes = base64url.decode(part);
  if (bytes.length === 0) return 'AAAA';
  bytes[at % bytes.length]! ^= 1 << (at % 8);
  return base64url.encode(bytes);
}
