import * as z from 'zod/mini';

/* What people say and write: the pieces of facts and referrals. Pages that only show things need none of it. */

/** Answers that a person may always give: "I don't know" is an answer, not a gap. */
export const YesNo = z.enum(['yes', 'no', 'unknown']);
export type YesNo = z.infer<typeof YesNo>;

/** A longer text that a person typed, kept as it is. */
export const Story = z.string().check(z.maxLength(20_000));

/** A place that answers for people: an ONS code (`E06000047`), a name where nobody has the code, or `unknown`. */
export const Area = z.string().check(z.minLength(1), z.maxLength(120));

/** The numbers that are whole: what the OpenAPI document calls integers. */
export const wholeNumbers = new WeakSet<object>();

/** A whole number in this range. A check of our own: zod's weighs more in a page than all that is said here. */
export function whole(least: number, most: number, number = z.number()) {
  const schema = number.check(z.minimum(least), z.maximum(most), ({ value, issues }) => {
    if (!Number.isInteger(value)) issues.push({ code: 'invalid_type', expected: 'int', input: value, message: '' });
  });
  wholeNumbers.add(schema);
  return schema;
}
