/** A count as it may be shown. */
export type Shown = { readonly count: number } | { readonly fewer_than: number };

/** A number above nought and below this could show who it is. */
const smallest = 5;

/**
 * Keeps back the counts of one question that could show who somebody is, and as many more as it takes
 * that nobody who knows the sum from elsewhere can work one of them out.
 */
export function shown(counts: readonly number[]): Shown[] {
  let hidden = counts.filter(isSmall);
  let left = counts.filter(count => !isSmall(count));
  while (hidden.length > 0 && left.length > 0 && canBeWorkedOut(hidden)) {
    // The next smallest that somebody chose; what nobody chose only where there is no other. Equals go together,
    // or their order would tell which of them it was.
    const chosen = left.filter(count => count > 0);
    const next = chosen.length > 0 ? Math.min(...chosen) : 0;
    hidden = [...hidden, ...left.filter(count => count === next)];
    left = left.filter(count => count !== next);
  }
  return counts.map(count => (hidden.includes(count) ? { fewer_than: boundOf(hidden) } : { count }));
}

const isSmall = (count: number) => count > 0 && count < smallest;

/** One bound for all that is kept back, so that it does not tell a small number from one that only covers for it. */
const boundOf = (hidden: readonly number[]) => (Math.floor(Math.max(0, ...hidden) / smallest) + 1) * smallest;

/** Whether numbers of 1 to the bound have this sum in one way alone. */
function canBeWorkedOut(hidden: readonly number[]): boolean {
  const sum = hidden.reduce((total, count) => total + count, 0);
  return hidden.length === 1 || sum === hidden.length || sum === hidden.length * (boundOf(hidden) - 1);
}
