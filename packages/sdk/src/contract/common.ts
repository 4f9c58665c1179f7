import * as z from 'zod/mini';

/** A record's name for ever: a UUID, made by whoever makes the record (version 7 where we make it). */
export const Id = z.uuid();

/** A moment, with its offset from UTC: `2026-11-22T09:30:00Z`. */
export const Instant = z.iso.datetime({ offset: true });

/** A day of the calendar, without a clock: `2026-11-22`. */
export const Day = z.iso.date();

/** A language by its BCP 47 tag: `en`, `cy`, `bfi` (British Sign Language). */
export const Language = z.string().check(z.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/), z.maxLength(35));

/** Answers that a person may always give: "I don't know" is an answer, not a gap. */
export const YesNo = z.enum(['yes', 'no', 'unknown']);
export type YesNo = z.infer<typeof YesNo>;

/** A line of text that a person typed. */
export const Line = z.string().check(z.maxLength(300));

/** A longer text that a person typed, kept as it is. */
export const Story = z.string().check(z.maxLength(20_000));

/** A place that answers for people: an ONS code (`E06000047`) or, where nobody knows it, a name. */
export const Area = z.string().check(z.minLength(1), z.maxLength(120));

/** The schema's value, or that the person does not know it. */
export function known<S extends z.ZodMiniType>(schema: S) {
  return z.union([schema, z.literal('unknown')]);
}

/**
 * A set that may grow: today's values are named, and a value that a newer hub sends
 * is read and shown as it is instead of failing an older page.
 */
export function openEnum<const T extends readonly [string, ...string[]]>(values: T) {
  // TypeScript folds `'a' | string` into `string`; `string & {}` keeps the known names for the editor.
  return z.union([z.enum(values), z.string()]) as unknown as z.ZodMiniType<T[number] | (string & {})>;
}

/** A page of a list. `next_cursor` asks for the page after it and is absent on the last one. */
export function pageOf<S extends z.ZodMiniType>(item: S) {
  return z.object({ items: z.array(item), next_cursor: z.optional(z.string()) });
}

/** How lists are asked for, page by page. */
export const PageQuery = {
  /** From an earlier page's `next_cursor`. */
  cursor: z.optional(z.string().check(z.regex(/^[\w-]+$/), z.maxLength(200))),
  /** How many items a page holds, 1 to 200. @default 50 */
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 50),
};
