import * as z from 'zod/mini';

/** A record's name for ever: a UUID in small letters, made by whoever makes the record (version 7 where we make it). */
export const Id = z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));

// Days that there are, from 1000-01-01 to 2999-12-31. zod's own check of them weighs five times as much in a page.
const day =
  '(?:(?:[12]\\d(?:[2468][048]|[13579][26]|0[48])|(?:1[26]|2[048])00)-02-29|[12]\\d{3}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))';
const time = 'T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:0\\d|1[0-4]):[0-5]\\d)';

/** A day of the calendar, without a clock: `2026-11-22`. */
export const Day = z.string().check(z.regex(new RegExp(`^${day}$`)));

/** A day, or that nobody knows it. */
export const KnownDay = z.string().check(z.regex(new RegExp(`^(?:${day}|unknown)$`)));

/** A moment, with its offset from UTC: `2026-11-22T09:30:00Z`. */
export const Instant = z.string().check(z.regex(new RegExp(`^${day}${time}$`)));

/** A language by its BCP 47 tag: `en`, `cy`, `bfi` (British Sign Language). */
export const Language = z.string().check(z.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/), z.maxLength(35));

/** A line of text that a person typed. */
export const Line = z.string().check(z.maxLength(300));

/** The values that an open set has today: what the OpenAPI document names. */
export const openValues = new WeakMap<object, readonly string[]>();

/**
 * A set that may grow: today's values are named, and a value that a newer hub sends
 * is read and shown as it is instead of failing an older page.
 */
export function openEnum<const T extends readonly [string, ...string[]]>(values: T) {
  const schema = z.string();
  openValues.set(schema, values);
  // TypeScript folds `'a' | string` into `string`; `string & {}` keeps the known names for the editor.
  return schema as unknown as z.ZodMiniType<T[number] | (string & {})>;
}
