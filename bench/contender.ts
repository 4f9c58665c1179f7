/** One of those that do the same work beside each other. */
export interface Contender<Figures = number> {
  readonly name: string;
  /** Does the work once, and answers with its figure: microseconds a call, or calls a second. */
  measure(): Promise<Figures>;
}

/** What came of it, over all rounds. */
export interface Standing {
  readonly name: string;
  /** The median of its figures. */
  readonly figure: number;
  /** The median, over the rounds, of its figure over that of the first contender in the same round. None over nothing. */
  readonly ratio?: number;
  /** The least and the greatest of these ratios. */
  readonly least?: number;
  readonly greatest?: number;
}

/** Measures all contenders by one figure. A first round, which is not counted, warms them up. */
export async function compare(contenders: readonly Contender[], rounds: number): Promise<Standing[]> {
  const taken = await takeTurns(contenders, rounds + 1);
  return standingsOf(taken.map(({ name, figures }) => ({ name, figures: figures.slice(1) })));
}

/** The figures of a contender, in the order of the rounds. */
export interface Taken<Figures = number> {
  readonly name: string;
  readonly figures: readonly Figures[];
}

/**
 * Measures all contenders in each round, since a machine is not as fast at one minute as at another; who begins changes
 * from round to round.
 */
export async function takeTurns<Figures>(
  contenders: readonly Contender<Figures>[],
  rounds: number,
): Promise<Taken<Figures>[]> {
  const taken = contenders.map(({ name, measure }) => ({ name, measure, figures: [] as Figures[] }));
  for (let round = 0; round < rounds; round++) {
    const begin = round % contenders.length;
    for (const { figures, measure } of [...taken.slice(begin), ...taken.slice(0, begin)]) figures.push(await measure());
  }
  return taken;
}

/** The first contender is the measure of the rest. */
export function standingsOf(taken: readonly Taken[]): Standing[] {
  const base = taken[0]!.figures;
  return taken.map(({ name, figures }) => {
    const standing = { name, figure: Math.round(median(figures)) };
    const ratios = figures.map((figure, round) => figure / base[round]!);
    if (!ratios.every(Number.isFinite)) return standing;
    const [least, greatest] = [Math.min(...ratios), Math.max(...ratios)];
    return { ...standing, ratio: inHundredths(median(ratios)), least: inHundredths(least), greatest: inHundredths(greatest) }; // prettier-ignore
  });
}

function inHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
