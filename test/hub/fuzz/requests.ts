import fc from 'fast-check';
import { ReferralChange } from '@advocacy-hub/sdk/contract/change';
import { Envelope } from '@advocacy-hub/sdk/contract/envelope';
import { EqualityAnswers } from '@advocacy-hub/sdk/contract/equality';
import type { Operation } from '@advocacy-hub/sdk/contract/operation';
import { operations, type OperationName } from '@advocacy-hub/sdk/contract/operations';
import type { ProblemCode } from '@advocacy-hub/sdk/contract/problem';
import { origin, otherOrigin } from '../setup.ts';
import { forged, nastySealings, offContract, sound, type Sealing } from './envelopes.ts';
import { anyValue, canary, nasty, nastyText, placesIn, replaced, toText, valid, withOneFault } from './values.ts';

/** What the hub knows and an attempt may use. */
export interface World {
  readonly partnerKeys: readonly string[];
  readonly staffTokens: readonly string[];
  readonly revoked: readonly string[];
  /** Referrals that the first staff token may read. */
  readonly ids: readonly string[];
  /** References with the codes that go with them. */
  readonly codes: readonly { readonly reference: string; readonly code: string }[];
  /** Others, that may be changed: what a change says is shown to staff who read them, and so they are not among `ids`. */
  readonly changeable: readonly { readonly reference: string; readonly code: string }[];
  readonly cursors: readonly string[];
  readonly timeTokens: readonly string[];
}

/** One request, as plain data, so that a failure can be read and sent again. */
export interface Attempt {
  readonly kind: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** An envelope that is sealed when it is sent. */
  readonly envelope?: {
    readonly id: string;
    readonly sealing: Sealing;
    readonly more: Readonly<Record<string, unknown>>;
  };
  /** The codes that alone may answer it, `ok` among them. @default any */
  readonly expected?: readonly (ProblemCode | 'ok')[];
}

type Attempts = fc.Arbitrary<Attempt>;

const uuid = fc.uuid();
const json = { 'content-type': 'application/json' };

/** Attempts at one operation, of every kind that it can be asked wrongly in. */
export function attemptsAt(name: OperationName, world: World): Attempts {
  const operation: Operation = operations[name];
  const usual = usualAttempts(operation, world);
  const kinds: Attempts[] = [
    usual,
    wrongKeys(usual, operation, world),
    strangeHeaders(usual),
    strangeQueries(usual, operation, world),
    ...(operation.path.includes('{') ? [wrongIds(usual, operation)] : []),
    ...(operation.body ? [...wrongBodies(usual, operation), wrongTypes(usual), usual] : []),
    ...(name === 'createReferral' ? envelopes(usual, world) : []),
    ...(name === 'createReferralChange' ? records('change', valid(ReferralChange), usual, uuid, world.changeable) : []),
    ...(name === 'createEqualityAnswers'
      ? records('equality', valid(EqualityAnswers), usual, fc.uuid({ version: 4 }), [{}])
      : []),
  ];
  // Where a query is read, most is to be found in it.
  return fc.oneof(
    ...kinds,
    ...(operation.query ? [strangeQueries(usual, operation, world), strangeQueries(usual, operation, world)] : []),
  );
}

/** Each nasty text in each place of one operation that takes a text: what chance must not leave out. */
export function everyNastyText(name: OperationName, world: World): Attempt[] {
  const operation: Operation = operations[name];
  const path = operation.path.replace(/\{\w+\}/g, world.ids[0]!);
  const attempt = {
    kind: 'nasty text',
    method: operation.method.toUpperCase(),
    headers: {
      ...(!operation.callers.includes('anyone') && { authorization: `Bearer ${keysFor(operation, world)[0]}` }),
      ...(operation.body && json),
    },
  };
  const sample = samples[name];
  return nasty.flatMap((text, index): Attempt[] => [
    ...Object.keys(operation.query?.shape ?? {}).map(each => ({
      ...attempt,
      path: `${path}?${asQuery([each, text])}`,
    })),
    ...(sample
      ? placesIn(sample).map(place => ({ ...attempt, path, body: toText(replaced(sample, place, text)) }))
      : []),
    ...(operation.path.includes('{')
      ? [{ ...attempt, path: operation.path.replace(/\{\w+\}/g, () => inPath(text)), body: toText(sample) }]
      : []),
    ...(name === 'createReferral'
      ? nastySealings(text, index).map((sealing, nth) => ({
          ...attempt,
          path,
          kind: 'nasty text inside',
          envelope: {
            id: `00000000-0000-4000-8000-${String(index).padStart(6, '0')}${String(nth).padStart(6, '0')}`,
            sealing,
            more: {},
          },
        }))
      : []),
  ]);
}

