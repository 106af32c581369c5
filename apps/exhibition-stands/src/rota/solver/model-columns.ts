import { candidates, isPreferred } from '../domain/candidates.js';
import type { Member, Shift, Timetable } from '../domain/timetable.js';
import type { ModelWriter } from './model-writer.js';

/** Somebody in a shift: 1 or 0. */
export interface PlaceColumn {
  readonly column: number;
  readonly member: Member;
  readonly shift: Shift;
}

/** Adds a column for each pair that a rota may use, with what it costs or, where it is published, saves. */
export function placeColumns(writer: ModelWriter, timetable: Timetable): readonly PlaceColumn[] {
  const { weights } = timetable.problem;
  const published =
    timetable.published && new Set(timetable.published.map((pair) => timetable.keyOf(...pair)));
  const pinned = new Set(timetable.pinned.map((pair) => timetable.keyOf(...pair)));
  // Each published placement is paid for as if it went; those that stay give it back.
  writer.offset += weights.change * (published?.size ?? 0);
  return candidates(timetable).flatMap(([memberIndex, shiftIndex]) => {
    const [member, shift] = [timetable.members[memberIndex], timetable.shifts[shiftIndex]];
    if (!member || !shift) return [];
    if (shift.isSettled) return [{ member, shift, column: writer.settledColumn(0) }];
    const key = timetable.keyOf(memberIndex, shiftIndex);
    const change = published ? (published.has(key) ? -weights.change : weights.change) : 0;
    const cost = change + (isPreferred(member, shift) ? 0 : weights.preference);
    return [{ member, shift, column: writer.column(cost, pinned.has(key) ? 1 : 0, 1) }];
  });
}

/** Somebody on a day: 1 or 0. */
export type DayColumns = ReadonlyMap<Member, ReadonlyMap<string, number>>;

/** Adds a column for each person and day, where days cost something or are limited; else there are none. */
export function dayColumns(
  writer: ModelWriter,
  timetable: Timetable,
  places: readonly PlaceColumn[],
): DayColumns {
  const { rules, weights } = timetable.problem;
  const areCounted = weights.days > 0 || Object.keys(rules.passesPerDay).length > 0;
  const byMember = Map.groupBy(places, ({ member }) => member);
  return new Map(
    [...byMember]
      .filter(([{ person }]) => areCounted || (person.mostDays ?? null) !== null)
      .map(([member, theirs]) => {
        const byDay = Map.groupBy(theirs, ({ shift }) => shift.slot.day);
        const columns = [...byDay].map(([day, ofDay]): [string, number] => {
          const isSettled = ofDay.some(({ shift }) => shift.isSettled);
          return [day, isSettled ? writer.settledColumn(weights.days) : writer.column(weights.days, 0, 1)];
        });
        return [member, new Map(columns)];
      }),
  );
}
