import type { Highs, Model } from 'highs';
import { loadLimitedSolver, loadSolver, OutOfMemoryError, SearchWatch, type WatchOptions } from '#solver';
import type { RotaAnswer } from '../domain/answer.js';
import { fillInTurn, placementsOf } from '../domain/first-come.js';
import type { RotaProblem } from '../domain/problem.js';
import { readProblem, type Timetable } from '../domain/timetable.js';
import { buildModel, type RotaModel } from './build-model.js';
import { pinConflicts, ruleConflicts } from './conflicts.js';
import { placementsFrom, valuesOf } from './placements.js';
import { answerOf, infeasible } from './rota-answer.js';

/** How a search is run. */
export interface SolveOptions extends WatchOptions {
  /** The search ends after this, with the best rota so far. */
  readonly seconds: number;
  /** HiGHS may have so much memory; when that is too little, the search ends with the best rota so far. */
  readonly megabytes?: number;
}

interface Search {
  readonly timetable: Timetable;
  readonly model: RotaModel;
  readonly watch: SearchWatch;
  /** In seconds. */
  readonly limit: number;
  /** How long it has gone on, in seconds. */
  readonly elapsed: () => number;
}

/** HiGHS's word for a solution that keeps all rows. */
const feasible = 2;

/** Costs are multiples of the step: no rota costs less than the next above what HiGHS has proven. */
const boundOf = ({ step }: RotaModel, lowest: number): number => Math.ceil(lowest / step - 1e-6) * step;

/** How near a bound is to a rota that it proves the best. */
const provingGap = ({ step }: RotaModel): number => 0.99 * step;

/** Runs HiGHS on a model that may have rotas. */
function run(highs: Highs, solver: Model, search: Search): RotaAnswer {
  const { timetable, model, watch, limit, elapsed } = search;
  const { modelStatus } = highs.constants;
  solver.options.set({
    output_flag: false,
    time_limit: limit,
    // The usual relative gap would call a rota the best as soon as its unfairness is little beside its short places.
    mip_rel_gap: 0,
    mip_abs_gap: provingGap(model),
  });
  const start = fillInTurn(
    timetable,
    timetable.members.map(({ index }) => index),
  );
  solver.setSolution(valuesOf(model, start));
  const { modelStatus: status } = solver.run(watch.callbacks(highs));
  const seconds = elapsed();
  if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible)
    return infeasible(ruleConflicts(timetable, model, solver), seconds);
  const isProven = status === modelStatus.optimal || status === modelStatus.empty;
  const ended = isProven ? 'finished' : (watch.reason ?? 'time');
  if (ended === 'memory' && watch.found === null) throw new OutOfMemoryError('The search needs more memory.');
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
    bound: isProven ? objective : boundOf(model, lowest),
    ended,
    seconds,
  });
}

/**
 * What a search had found when HiGHS got no more memory.
 * @throws OutOfMemoryError where that was nothing, or nobody knows how good it is
 */
function lastWords({ timetable, model, watch, elapsed }: Search, cause: unknown): RotaAnswer {
  if (watch.found === null) throw new OutOfMemoryError('The solver needs more memory.', { cause });
  const { best, bound } = watch.found;
  return answerOf(timetable, {
    assignments: placementsFrom(model, best.values),
    modelObjective: best.objective,
    bound: boundOf(model, bound),
    ended: 'memory',
    seconds: elapsed(),
  });
}

/**
 * Finds the rota that costs least. Blocks its thread until it ends, so run it in a process or thread of its own.
 * @throws RotaProblemError where the problem contradicts itself
 * @throws RotaMistakeError where what was found does not pass the checker
 * @throws OutOfMemoryError where there is too little memory to find any rota
 */
export async function solveRota(problem: RotaProblem, options: SolveOptions): Promise<RotaAnswer> {
  const timetable = readProblem(problem);
  const conflicts = pinConflicts(timetable);
  if (conflicts.length > 0) return infeasible(conflicts, 0);
  const model = buildModel(timetable);
  // HiGHS has no solution of a model that leaves nothing to decide.
  if (model.data.numCols === 0) return nothingToDecide(timetable, model);
  const { seconds: limit, megabytes } = options;
  const { highs, memory } = await (megabytes === undefined ? loadSolver() : loadLimitedSolver(megabytes));
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1000;
  const search = { timetable, model, watch: new SearchWatch(options, provingGap(model)), limit, elapsed };
  let solver: Model | undefined;
  try {
    solver = highs.createModel(model.data);
    return run(highs, solver, search);
  } catch (error) {
    // HiGHS dies wherever it is when there is no more memory, and is of no more use then.
    if (!memory.isFull) throw error;
    return lastWords(search, error);
  } finally {
    if (!memory.isFull) solver?.dispose();
  }
}

function nothingToDecide(timetable: Timetable, { data }: RotaModel): RotaAnswer {
  const modelObjective = data.offset ?? 0;
  return answerOf(timetable, {
    assignments: [],
    modelObjective,
    bound: modelObjective,
    ended: 'finished',
    seconds: 0,
  });
}
