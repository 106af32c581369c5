import type { ModelWriter, Term } from '#solver';
import type { SetRule } from '../domain/answer.js';
import type { RotaRules } from '../domain/problem.js';
import { bandsOf, chainsOf, cliquesOf, restlessPairs, type Band } from './bands.js';
import type { ChoiceColumn } from './model-columns.js';
import type { ModelMeaning } from './model-meaning.js';

/** Whom the rules are about: one entry, or all entries of one person. */
export interface Ruled {
  /** By whose id they are known. */
  readonly id: string;
  /** Minutes a day at most. */
  readonly mostMinutes: number;
  readonly mostDays: number;
  /** What being in two shifts at once is called. */
  readonly atOnce: 'overlap' | 'twice';
}

/** Adds the rules about one person: no two shifts at once, hours, rows of shifts, rest, days. */
export function addPersonRows(
  writer: ModelWriter<ModelMeaning>,
  rules: RotaRules,
  { id, mostMinutes, mostDays, atOnce }: Ruled,
  choices: readonly ChoiceColumn[],
  days: ReadonlyMap<string, number> | undefined,
): void {
  const bands = bandsOf(choices);
  const termsOf = (some: readonly Band[], weigh: (band: Band) => number = () => 1): readonly Term[] =>
    some.flatMap((band) => band.choices.map(({ column }): Term => [column, weigh(band)]));
  const meaning = (rule: SetRule, some: readonly Band[], day: string | null): ModelMeaning => ({
    rule,
    person: id,
    slots: some.flatMap((band) => band.choices.flatMap(({ shifts }) => shifts.map(({ slot }) => slot.id))),
    day,
  });

  for (const clique of cliquesOf(bands)) {
    const ofDays = Map.groupBy(clique, ({ day }) => day);
    const [day] = ofDays.keys();
    if (ofDays.size > 1 && termsOf(clique).length > 1)
      writer.atMost(1, termsOf(clique), meaning(atOnce, clique, null));
    for (const [each, some] of ofDays) {
      const column = days?.get(each);
      // Whoever is in a shift is there on its day: as a limit on the whole clique this bounds far better than shift by shift.
      const there: readonly Term[] = column === undefined ? [] : [[column, -1]];
      const terms = [...termsOf(some), ...there];
      if (terms.length > 1)
        writer.atMost(column === undefined ? 1 : 0, terms, meaning(atOnce, some, day ?? null));
    }
  }
  for (const [day, ofDay] of Map.groupBy(bands, (band) => band.day)) {
    const column = days?.get(day);
    const terms = termsOf(ofDay, ({ minutes }) => minutes);
    const inAll = terms.reduce((sum, [, minutes]) => sum + minutes, 0);
    const there: readonly Term[] = column === undefined ? [] : [[column, -mostMinutes]];
    if (inAll > mostMinutes)
      writer.atMost(
        column === undefined ? mostMinutes : 0,
        [...terms, ...there],
        meaning('hours-a-day', ofDay, day),
      );
  }
  const inARow = rules.maxConsecutiveSlots;
  for (const chain of chainsOf(bands, inARow + 1, rules.breakMinutes)) {
    const [day, ...others] = new Set(chain.map((band) => band.day));
    const column = others.length === 0 ? days?.get(day ?? '') : undefined;
    const there: readonly Term[] = column === undefined ? [] : [[column, -inARow]];
    const terms = [...termsOf(chain), ...there];
    writer.atMost(column === undefined ? inARow : 0, terms, meaning('in-a-row', chain, day ?? null));
  }
  for (const pair of restlessPairs(bands, rules.restMinutes))
    writer.atMost(1, termsOf(pair), meaning('rest', pair, pair[1].day));
  if (days && days.size > mostDays)
    writer.atMost(
      mostDays,
      [...days.values()].map((column): Term => [column, 1]),
      meaning('pass-days', bands, null),
    );
}
