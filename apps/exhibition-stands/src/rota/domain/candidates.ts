import type { PairRule } from './answer.js';
import type { Member, Pair, Shift, Stretch, Timetable } from './timetable.js';

const within = (shift: Stretch, stretches: readonly Stretch[]): boolean =>
  stretches.some(({ from, until }) => from <= shift.from && shift.until <= until);

/** Whether a shift lies in a time that the person prefers; true where they prefer none. */
export const isPreferred = (member: Member, shift: Shift): boolean =>
  member.preferred.length === 0 || within(shift, member.preferred);

/** The rules that keep somebody out of a shift whatever else is decided: none for a candidate. */
export function whyNever(timetable: Timetable, member: Member, shift: Shift): readonly PairRule[] {
  if (shift.isSettled) return ['past'];
  const rules: PairRule[] = [];
  if (timetable.forbidden.has(timetable.keyOf(member.index, shift.index))) rules.push('forbidden');
  if (!within(shift, member.available)) rules.push('unavailable');
  if (member.busy.some(({ from, until }) => from < shift.until && shift.from < until)) rules.push('busy');
  if (member.passDays && !member.passDays.has(shift.slot.day)) rules.push('no-pass');
  return rules;
}

/** The pairs that a rota may use: whoever was in a settled shift, and everybody whom no rule keeps out of an open one. */
export function candidates(timetable: Timetable): readonly Pair[] {
  const open = timetable.members.flatMap((member) =>
    timetable.shifts
      .filter((shift) => !shift.isSettled && whyNever(timetable, member, shift).length === 0)
      .map((shift): Pair => [member.index, shift.index]),
  );
  return [...timetable.settled, ...open].toSorted(
    ([aMember, aShift], [bMember, bShift]) => aMember - bMember || aShift - bShift,
  );
}