/** Bodies of the contract. */
const samples: { readonly [name in OperationName]?: unknown } = {
  createReferral: { id: '00000000-0000-4000-8000-000000000000', sealed: 'x', time_token: 'x' },
  readReferralStatus: { reference: 'AAAA-AAAA', code: 'AAAA-AAAA-AAAA' },
  createReferralChange: {
    reference: 'AAAA-AAAA',
    code: 'AAAA-AAAA-AAAA',
    id: '00000000-0000-4000-8000-000000000000',
    sealed: 'x',
  },
  createEqualityAnswers: { id: '00000000-0000-4000-8000-000000000000', sealed: 'x' },
  readReferral: { reason: 'x' },
};

/** Keys that an operation takes; any of them where it takes none. */
function keysFor({ callers }: Operation, world: World): string[] {
  const keys = [
    ...(callers.includes('partner') ? world.partnerKeys : []),
    ...(callers.includes('staff') ? world.staffTokens : []),
  ];
  return keys.length > 0 ? keys : [...world.partnerKeys];
}

/** Everything right, so that the other kinds have one thing wrong. */
function usualAttempts(operation: Operation, world: World): Attempts {
  const keys = keysFor(operation, world);
  const path = operation.path.includes('{')
    ? fc.oneof(fc.constantFrom(...world.ids), uuid).map(id => operation.path.replace(/\{\w+\}/g, id))
    : fc.constant<string>(operation.path);
  const right =
    operation === operations.readReferralStatus || operation === operations.createReferralChange
      ? fc.option(fc.constantFrom(...(operation === operations.readReferralStatus ? world.codes : world.changeable)), {
          nil: undefined,
        })
      : fc.constant(undefined);
  const text: fc.Arbitrary<string | undefined> = operation.body
    ? fc
        .tuple(valid(operation.body), right)
        .map(([body, known]) => toText(known ? { ...(body as object), ...known } : body))
    : fc.constant(undefined);
  return fc.tuple(path, text, fc.constantFrom(...keys)).map(([path, body, key]) => ({
    kind: 'of the contract',
    method: operation.method.toUpperCase(),
    path,
    headers: {
      ...(operation.callers.includes('anyone') ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : json),
    },
    ...(body !== undefined && { body }),
  }));
}

function wrongBodies(usual: Attempts, operation: Operation): Attempts[] {
  const text = valid(operation.body!).map(toText);
  const bodies: Record<string, fc.Arbitrary<string | Uint8Array>> = {
    'not JSON': fc.oneof(
      text.chain(whole => fc.nat(whole.length - 1).map(length => whole.slice(0, length))),
      text.map(whole => `${whole},`),
      text.map(whole => whole.replaceAll('"', "'")),
      text.map(whole => `// comment\n${whole}`),
      text.map(whole => Buffer.from(whole, 'utf16le')),
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom(
        '',
        '{',
        '[1,]',
        '{"a":NaN}',
        '{"a":undefined}',
        '\0',
        "{'a':1}",
        '{"a":"\u0001"}',
        '"',
        `{"${canary}`,
      ),
      nastyText,
    ),
    'any JSON': anyValue.map(toText),
    'one fault': withOneFault(valid(operation.body!)).map(toText),
    'too large': fc
      .integer({ min: 256 * 1_024 + 1, max: 600_000 })
      .map(length => `{"id":"${canary.padEnd(length, 'x')}"}`),
  };
  return Object.entries(bodies).map(([kind, arbitrary]) =>
    fc.tuple(usual, arbitrary).map(([attempt, body]) => ({
      ...attempt,
      kind,
      body,
      ...(kind === 'too large' && { expected: ['too_large'] as const }),
    })),
  );
}

