import type { ModelWriter, Term } from '#solver';
import { doublesOf } from '../domain/doubles.js';
import type { Member, Timetable } from '../domain/timetable.js';
import { bandsOf, type Band } from './bands.js';
import type { ChoiceColumn } from './model-columns.js';
import type { ModelMeaning } from './model-meaning.js';
import { addPersonRows } from './person-rows.js';

/**
 * Adds the rules about whoever is entered more than once: what one person may not do, their entries may not do together, and
 * from a shift of one to a shift of another they have to walk.
 */
export function addDoubleRows(
  writer: ModelWriter<ModelMeaning>,
  timetable: Timetable,
  choices: ReadonlyMap<Member, readonly ChoiceColumn[]>,
): void {
  const { rules } = timetable.problem;
  for (const entries of doublesOf(timetable.members)) {
    const those = entries.filter((member) => choices.has(member));
    const [first] = those;
    if (first === undefined || those.length < 2) continue;
    const ruled = {
      id: first.person.id,
      mostMinutes: Math.min(...entries.map(({ mostMinutes }) => mostMinutes)),
      mostDays: Infinity,
      atOnce: 'twice',
    } as const;
    const all = those.flatMap((member) => choices.get(member) ?? []);
    addPersonRows(writer, rules, ruled, all, undefined);
    const bands = those.map((member) => bandsOf(choices.get(member) ?? []));
    for (const [index, own] of bands.entries())
      for (const others of bands.filter((_, other) => other !== index))
        for (const pair of walks(own, others, rules.walkingMinutes))
          writer.atMost(1, termsOf(pair), {
            rule: 'twice',
            person: first.person.id,
            slots: pair.flatMap((band) =>
              band.choices.flatMap(({ shifts }) => shifts.map(({ slot }) => slot.id)),
            ),
            day: pair[1].day,
          });
  }
}

/** Bands with less than the walk between, the earlier of the one entry, the later of the other. */
const walks = (
  earlier: readonly Band[],
  later: readonly Band[],
  walkingMinutes: number,
): readonly (readonly [Band, Band])[] =>
  earlier.flatMap((one) =>
    later
      .filter(({ from }) => from >= one.until && from - one.until < walkingMinutes)
      .map((other) => [one, other] as const),
  );

const termsOf = (bands: readonly Band[]): readonly Term[] =>
  bands.flatMap((band) => band.choices.map(({ column }): Term => [column, 1]));
