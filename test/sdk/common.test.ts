import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Day, Id, Instant, KnownDay, Language, openEnum } from '@advocacy-hub/sdk/contract/common';
import { fieldProblems } from '@advocacy-hub/sdk/contract/problem';
import * as z from 'zod/mini';

const takes = (schema: z.ZodMiniType, value: unknown) => z.safeParse(schema, value).success;

describe('a day', () => {
  it('is one that the calendar has, from the year 1000 to 2999', () => {
    const wrong: string[] = [];

    for (let year = 1_000; year < 3_000; year++) {
      for (let month = 0; month <= 13; month++) {
        // The ends of months are where calendars differ; what is between them is the same in all.
        for (const date of [0, 1, 9, 10, 19, 20, 27, 28, 29, 30, 31, 32]) {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
          const there = new Date(Date.UTC(year, month - 1, date));
          const exists = there.getUTCMonth() === month - 1 && there.getUTCDate() === date;
          if (takes(Day, text) !== exists) wrong.push(text);
        }
      }
    }

    assert.deepEqual(wrong, []);
  });

  for (const text of [
    '',
    '2026-1-2',
    '26-01-02',
    '2026/01/02',
    '2026-01-02T00:00:00Z',
    ' 2026-01-02',
    '2026-01-02\n',
    '٢٠٢٦-٠١-٠٢',
  ]) {
    it(`is not ${JSON.stringify(text)}`, () => {
      assert.equal(takes(Day, text), false);
    });
  }

  it('may be unknown only where somebody may not know it', () => {
    assert.deepEqual(
      [takes(KnownDay, 'unknown'), takes(KnownDay, '2026-01-02'), takes(Day, 'unknown')],
      [true, true, false],
    );
  });
});

describe('an instant', () => {
  for (const text of [
    '2026-11-22T09:30:00Z',
    '2026-11-22T09:30:00.123Z',
    '2026-11-22T09:30:00+00:00',
    '2026-06-22T09:30:00+01:00',
  ]) {
    it(`is ${text}`, () => {
      assert.equal(takes(Instant, text), true);
      assert.ok(!Number.isNaN(Date.parse(text)));
    });
  }

  for (const text of [
    '2026-11-22',
    '2026-11-22T09:30:00',
    '2026-11-22T24:00:00Z',
    '2026-11-22T09:60:00Z',
    '2026-02-29T09:30:00Z',
    '2026-11-22 09:30:00Z',
    '2026-11-22T09:30Z',
    '2026-11-22T09:30:00z',
  ]) {
    // prettier-ignore
    it(`is not ${text}`, () => {
      assert.equal(takes(Instant, text), false);
    });
  }
});

describe('an id', () => {
  it('is a UUID in small letters', () => {
    const id = '019ab2c4-7d10-7a3e-9c41-5f7be2a90d16';

    assert.deepEqual(
      [takes(Id, id), takes(Id, id.toUpperCase()), takes(Id, id.slice(1)), takes(Id, `${id}\n`)],
      [true, false, false, false],
    );
  });
});

describe('a language', () => {
  it('is a tag of BCP 47', () => {
    assert.deepEqual(
      ['en', 'cy', 'bfi', 'en-GB', 'zh-Hant-TW'].map(tag => takes(Language, tag)),
      Array(5).fill(true),
    );
    assert.deepEqual(
      ['', 'e', 'en_GB', 'English please', 'en-'].map(tag => takes(Language, tag)),
      Array(5).fill(false),
    );
  });
});

describe('an open set', () => {
  it('reads a value that a newer hub sends, as it is', () => {
    assert.equal(z.parse(openEnum(['open', 'full']), 'cancelled'), 'cancelled');
  });
});

describe('what is wrong with a value', () => {
  const Schema = z.object({
    name: z.string().check(z.minLength(2), z.maxLength(4)),
    age: z.number().check(z.minimum(1), z.maximum(9)),
    kind: z.enum(['a', 'b']),
    day: Day,
    list: z.array(z.string()).check(z.maxLength(1)),
  });
  const good = { name: 'abc', age: 5, kind: 'a', day: '2026-01-02', list: [] };
  const faults = (value: object) => fieldProblems(z.safeParse(Schema, value).error!.issues, 'body', value);

  for (const [code, path, value] of [
    ['missing', 'body.name', { ...good, name: undefined }],
    ['wrong_type', 'body.name', { ...good, name: 7 }],
    ['too_short', 'body.name', { ...good, name: 'a' }],
    ['too_long', 'body.name', { ...good, name: 'abcde' }],
    ['too_small', 'body.age', { ...good, age: 0 }],
    ['too_large', 'body.age', { ...good, age: 10 }],
    ['not_a_choice', 'body.kind', { ...good, kind: 'c' }],
    ['wrong_format', 'body.day', { ...good, day: '2026-02-30' }],
    ['wrong_type', 'body.list.0', { ...good, list: [7] }],
    ['too_long', 'body.list', { ...good, list: ['a', 'b'] }],
  ] as const) {
    it(`is called ${code} at ${path}`, () => {
      assert.deepEqual(faults(value), [{ path, code }]);
    });
  }

  it('is told all at once, and without the value', () => {
    const told = faults({ ...good, name: 'canary canary', kind: 'canary' });

    assert.equal(told.length, 2);
    assert.doesNotMatch(JSON.stringify(told), /canary/);
  });

  it('is told where the whole of it is missing', () => {
    const told = fieldProblems(z.safeParse(Schema, undefined).error!.issues, 'body', undefined);

    assert.deepEqual(told, [{ path: 'body', code: 'missing' }]);
  });
});
