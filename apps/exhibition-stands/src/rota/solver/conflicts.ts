import type { Model } from 'highs';
import type { RotaViolation } from '../domain/answer.js';
import { whyNever } from '../domain/candidates.js';
import type { Timetable } from '../domain/timetable.js';
import { checkRota } from '../checker/check-rota.js';
import type { RotaModel } from './build-model.js';

/** Pins that break a rule by themselves. */
export const pinConflicts = (timetable: Timetable): readonly RotaViolation[] =>
  timetable.pinned.flatMap(([memberIndex, shiftIndex]) => {
    const [member, shift] = [timetable.members[memberIndex], timetable.shifts[shiftIndex]];
    if (!member || !shift) return [];
    const { id, day } = shift.slot;
    return whyNever(timetable, member, shift).map((rule) => ({
      rule,
      person: member.person.id,
      slots: [id],
      day,
    }));
  });

/**
 * The rules that cannot be kept with all pins: of a model found to be infeasible, a smallest set of rows that cannot be
 * kept together; where HiGHS names none, what the pins break among themselves.
 */
export function ruleConflicts(
  timetable: Timetable,
  model: RotaModel,
  solver: Model,
): readonly RotaViolation[] {
  const { problem } = timetable;
  const pinned = new Set(problem.pinned.map(({ slot }) => slot));
  const rows = [...solver.getIis().rowIndex].flatMap((row) => model.rowMeanings[row] ?? []);
  const named = rows.flatMap(({ rule, person, slots, day }): readonly RotaViolation[] =>
    rule === 'fairness' ? [] : [{ rule, person, day, slots: slots.filter((slot) => pinned.has(slot)) }],
  );
  return named.length > 0 ? named : checkRota(problem, problem.pinned).violations;
}
