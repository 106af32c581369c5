import { whyNever } from './candidates.js';
import type { RotaPlacement, RotaProblem } from './problem.js';
import { Tally } from './tally.js';
import { readProblem, type Pair, type Timetable } from './timetable.js';

/** Takes what is pinned and what is published as far as the rules let it, then slots from the first to the last. */
export function fillInTurn(timetable: Timetable, order: readonly number[]): Tally {
  const tally = new Tally(timetable);
  const isFree = ([member, shift]: Pair) => {
    const [who, where] = [timetable.members[member], timetable.shifts[shift]];
    if (!who || !where || tally.membersOf(where).includes(who)) return false;
    return whyNever(timetable, who, where).length === 0 && tally.whyNot(who, where).length === 0;
  };
  const take = (pair: Pair) => isFree(pair) && tally.add(...pair);
  for (const pair of timetable.pinned) tally.add(...pair);
  // The experienced first, as a first-timer may be only beside one of them.
  const isExperienced = ([member]: Pair) => timetable.members[member]?.person.experienced === true;
  const published = timetable.published ?? [];
  for (const pair of published.filter(isExperienced)) take(pair);
  for (const pair of published) take(pair);
  const inOrder = timetable.shifts.toSorted((a, b) => a.from - b.from);
  for (const member of order) for (const { index } of inOrder) take([member, index]);
  return tally;
}

/** The placements of a tally, person by person. */
export const placementsOf = (timetable: Timetable, tally: Tally): readonly RotaPlacement[] =>
  timetable.members.flatMap((member) =>
    tally.shiftsOf(member).map(({ slot }) => ({ person: member.person.id, slot: slot.id })),
  );

/**
 * What comes out when people put themselves down in the order that they come in, each for all that they may have: no
 * hard rule is broken, but nobody looks ahead. To compare with, and to start from.
 */
export function fillFirstCome(problem: RotaProblem): readonly RotaPlacement[] {
  const timetable = readProblem(problem);
  return placementsOf(
    timetable,
    fillInTurn(
      timetable,
      timetable.members.map(({ index }) => index),
    ),
  );
}