/** What a plain HTML form can send without asking first, and what only looks like JSON. */
const otherTypes = [
  ...[
    '',
    'text/plain',
    'text/plain;charset=UTF-8',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
  ],
  ...['text/json', 'application/jsonx', 'application/json-patch+json', 'application/vnd.api+json', 'application/xml'],
  ...[
    'application',
    'json',
    'text/plain; application/json',
    'text/plain, application/json',
    'x'.repeat(5_000),
    `${canary}/json`,
  ],
];

function wrongTypes(usual: Attempts): Attempts {
  return fc.tuple(usual, fc.constantFrom(...otherTypes)).map(([attempt, type]) => ({
    ...attempt,
    kind: 'content type',
    headers: { ...attempt.headers, 'content-type': type },
    expected: ['not_json'],
  }));
}

function wrongKeys(usual: Attempts, operation: Operation, world: World): Attempts {
  const own = operation.callers.includes('staff') ? world.partnerKeys : world.staffTokens;
  const known = operation.callers.length > 1 ? [] : own.map(key => `Bearer ${key}`);
  const unknown = fc.oneof(
    fc.constantFrom(
      'Bearer',
      'Bearer ',
      'bearer x',
      'Basic cHViOg==',
      `Token ${canary}`,
      `pub_${canary.padEnd(24, 'x')}`,
    ),
    fc.constantFrom(`Bearer pub_${'x'.repeat(24)}`, `Bearer staff_${'x'.repeat(40)}`, `Bearer ${'x'.repeat(9_000)}`),
    fc.constantFrom(...world.revoked, ...world.partnerKeys).map(key => `Bearer ${key}x`),
    headerValue.map(value => `Bearer ${value}`),
    headerValue,
  );
  const refused: readonly ProblemCode[] = ['not_authenticated', 'key_revoked', 'forbidden'];
  return fc
    .tuple(
      usual,
      fc.oneof(
        fc.constant(undefined),
        fc.constantFrom(...known, ...world.revoked.map(key => `Bearer ${key}`)),
        unknown,
      ),
    )
    .map(([{ headers, ...attempt }, authorization]) => {
      const { authorization: _, ...others } = headers;
      const isOpen = operation.callers.includes('anyone') && authorization === undefined;
      return {
        ...attempt,
        kind: 'key',
        headers: { ...others, ...(authorization !== undefined && { authorization }) },
        // Where no key is needed a known one does no harm.
        expected: isOpen ? ['ok'] : operation.callers.includes('anyone') ? [...refused, 'ok'] : refused,
      };
    });
}

/** What a header can hold; the platform refuses anything else before it leaves. */
const headerValue = fc.oneof(
  fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map(code => String.fromCharCode(code)), maxLength: 60 }),
  fc.string({ unit: fc.integer({ min: 0xa0, max: 0xff }).map(code => String.fromCharCode(code)), maxLength: 60 }),
  fc.constantFrom(
    canary,
    'x'.repeat(20_000),
    '*',
    'null',
    'GET',
    'DELETE',
    '127.0.0.1',
    '::1',
    ',,,',
    '"',
    '../..',
    "';--",
  ),
);
const headerNames = [
  ...[
    'x-http-method-override',
    'x-http-method',
    'x-method-override',
    'x-forwarded-for',
    'x-forwarded-host',
    'forwarded',
    'x-real-ip',
  ],
  ...['x-original-url', 'x-rewrite-url', 'referer', 'accept', 'accept-encoding', 'accept-language', 'cookie', 'range'],
  ...['if-none-match', 'if-modified-since', 'content-encoding', 'content-language', 'sec-fetch-mode', 'te', 'upgrade'],
  ...[
    'request-id',
    'x-request-id',
    'traceparent',
    'idempotency-key',
    'prefer',
    'expect',
    'access-control-request-method',
    canary,
  ],
];

