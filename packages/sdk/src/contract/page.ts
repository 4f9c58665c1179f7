import * as z from 'zod/mini';

/** A page of a list. `next_cursor` asks for the page after it and is absent on the last one. */
export function pageOf<S extends z.ZodMiniType>(item: S) {
  return z.object({ items: z.array(item), next_cursor: z.optional(z.string()) });
}

/** How lists are asked for, page by page. */
export const PageQuery = {
  /** From an earlier page's `next_cursor`. */
  cursor: z.optional(z.string().check(z.regex(/^[\w-]+$/), z.maxLength(200))),
  /** How many items a page holds, 1 to 200. @default `usualLimit` */
  limit: z.optional(z.coerce.number().check(z.minimum(1), z.maximum(200))),
};

export const usualLimit = 50;
