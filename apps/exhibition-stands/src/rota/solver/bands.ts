import type { Stretch } from '../domain/timetable.js';
import type { ChoiceColumn } from './model-columns.js';

/** What somebody may choose among shifts of one day that start and end together: they can be in one of them at most. */
export interface Band extends Stretch {
  readonly day: string;
  readonly minutes: number;
  readonly choices: readonly ChoiceColumn[];
}

/** Groups somebody's choices into bands, in order of their start. */
export function bandsOf(choices: readonly ChoiceColumn[]): readonly Band[] {
  const groups = Map.groupBy(
    choices,
    ({ shifts: [{ slot, from, until }] }) => `${slot.day} ${from} ${until}`,
  );
  return [...groups.values()]
    .flatMap((group) => {
      const shift = group[0]?.shifts[0];
      if (!shift) return [];
      const { from, until, minutes, slot } = shift;
      return [{ from, until, minutes, day: slot.day, choices: group }];
    })
    .toSorted((a, b) => a.from - b.from || a.until - b.until);
}

/** The largest sets of bands that have a moment in common; each band is in at least one. */
export function cliquesOf(bands: readonly Band[]): readonly (readonly Band[])[] {
  const cliques: (readonly Band[])[] = [];
  for (const { from } of bands) {
    const clique = bands.filter((band) => band.from <= from && from < band.until);
    const last = cliques.at(-1);
    const isLarger = last?.every((band) => clique.includes(band));
    if (isLarger) cliques[cliques.length - 1] = clique;
    else if (!last || !clique.every((band) => last.includes(band))) cliques.push(clique);
  }
  return cliques;
}

/** All ways to take `length` bands one after the other with less than a break between each two. */
export function chainsOf(
  bands: readonly Band[],
  length: number,
  breakMinutes: number,
): readonly (readonly Band[])[] {
  if (length === 1) return bands.map((band) => [band]);
  return chainsOf(bands, length - 1, breakMinutes).flatMap((chain) => {
    const end = chain.at(-1)?.until ?? Infinity;
    return bands
      .filter(({ from }) => from >= end && from - end < breakMinutes)
      .map((band) => [...chain, band]);
  });
}

/** Pairs of bands of different days with less than the rest between; those that overlap are in cliques already. */
export const restlessPairs = (
  bands: readonly Band[],
  restMinutes: number,
): readonly (readonly [Band, Band])[] =>
  bands.flatMap((earlier) =>
    bands
      .filter(
        ({ from, day }) => day !== earlier.day && from >= earlier.until && from - earlier.until < restMinutes,
      )
      .map((later) => [earlier, later] as const),
  );