function strangeHeaders(usual: Attempts): Attempts {
  const headers = fc.dictionary(fc.constantFrom(...headerNames), headerValue, {
    minKeys: 1,
    maxKeys: 12,
    noNullPrototype: true,
  });
  const origins = fc
    .constantFrom(origin, otherOrigin, 'null', `https://${canary}.example`, `${origin}.evil.example`)
    .map(origin => ({ origin }));
  return fc
    .tuple(usual, fc.oneof(headers, origins as fc.Arbitrary<Record<string, string>>))
    .map(([attempt, more]) => ({ ...attempt, kind: 'headers', headers: { ...attempt.headers, ...more } }));
}

/** What is odd in a query, by its name. */
function oddValues(name: string, world: World): fc.Arbitrary<string> {
  const instants = [
    '2026-11-22T09:30:00Z',
    '2999-12-31T23:59:59-14:59',
    '1000-01-01T00:00:00+14:59',
    '0000-01-01T00:00:00Z',
  ];
  const cursor = fc
    .tuple(
      fc.oneof(fc.constantFrom(...instants), nastyText),
      fc.oneof(uuid, nastyText),
      fc.constantFrom(' ', '  ', ',', ''),
    )
    .map(([at, id, between]) => Buffer.from(`${at}${between}${id}`).toString('base64url'));
  const odd: Readonly<Record<string, fc.Arbitrary<string>>> = {
    limit: fc.constantFrom(
      '0',
      '1',
      '200',
      '201',
      '-1',
      '1.5',
      '199.99',
      '1e2',
      '1e400',
      '0x10',
      ' 7 ',
      'NaN',
      '',
      '٣',
      '1,2',
      '9'.repeat(30),
    ),
    cursor: fc.oneof(
      cursor,
      fc.constantFrom(
        ...world.cursors,
        ...world.cursors.map(each => each.slice(1)),
        ...world.cursors.map(each => `${each}A`),
      ),
    ),
    received_from: fc.oneof(fc.constantFrom(...instants), fc.date().map(String)),
    received_before: fc.oneof(
      fc.constantFrom(...instants),
      fc.date({ noInvalidDate: true }).map(date => date.toISOString()),
    ),
  };
  return fc.oneof(nastyText, odd[name] ?? fc.constantFrom('yes', 'YES', 'received', 'received,quarantined', '[]'));
}

function strangeQueries(usual: Attempts, operation: Operation, world: World): Attempts {
  const names = Object.keys(operation.query?.shape ?? {});
  const anything = fc.array(fc.tuple(nastyText, nastyText), { minLength: 1, maxLength: 6 });
  const query = operation.query
    ? fc.oneof(
        { weight: 1, arbitrary: anything },
        {
          weight: 8,
          arbitrary: fc
            .tuple(valid(operation.query), fc.constantFrom(...names))
            .chain(([right, name]) =>
              oddValues(name, world).map(odd => Object.entries({ ...right, [name]: odd }) as [string, string][]),
            ),
        },
        // Each name twice.
        {
          weight: 1,
          arbitrary: valid(operation.query).map(right =>
            [...Object.entries(right), ...Object.entries(right)].map(
              ([name, value]) => [name, String(value)] as [string, string],
            ),
          ),
        },
      )
    : anything;
  const broken = fc.constantFrom(
    '%',
    '%zz',
    '&&&',
    '=',
    'limit=%ff',
    'limit=%00',
    `a=${'%41'.repeat(5_000)}`,
    '?'.repeat(100),
  );
  const text = fc.oneof(
    { weight: 9, arbitrary: query.map(pairs => pairs.map(asQuery).join('&')) },
    { weight: 1, arbitrary: broken },
  );
  return fc
    .tuple(usual, text)
    .map(([attempt, asked]) => ({ ...attempt, kind: 'query', path: `${attempt.path}?${asked}` }));
}

