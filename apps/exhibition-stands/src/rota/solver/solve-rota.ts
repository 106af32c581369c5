import type { Highs, HighsCallbackMap, Model } from 'highs';
import type { RotaAnswer } from '../domain/answer.js';
import { fillInTurn, placementsOf } from '../domain/first-come.js';
import type { RotaProblem } from '../domain/problem.js';
import { readProblem, type Timetable } from '../domain/timetable.js';
import { buildModel, type RotaModel } from './build-model.js';
import { pinConflicts, ruleConflicts } from './conflicts.js';
import { loadSolver } from './load-solver.js';
import { placementsFrom, valuesOf } from './placements.js';
import { answerOf, infeasible } from './rota-answer.js';

/** How far a search has come. */
export interface RotaProgress {
  /** Cost of the best rota so far; null before there is one. */
  readonly objective: number | null;
  readonly bound: number | null;
  readonly seconds: number;
}

/** How a search is run. */
export interface SolveOptions {
  /** The search ends after this, with the best rota so far. */
  readonly seconds: number;
  /** Called about once a second, in the thread that solves. */
  readonly onProgress?: (progress: RotaProgress) => void;
  /** Asked often, in the thread that solves; true ends the search with the best rota so far. */
  readonly isCancelled?: () => boolean;
}

const finite = (value: number | undefined): number | null =>
  value !== undefined && Math.abs(value) < 1e20 ? value : null;

/** Seconds from one report to the next. */
const reportEvery = 1;

function callbacks(highs: Highs, { onProgress, isCancelled }: SolveOptions): HighsCallbackMap {
  const { mipInterrupt, simplexInterrupt } = highs.constants.callbackType;
  let reported = -Infinity;
  return {
    // HiGHS's own reports come only while it prints them, too.
    [mipInterrupt]: (event) => {
      const { mip_primal_bound: objective, mip_dual_bound: bound, running_time: seconds = 0 } = event.data;
      if (seconds >= reported + reportEvery) {
        reported = seconds;
        onProgress?.({ objective: finite(objective), bound: finite(bound), seconds });
      }
      if (isCancelled?.()) event.interrupt();
      return undefined;
    },
    [simplexInterrupt]: (event) => {
      if (isCancelled?.()) event.interrupt();
      return undefined;
    },
  };
}

/** Runs HiGHS on a model that may have rotas. */
function search(
  highs: Highs,
  solver: Model,
  timetable: Timetable,
  model: RotaModel,
  options: SolveOptions,
): RotaAnswer {
  const { modelStatus } = highs.constants;
  const started = performance.now();
  // HiGHS has no solution of a model that leaves nothing to decide.
  if (model.data.numCols === 0) {
    const modelObjective = model.data.offset ?? 0;
    return answerOf(timetable, {
      assignments: [],
      modelObjective,
      bound: modelObjective,
      ended: 'finished',
      seconds: 0,
    });
  }
  solver.options.set({
    output_flag: false,
    time_limit: options.seconds,
    // The usual relative gap would call a rota the best as soon as its unfairness is little beside its short places.
    mip_rel_gap: 0,
    mip_abs_gap: 0.99 * model.step,
  });
  const start = fillInTurn(
    timetable,
    timetable.members.map(({ index }) => index),
  );
  solver.setSolution(valuesOf(model, start));
  const { modelStatus: status } = solver.run(callbacks(highs, options));
  const seconds = (performance.now() - started) / 1000;
  if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible)
    return infeasible(ruleConflicts(timetable, model, solver), seconds);
  const isProven = status === modelStatus.optimal || status === modelStatus.empty;
  const ended = isProven ? 'finished' : status === modelStatus.interrupted ? 'cancelled' : 'time';
  const isFound = isProven || solver.info.get('primal_solution_status') === feasible;
  if (!isFound)
    return answerOf(timetable, {
      assignments: placementsOf(timetable, start),
      modelObjective: null,
      bound: 0,
      ended,
      seconds,
    });
  const { colValue } = solver.getSolution();
  const objective = solver.getObjectiveValue();
  const lowest = Number(solver.info.get('mip_dual_bound'));
  return answerOf(timetable, {
    assignments: placementsFrom(model, colValue),
    modelObjective: objective,
    bound: isProven ? objective : Math.ceil(lowest / model.step - 1e-6) * model.step,
    ended,
    seconds,
  });
}

/** HiGHS's word for a solution that keeps all rows. */
const feasible = 2;

/**
 * Finds the rota that costs least. Blocks its thread until it ends, so run it in a process or thread of its own.
 * @throws RotaProblemError where the problem contradicts itself
 * @throws RotaMistakeError where what was found does not pass the checker
 */
export async function solveRota(problem: RotaProblem, options: SolveOptions): Promise<RotaAnswer> {
  const timetable = readProblem(problem);
  const conflicts = pinConflicts(timetable);
  if (conflicts.length > 0) return infeasible(conflicts, 0);
  const highs = await loadSolver();
  const model = buildModel(timetable);
  const solver = highs.createModel(model.data);
  try {
    return search(highs, solver, timetable, model, options);
  } finally {
    solver.dispose();
  }
}
