/** One of those that do the same work beside each other. */
export interface Contender {
  readonly name: string;
  /** Does the work once, and answers with its figure: microseconds a call, or calls a second. */
  measure(): Promise<number>;
}

/** What came of it, over all rounds. */
export interface Standing {
  readonly name: string;
  /** The median of its figures. */
  readonly figure: number;
  /** The median, over the rounds, of its figure over that of the first contender in the same round. */
  readonly ratio: number;
  /** The least and the greatest of these ratios. */
  readonly least: number;
  readonly greatest: number;
}

/**
 * Measures all contenders in each round, since a machine is not as fast at one minute as at another; who begins changes
 * from round to round. A first round, which is not counted, warms them up. The first contender is the measure of the rest.
 */
export async function compare(contenders: readonly Contender[], rounds: number): Promise<Standing[]> {
  const figures = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round++) {
    const begin = round % contenders.length;
    for (const { name, measure } of [...contenders.slice(begin), ...contenders.slice(0, begin)]) {
      const figure = await measure();
      if (round > 0) figures.get(name)!.push(figure);
    }
  }
  const base = figures.get(contenders[0]!.name)!;
  return [...figures].map(([name, all]) => {
    const ratios = all.map((figure, round) => figure / base[round]!);
    const [least, greatest] = [Math.min(...ratios), Math.max(...ratios)];
    return { name, figure: Math.round(median(all)), ratio: inHundredths(median(ratios)), least: inHundredths(least), greatest: inHundredths(greatest) }; // prettier-ignore
  });
}

function inHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
