import { candidates, isPreferred } from '../domain/candidates.js';
import type { Member, Shift, Timetable } from '../domain/timetable.js';
import type { ModelWriter } from './model-writer.js';

/**
 * Somebody in a shift, 1 or 0. With several shifts: in one of them, all at the same time at different stands, where it
 * makes no difference to anybody in which; counts say afterwards how many of each kind of people are in each.
 */
export interface ChoiceColumn {
  readonly column: number;
  readonly member: Member;
  readonly shifts: readonly [Shift, ...Shift[]];
}

const momentOf = ({ slot, from, until }: Shift): string => `${slot.day} ${from} ${until}`;

/** Somebody's shifts of one time in groups that need a column each: alone where the shift is not like the others. */
function choices(
  timetable: Timetable,
  member: Member,
  atOnce: readonly Shift[],
  isSpecial: (key: number) => boolean,
): readonly (readonly Shift[])[] {
  const { shifts } = timetable;
  const [first] = atOnce;
  if (!first) return [];
  const all = shifts.filter((shift) => momentOf(shift) === momentOf(first));
  if (all.length > atOnce.length || first.isSettled) return atOnce.map((shift) => [shift]);
  const [special, like] = [true, false].map((wanted) =>
    atOnce.filter((shift) => isSpecial(timetable.keyOf(member.index, shift.index)) === wanted),
  );
  return [...(special ?? []).map((shift) => [shift]), ...(like && like.length > 0 ? [like] : [])];
}

/** Adds columns for the pairs that a rota may use, with what they cost or, where published, save. */
export function choiceColumns(writer: ModelWriter, timetable: Timetable): readonly ChoiceColumn[] {
  const { weights } = timetable.problem;
  const published =
    timetable.published && new Set(timetable.published.map((pair) => timetable.keyOf(...pair)));
  const pinned = new Set(timetable.pinned.map((pair) => timetable.keyOf(...pair)));
  // Each published placement is paid for as if it went; those that stay give it back.
  writer.offset += weights.change * (published?.size ?? 0);
  const pairs = Map.groupBy(candidates(timetable), ([member]) => member);
  return timetable.members.flatMap((member) => {
    const theirs = pairs.get(member.index)?.flatMap(([, shift]) => timetable.shifts[shift] ?? []) ?? [];
    const isSpecial = (key: number) => pinned.has(key) || published?.has(key) === true;
    return [...Map.groupBy(theirs, momentOf).values()]
      .flatMap((atOnce) => choices(timetable, member, atOnce, isSpecial))
      .flatMap((shifts): readonly ChoiceColumn[] => {
        const [first, ...others] = shifts;
        if (!first) return [];
        if (first.isSettled) return [{ member, shifts: [first], column: writer.settledColumn(0) }];
        const key = timetable.keyOf(member.index, first.index);
        const change = published ? (published.has(key) ? -weights.change : weights.change) : 0;
        const cost = change + (isPreferred(member, first) ? 0 : weights.preference);
        return [
          { member, shifts: [first, ...others], column: writer.column(cost, pinned.has(key) ? 1 : 0, 1) },
        ];
      });
  });
}

/** Somebody on a day: 1 or 0. */
export type DayColumns = ReadonlyMap<Member, ReadonlyMap<string, number>>;

/** Adds a column for each person and day, where days cost something or are limited; else there are none. */
export function dayColumns(
  writer: ModelWriter,
  timetable: Timetable,
  places: readonly ChoiceColumn[],
): DayColumns {
  const { rules, weights } = timetable.problem;
  const areCounted = weights.days > 0 || Object.keys(rules.passesPerDay).length > 0;
  const byMember = Map.groupBy(places, ({ member }) => member);
  return new Map(
    [...byMember]
      .filter(([{ person }]) => areCounted || (person.mostDays ?? null) !== null)
      .map(([member, theirs]) => {
        const byDay = Map.groupBy(theirs, ({ shifts }) => shifts[0].slot.day);
        const columns = [...byDay].map(([day, ofDay]): [string, number] => {
          const isSettled = ofDay.some(({ shifts }) => shifts[0].isSettled);
          return [day, isSettled ? writer.settledColumn(weights.days) : writer.column(weights.days, 0, 1)];
        });
        return [member, new Map(columns)];
      }),
  );
}