const asQuery = ([name, value]: readonly [string, unknown]) => `${inPath(name)}=${inPath(String(value))}`;

/** Percent-encodes what an address can hold; half a character becomes bytes that are not UTF-8. */
const inPath = (text: string) => (text.isWellFormed() ? encodeURIComponent(text) : '%ed%a0%80');

const oddIds = fc.oneof(
  nastyText.map(inPath),
  fc.constantFrom(
    '%',
    '%00',
    '%ff%fe',
    '%c0%80',
    '%2e%2e',
    '%2f',
    '{id}',
    ':id',
    '*',
    `${canary}`,
    '0'.repeat(36),
    'x'.repeat(9_000),
  ),
  uuid.map(id => id.toUpperCase()),
  uuid.map(id => id.slice(0, -1)),
  uuid.map(id => `${id}%20`),
);

function wrongIds(usual: Attempts, operation: Operation): Attempts {
  const path = oddIds.map(id => operation.path.replace(/\{\w+\}/g, () => id));
  return fc.tuple(usual, path).map(([attempt, path]) => ({ ...attempt, kind: 'id', path }));
}

function envelopes(usual: Attempts, world: World): Attempts[] {
  const more = fc.record(
    { time_token: fc.oneof(nastyText, fc.constantFrom(...world.timeTokens)), trapped: fc.boolean() },
    { requiredKeys: [], noNullPrototype: true },
  );
  const kinds = { 'sound envelope': sound, 'forged envelope': forged, 'off the contract inside': offContract };
  const sealed = Object.entries(kinds).map(([kind, sealing]) =>
    fc
      .tuple(usual, uuid, sealing, more)
      .map(([{ body: _, ...attempt }, id, sealing, more]) => ({ ...attempt, kind, envelope: { id, sealing, more } })),
  );
  const taken = fc
    .tuple(usual, fc.constantFrom(...world.ids), sound.filter(fits))
    .map(([{ body: _, ...attempt }, id, sealing]) => ({
      ...attempt,
      kind: 'id of another',
      envelope: { id, sealing, more: {} },
      expected: ['id_taken'] as const,
    }));
  const anything = fc
    .tuple(
      usual,
      valid(Envelope),
      nastyText.filter(text => text !== ''),
    )
    .map(([attempt, envelope, sealed]) => ({
      ...attempt,
      kind: 'anything as sealed',
      body: toText({ ...envelope, sealed: sealed.slice(0, 250_000) }),
      expected: ['ok', 'bad_request'] as const,
    }));
  return [...sealed, taken, anything];
}

/** Other records than referrals: sealed as they should be, with and without a fault inside, and not sealed for what they are. */
function records(
  kind: 'change' | 'equality',
  record: fc.Arbitrary<unknown>,
  usual: Attempts,
  ids: fc.Arbitrary<string>,
  beside: readonly Readonly<Record<string, unknown>>[],
): Attempts[] {
  const header = { typ: `advocacy-${kind}` };
  const sealing = record.map(each => ({ text: toText(each), header })).filter(fits);
  const kinds: Record<string, fc.Arbitrary<Sealing>> = {
    'sound record': sealing,
    'off the contract inside': withOneFault(record).map(each => ({ text: toText(each), header })),
    'another kind of record': sealing.map(each => ({ ...each, header: {} })),
    'forged record': fc.tuple(forged, fc.boolean()).map(([each, honest]) => (honest ? { ...each, header } : each)),
  };
  return Object.entries(kinds).map(([kind, sealing]) =>
    fc.tuple(usual, ids, sealing, fc.constantFrom(...beside)).map(([{ body: _, ...attempt }, id, sealing, more]) => ({
      ...attempt,
      kind,
      envelope: { id, sealing, more },
      ...(kind === 'sound record' && { expected: ['ok'] as const }),
    })),
  );
}

/** Whether a text is short enough to be sealed: somebody may fill every field of a form to its end, and then it is not. */
const fits = ({ text }: Sealing) => Buffer.byteLength(text) < 180_000;

