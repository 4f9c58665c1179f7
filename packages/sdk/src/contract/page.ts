import * as z from 'zod/mini';
import { whole } from './said.ts';

/** A page of a list. `next_cursor` asks for the page after it and is absent on the last one. */
export function pageOf<S extends z.ZodMiniType>(item: S) {
  return z.object({ items: z.array(item), next_cursor: z.optional(z.string()) });
}

/** How lists are asked for, page by page. */
export const PageQuery = {
  /** From an earlier page's `next_cursor`. */
  cursor: z.optional(z.string().check(z.regex(/^[\w-]+$/), z.maxLength(200))),
  /** How many items a page holds, 1 to 200. @default `usualLimit` */
  limit: z.optional(whole(1, 200, z.coerce.number())),
};

export const usualLimit = 50;
