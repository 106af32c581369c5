import type { ModelWriter } from '#solver';
import { candidates, isPreferred } from '../domain/candidates.js';
import type { Member, Shift, Timetable } from '../domain/timetable.js';
import type { ModelMeaning } from './model-meaning.js';

/**
 * Somebody in a shift, 1 or 0. With several shifts: in one of them, all at the same time at different stands, where it
 * makes no difference to anybody in which; counts say afterwards how many of each kind of people are in each.
 */
export interface ChoiceColumn {
  readonly column: number;
  readonly member: Member;
  readonly shifts: readonly [Shift, ...Shift[]];
}

/** Shifts that start and end together on one day, by their index: the same number for those that do. */
function momentsOf({ shifts }: Timetable): {
  readonly of: readonly number[];
  readonly sizes: readonly number[];
} {
  const groups = new Map<string, number>();
  const sizes: number[] = [];
  const of = shifts.map(({ slot, from, until }) => {
    const name = `${slot.day} ${from} ${until}`;
    const moment = groups.get(name) ?? groups.size;
    groups.set(name, moment);
    sizes[moment] = (sizes[moment] ?? 0) + 1;
    return moment;
  });
  return { of, sizes };
}

/**
 * Somebody's shifts of one time in groups that need a column each: alone where the shift is not like the others.
 * @param inAll how many shifts there are at that time
 */
function choices(
  atOnce: readonly Shift[],
  inAll: number,
  isSpecial: (shift: Shift) => boolean,
): readonly (readonly Shift[])[] {
  if (inAll > atOnce.length || atOnce[0]?.isSettled) return atOnce.map((shift) => [shift]);
  const special = atOnce.filter(isSpecial);
  const like = atOnce.filter((shift) => !isSpecial(shift));
  return [...special.map((shift) => [shift]), ...(like.length > 0 ? [like] : [])];
}

/** Adds columns for the pairs that a rota may use, with what they cost or, where published, save. */
export function choiceColumns(
  writer: ModelWriter<ModelMeaning>,
  timetable: Timetable,
): readonly ChoiceColumn[] {
  const { weights } = timetable.problem;
  const published =
    timetable.published && new Set(timetable.published.map((pair) => timetable.keyOf(...pair)));
  const pinned = new Set(timetable.pinned.map((pair) => timetable.keyOf(...pair)));
  // Each published placement is paid for as if it went; those that stay give it back.
  writer.offset += weights.change * (published?.size ?? 0);
  const moments = momentsOf(timetable);
  const pairs = Map.groupBy(candidates(timetable), ([member]) => member);
  return timetable.members.flatMap((member) => {
    const theirs = pairs.get(member.index)?.flatMap(([, shift]) => timetable.shifts[shift] ?? []) ?? [];
    const isSpecial = ({ index }: Shift) => {
      const key = timetable.keyOf(member.index, index);
      return pinned.has(key) || published?.has(key) === true;
    };
    return [...Map.groupBy(theirs, ({ index }) => moments.of[index] ?? -1)]
      .flatMap(([moment, atOnce]) => choices(atOnce, moments.sizes[moment] ?? 0, isSpecial))
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
  writer: ModelWriter<ModelMeaning>,
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
