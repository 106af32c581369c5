import type { PersonReason, RotaRule, ShortReason, ShortSlot } from './answer.js';
import { isPreferred, whyNever } from './candidates.js';
import type { RotaPlacement } from './problem.js';
import { Tally } from './tally.js';
import type { Member, Shift, Timetable } from './timetable.js';

/** A finished rota as a tally. Placements of people or slots that the problem does not have are left out. */
export function tallyOf(timetable: Timetable, assignments: readonly RotaPlacement[]): Tally {
  const memberOf = new Map(timetable.members.map((member) => [member.person.id, member]));
  const shiftOf = new Map(timetable.shifts.map((shift) => [shift.slot.id, shift]));
  const tally = new Tally(timetable);
  for (const { person, slot } of assignments) {
    const [member, shift] = [memberOf.get(person), shiftOf.get(slot)];
    if (member && shift) tally.add(member.index, shift.index);
  }
  return tally;
}

/** Why somebody is not in a shift, given who is where: what holds always first, else what the rest of the rota causes. */
export function whyNot(
  timetable: Timetable,
  tally: Tally,
  member: Member,
  shift: Shift,
): readonly RotaRule[] {
  const never = whyNever(timetable, member, shift);
  return never.length > 0 ? never : tally.whyNot(member, shift);
}

/** The open slots with places that nobody covers. */
export const shortSlots = (timetable: Timetable, tally: Tally): readonly ShortSlot[] =>
  timetable.shifts
    .filter(({ isSettled }) => !isSettled)
    .map((shift) => ({ slot: shift.slot.id, places: shift.slot.need - tally.membersOf(shift).length }))
    .filter(({ places }) => places > 0);

/** For each slot that is short, why each of those who are not in it is not. */
export function shortReasons(timetable: Timetable, tally: Tally): readonly ShortReason[] {
  const short = new Set(shortSlots(timetable, tally).map(({ slot }) => slot));
  return timetable.shifts
    .filter(({ slot }) => short.has(slot.id))
    .map((shift) => {
      const inIt = new Set(tally.membersOf(shift));
      const people = timetable.members
        .filter((member) => !inIt.has(member))
        .map((member) => ({ id: member.person.id, why: whyNot(timetable, tally, member, shift) }));
      return { slot: shift.slot.id, people };
    });
}

function reasonOf(
  timetable: Timetable,
  tally: Tally,
  pinned: ReadonlySet<number>,
  member: Member,
): PersonReason {
  const theirs = new Set(tally.shiftsOf(member));
  const against: Partial<Record<RotaRule, number>> = {};
  let possible = 0;
  for (const shift of timetable.shifts) {
    const never = whyNever(timetable, member, shift);
    if (never.length === 0) possible += 1;
    if (theirs.has(shift)) continue;
    for (const rule of never.length > 0 ? never : tally.whyNot(member, shift))
      against[rule] = (against[rule] ?? 0) + 1;
  }
  const shifts = [...theirs];
  return {
    id: member.person.id,
    minutes: shifts.reduce((sum, { minutes }) => sum + minutes, 0),
    wishedMinutes: member.person.wishedMinutes ?? null,
    possible,
    pinned: shifts.filter(({ index }) => pinned.has(timetable.keyOf(member.index, index))).length,
    preferred:
      member.preferred.length > 0 ? shifts.filter((shift) => isPreferred(member, shift)).length : null,
    days: new Set(shifts.map(({ slot }) => slot.day)).size,
    against,
  };
}

/** For each person what they got, and what kept them out of the rest. */
export function personReasons(timetable: Timetable, tally: Tally): readonly PersonReason[] {
  const pinned = new Set(timetable.pinned.map((pair) => timetable.keyOf(...pair)));
  return timetable.members.map((member) => reasonOf(timetable, tally, pinned, member));
}
