import type { Words } from './strings/en.ts';

/** A day of the contract as people write it: `2026-12-04` as `4 December 2026`. */
export function longDate(day: string, { months }: Words): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${months[(month ?? 1) - 1]} ${year}`;
}
