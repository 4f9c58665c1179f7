/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Whether there is a page after this one. */
  readonly hasNext: boolean;
  /** Reads the page after this one; rejects with a `RangeError` when there is none. */
  next(): Promise<Page<T>>;
}

/**
 * A list on its way: `await` it for its first page, or walk through all of its items, page after page.
 *
 * @example
 * for await (const referral of hub.referrals.list()) console.log(referral.reference);
 */
export interface Pages<T> extends Promise<Page<T>>, AsyncIterable<T> {}

/** Makes a list of a function that reads one page. */
export function pages<T>(
  read: (cursor: string | undefined) => Promise<{ items: readonly T[]; next_cursor?: string | undefined }>,
): Pages<T> {
  const load = async (cursor?: string): Promise<Page<T>> => {
    const { items, next_cursor: after } = await read(cursor);
    return {
      items,
      hasNext: after !== undefined,
      next: () => (after === undefined ? Promise.reject(new RangeError('This is the last page.')) : load(after)),
    };
  };

  const first = load();
  return Object.assign(first, {
    async *[Symbol.asyncIterator]() {
      for (let page = await first; ; page = await page.next()) {
        yield* page.items;
        if (!page.hasNext) return;
      }
    },
  });
}
