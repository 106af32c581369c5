import { checkRota } from '../checker/check-rota.js';
import type { RotaAnswer, RotaViolation } from '../domain/answer.js';
import type { RotaPlacement } from '../domain/problem.js';
import { personReasons, shortReasons, shortSlots, tallyOf } from '../domain/reasons.js';
import type { Timetable } from '../domain/timetable.js';

/** What a search came to. */
export interface SearchResult {
  readonly assignments: readonly RotaPlacement[];
  /** What the model says it costs; null where the rota does not come from the model. */
  readonly modelObjective: number | null;
  readonly bound: number;
  readonly ended: RotaAnswer['ended'];
  readonly seconds: number;
}

/** The solver's rota breaks a rule, or costs something else, by the checker: nobody may use it. */
export class RotaMistakeError extends Error {
  override readonly name = 'RotaMistakeError';
  readonly violations: readonly RotaViolation[];

  constructor(message: string, violations: readonly RotaViolation[]) {
    super(message);
    this.violations = violations;
  }
}

/** Costs are whole steps; solvers count in floating point. */
const tolerance = 1e-3;

/**
 * Judges a rota anew and says how good it is and why it is as it is.
 * @throws RotaMistakeError where the checker finds a rule broken or another cost
 */
export function answerOf(timetable: Timetable, result: SearchResult): RotaAnswer {
  const { assignments, modelObjective, ended, seconds } = result;
  const { violations, objective } = checkRota(timetable.problem, assignments);
  if (violations.length > 0)
    throw new RotaMistakeError('The rota found breaks hard rules, so it is not used.', violations);
  if (modelObjective !== null && Math.abs(modelObjective - objective) > tolerance)
    throw new RotaMistakeError(
      `The rota found costs ${objective}, not ${modelObjective}: it is not used.`,
      [],
    );
  const isProven = result.bound > objective - tolerance;
  const bound = isProven ? objective : result.bound;
  const tally = tallyOf(timetable, assignments);
  return {
    status: isProven ? 'proven' : 'within',
    ended,
    assignments,
    short: shortSlots(timetable, tally),
    objective,
    bound,
    gap: isProven ? 0 : (objective - bound) / objective,
    seconds,
    violations,
    conflicts: [],
    reasons: { short: shortReasons(timetable, tally), people: personReasons(timetable, tally) },
  };
}

/** The answer to a problem that no rota can solve, as what is pinned breaks hard rules. */
export const infeasible = (conflicts: readonly RotaViolation[], seconds: number): RotaAnswer => ({
  status: 'infeasible',
  ended: 'finished',
  assignments: [],
  short: [],
  objective: 0,
  bound: 0,
  gap: 0,
  seconds,
  violations: [],
  conflicts,
  reasons: { short: [], people: [] },
});
