import fc from 'fast-check';
import * as z from 'zod/mini';

/**
 * Stands in what the fuzzer types, in whatever case; no refusal, no list and no line of the log may repeat it.
 * The tilde keeps it out of what a form may say openly, its version.
 */
export const canary = 'Kanarien~vogel';

/** Texts that have broken other people's servers. */
// prettier-ignore
export const nasty = [
  '', ' ', '\0', 'a\0b', '\0'.repeat(20), '\u001b[31m', '\r\nX-Injected: 1', '\u2028', '\ufeff', '\ud800', '\udfff', 'half \ud83d',
  '\u202egnirts', 'Z\u0351\u036b\u0343a\u0334l\u030dg\u0360o', '👩‍👩‍👧‍👦', 'Ŵŷ', 'الإنسان', '٣', 'ǅ', 'ß', 'İ', "O'Brien",
  'null', 'Null', 'undefined', 'true', 'NaN', 'Infinity', '1e400', '-0', '0x10', '1_000', ' 5', '1.5',
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', '{"__proto__":{"polluted":1}}', '[object Object]',
  "'; drop table referral; --", "' or 1=1 --", '$1', '"; select pg_sleep(9); --', '\\', '%00', '%', '%s%n', '${7*7}', '{{7*7}}',
  '../../etc/passwd', 'file:///etc/passwd', '<script>alert(1)</script>', '<!ENTITY x SYSTEM "x">',
  '0000-00-00', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999999999Z', '2026-02-30', '-271821-04-20T00:00:00Z',
  '+275760-09-13T00:00:00.001Z', '2026-01-01T00:00:00+14:59', '2026-01-01T00:00:60Z', '2026-01-01T24:00:00Z',
  '2999-12-31T23:59:59-14:59', '1000-01-01T00:00:00+14:59', 'infinity', 'now', 'epoch',
  '00000000-0000-0000-0000-000000000000', 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF', '{00000000-0000-0000-0000-000000000000}',
  'a'.repeat(301), 'a'.repeat(20_001), '\ud83d\ude00'.repeat(150), 'ﷺ'.repeat(5_000), '-'.repeat(60_000), '0'.repeat(400),
];

/** A text that is hard to bear, half of the time with the canary in it. */
export const nastyText = fc
  .tuple(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary' }), fc.string()), fc.boolean())
  .map(([text, marked]) => (marked ? text + canary : text));

/** Stands for JSON text that no JavaScript value is written as; `toText` puts the text in its place. */
class Raw {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }

  toJSON(): string {
    return `@raw ${encodeURIComponent(this.json)}@`;
  }
}

const raw = [
  ...['1e400', '-1e400', '1e-400', '123456789012345678901234567890', '-0', '0.1e1', '9007199254740993', '1.5'],
  ...['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}', '{"a":1,"a":2}', '"\\ud800"'],
  ...[18, 19, 20, 21, 1_000, 60_000].map(depth => '['.repeat(depth) + ']'.repeat(depth)),
  ...[19, 20, 3_000].map(depth => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth)),
  `[${'0,'.repeat(60_000)}0]`,
].map(json => new Raw(json));

/** Writes a value as JSON, with what only JSON can say in its place. */
export function toText(value: unknown): string {
  return JSON.stringify(value).replace(/"@raw ([^"@]*)@"/g, (_, json: string) => decodeURIComponent(json));
}

/** A value that a JSON text may hold, for better or worse. */
export const anyValue = fc.oneof(
  nastyText,
  nastyText,
  fc.constantFrom<unknown>(...raw),
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 2 ** 53, 1e308, [], {}, [[]], [null]),
  fc.jsonValue({ maxDepth: 3 }),
);

type JsonSchema = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly pattern?: string;
  readonly allOf?: readonly { readonly pattern: string }[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
};

/** Values that a schema of the contract allows. */
export function valid<S extends z.ZodMiniType>(schema: S): fc.Arbitrary<z.input<S>> {
  const json = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
  return ofJsonSchema(json).filter(value => z.safeParse(schema, value).success) as fc.Arbitrary<z.input<S>>;
}

function ofJsonSchema(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if ('const' in schema) return fc.constant(schema.const);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(ofJsonSchema));
  switch (schema.type) {
    case 'object': {
      const properties = Object.entries(schema.properties ?? {}).map(([name, each]) => [name, ofJsonSchema(each)]);
      return fc.record(Object.fromEntries(properties) as Record<string, fc.Arbitrary<unknown>>, {
        requiredKeys: [...(schema.required ?? [])],
        noNullPrototype: true,
      });
    }
    case 'array': {
      const { minItems: minLength = 0, maxItems = 3 } = schema;
      return fc.array(ofJsonSchema(schema.items ?? {}), {
        minLength,
        maxLength: Math.max(minLength, Math.min(maxItems, 3)),
      });
    }
    case 'string':
      return textOf(schema);
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? -1_000, max: schema.maximum ?? 1_000 });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function textOf({ minLength = 0, maxLength = 40, pattern, allOf = [] }: JsonSchema): fc.Arbitrary<string> {
  const patterns = [...(pattern ? [pattern] : []), ...allOf.map(each => each.pattern)].map(
    each => new RegExp(each, 'u'),
  );
  const first = patterns[0];
  // A pattern of what may not be in it is met by almost any text.
  const text =
    first && !first.source.startsWith('^[^')
      ? fc.stringMatching(new RegExp(first.source))
      : fc.oneof(
          fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, minLength + 40) }),
          nastyText,
          fc.constant('x'.repeat(Math.min(maxLength, 20_000))),
        );
  return text.filter(
    each => each.length >= minLength && each.length <= maxLength && patterns.every(matches => matches.test(each)),
  );
}

/** A valid value with one thing in it changed: taken out, put in, or made into something else. */
export function withOneFault<T>(values: fc.Arbitrary<T>): fc.Arbitrary<unknown> {
  return values.chain(value =>
    fc
      .tuple(
        fc.constantFrom(...placesIn(value)),
        fc.constantFrom('replace', 'replace', 'remove', 'add', 'double'),
        anyValue,
        nastyText,
      )
      .map(([place, how, other, name]) => changed(value, place, how, other, name)),
  );
}

export type Place = readonly (string | number)[];

export function placesIn(value: unknown, place: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [place];
  const names = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [
    place,
    ...names.flatMap(name => placesIn((value as Record<string | number, unknown>)[name], [...place, name])),
  ];
}

/** The value with another one in this place. */
export function replaced(value: unknown, place: Place, other: unknown): unknown {
  return changed(value, place, 'replace', other, '');
}

function changed(value: unknown, [name, ...rest]: Place, how: string, other: unknown, newName: string): unknown {
  if (name === undefined) return made(value, how, other, newName);
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  if (how === 'remove' && rest.length === 0) delete copy[name];
  else copy[name] = changed(copy[name], rest, how, other, newName);
  return copy;
}

function made(value: unknown, how: string, other: unknown, newName: string): unknown {
  if (how === 'add' && typeof value === 'object' && value !== null) {
    return Array.isArray(value)
      ? [...(value as unknown[]), other]
      : Object.fromEntries([...Object.entries(value), [newName, other]]);
  }
  if (how === 'double') return typeof value === 'string' ? value + value : [value, value];
  return other;
}