/** Addresses that the contract does not have. */
export function unknownPaths(): Attempts {
  const known = Object.values(operations).map(({ path }) =>
    path.replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000'),
  );
  const path = fc.oneof(
    fc.array(oddIds, { minLength: 1, maxLength: 5 }).map(parts => `/${parts.join('/')}`),
    fc.tuple(fc.constantFrom(...known), oddIds).map(([path, more]) => `${path}/${more}`),
    fc
      .tuple(
        fc.constantFrom(...known),
        fc.constantFrom('/', '//', '/.', '.json', ';a=b', '%20', '%00', '%2f', '/..%2f'),
      )
      .map(parts => parts.join('')),
    fc.constantFrom(...known).map(path => path.toUpperCase()),
    fc.constantFrom(...known).map(path => `/v2${path}`),
    fc.constantFrom(
      '//',
      '/v1',
      '/v1/',
      '/.env',
      '/.git/config',
      '/admin',
      '/openapi.json',
      '/robots.txt',
      '/v1/*',
      '/v1/:id',
      '/%2e%2e/',
    ),
  );
  const method = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD');
  return fc.tuple(path, method, fc.option(headerValue, { nil: undefined })).map(([path, method, authorization]) => ({
    kind: 'unknown path',
    method,
    path,
    headers: { ...(authorization !== undefined && { authorization }) },
  }));
}

/** Known addresses, asked with a method that they do not take. */
export function wrongMethods(world: World): Attempts {
  const addresses = new Map<string, string[]>();
  for (const { path, method } of Object.values(operations))
    addresses.set(path, [...(addresses.get(path) ?? []), method.toUpperCase()]);
  const methods = [
    'GET',
    'POST',
    'PUT',
    'PATCH',
    'DELETE',
    'OPTIONS',
    'HEAD',
    'QUERY',
    'PROPFIND',
    'Patch',
    canary,
    '$',
    'CONNECT2',
  ];
  const override = fc.constantFrom('x-http-method-override', 'x-http-method', 'x-method-override');
  return fc
    .tuple(
      fc.constantFrom(...addresses),
      fc.constantFrom(...methods),
      override,
      fc.constantFrom(...world.partnerKeys, ...world.staffTokens),
      uuid,
    )
    .filter(([[, taken], method]) => !taken.includes(method) && !(method === 'HEAD' && taken.includes('GET')))
    .map(([[path, [taken]], method, override, key, id]) => ({
      kind: method === 'OPTIONS' ? 'preflight' : 'wrong method',
      method,
      path: path.replace(/\{\w+\}/g, id),
      headers: { authorization: `Bearer ${key}`, [override]: taken!, ...json },
      ...(!['HEAD', 'OPTIONS', 'GET'].includes(method) && { body: '{}' }),
      // Without a page's origin a preflight is nobody's.
      expected: [method === 'OPTIONS' && path !== '/health' ? 'origin_not_listed' : 'method_not_allowed'],
    }));
}

/** Built widgets, and what lies beside them. */
export function embedded(): Attempts {
  const name = fc.oneof(
    oddIds,
    fc.constantFrom(
      'v1.js',
      'embed.js',
      'manifest.json',
      'secret.txt',
      '',
      '.',
      '..%2fsecret.txt',
      '%2e%2e/%2e%2e/etc/passwd',
      '__proto__',
    ),
    fc.constantFrom(
      'constructor',
      'toString',
      'v1.js/',
      'V1.JS',
      'embed.js%00.txt',
      'chunks/x.js',
      '/etc/passwd',
      '//evil.example/x',
    ),
  );
  const headers = fc.dictionary(
    fc.constantFrom('accept-encoding', 'if-none-match', 'range', 'origin', 'accept'),
    headerValue,
    {
      noNullPrototype: true,
    },
  );
  return fc
    .tuple(name, fc.constantFrom('GET', 'GET', 'GET', 'POST', 'DELETE', 'HEAD', 'OPTIONS'), headers)
    .map(([name, method, headers]) => ({
      kind: 'embed',
      method,
      path: `/embed/${name}`,
      headers,
    }));
}
