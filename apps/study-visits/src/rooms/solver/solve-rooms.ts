import type { Highs, Model } from 'highs';
import { loadLimitedSolver, loadSolver, OutOfMemoryError, SearchWatch, type WatchOptions } from '#solver';
import { checkRooms } from '../checker/check-rooms.js';
import type { RoomsAnswer, RoomViolation } from '../domain/answer.js';
import type { RoomsProblem, RoomStay } from '../domain/problem.js';
import { buildModel, type RoomsModel } from './build-model.js';
import { firstRooms } from './first-rooms.js';
import { missingFrom, withMissing } from './missing-rooms.js';
import { nameRooms } from './name-rooms.js';
import { checkProblem, unitsOf } from './read-problem.js';

/** How a search is run. */
export interface SolveOptions extends WatchOptions {
  /** The search ends after this, with the best so far. */
  readonly seconds: number;
  /** HiGHS may have so much memory; when that is too little, the search ends with the best so far. */
  readonly megabytes?: number;
}

/** Rooms that were found break a rule, or cost something else, by the checker: nobody may use them. */
export class RoomsMistakeError extends Error {
  override readonly name = 'RoomsMistakeError';

  constructor(
    message: string,
    readonly violations: readonly RoomViolation[],
  ) {
    super(message);
  }
}

/** The search came to no rooms at all in its time; more time may help. */
export class NoRoomsInTimeError extends Error {
  override readonly name = 'NoRoomsInTimeError';
}

/** Costs are whole steps; solvers count in floating point. */
const tolerance = 1e-3;

/** HiGHS's word for a solution that keeps all rows. */
const feasible = 2;

/** What a run of HiGHS came to. */
interface Found {
  readonly stays: readonly RoomStay[];
  readonly modelObjective: number;
  readonly areToldApart: boolean;
  readonly bound: number;
  readonly ended: RoomsAnswer['ended'];
}

const none = { rooms: 0, wishes: 0, moves: 0, company: 0 };

/**
 * Judges rooms anew and says how good they are.
 * @throws RoomsMistakeError where the checker finds a rule broken, or a cost that the model cannot have meant
 */
function answerOf(
  problem: RoomsProblem,
  { stays, modelObjective, ended, areToldApart, ...found }: Found,
  seconds: number,
): RoomsAnswer {
  const { violations, objective, parts } = checkRooms(problem, stays);
  if (violations.length > 0) throw new RoomsMistakeError('The rooms found break hard rules.', violations);
  // Rooms that are not yet the best may be counted with moves that nobody makes; teams that are not told apart with fewer.
  const isTooLittle = areToldApart && objective > modelObjective + tolerance;
  const isTooMuch = ended === 'finished' && objective < modelObjective - tolerance;
  if (isTooLittle || isTooMuch)
    throw new RoomsMistakeError(`The rooms found cost ${objective}, not ${modelObjective}.`, []);
  const isProven = found.bound > objective - tolerance;
  const bound = isProven ? objective : found.bound;
  const gap = isProven ? 0 : (objective - bound) / objective;
  return {
    status: isProven ? 'proven' : 'within',
    ended,
    stays,
    objective,
    parts,
    bound,
    gap,
    seconds,
    missing: [],
  };
}

/** Costs are multiples of the step: nothing costs less than the next above what HiGHS has proven. */
const boundOf = ({ step }: RoomsModel, lowest: number): number => Math.ceil(lowest / step - 1e-6) * step;

const provingGap = ({ step }: RoomsModel): number => 0.99 * step;

interface Search {
  readonly problem: RoomsProblem;
  readonly model: RoomsModel;
  readonly watch: SearchWatch;
  readonly areToldApart: boolean;
  /** In seconds. */
  readonly limit: number;
}

/** Runs HiGHS. @returns `infeasible` where not everybody can have a room */
function run(
  highs: Highs,
  solver: Model,
  { problem, model, watch, areToldApart, limit }: Search,
): Found | 'infeasible' {
  const { modelStatus } = highs.constants;
  // The usual relative gap would call rooms the best whose moves are little beside their price.
  solver.options.set({
    output_flag: false,
    time_limit: limit,
    mip_rel_gap: 0,
    mip_abs_gap: provingGap(model),
  });
  const { modelStatus: status } = solver.run(watch.callbacks(highs));
  if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) return 'infeasible';
  const isProven = status === modelStatus.optimal || status === modelStatus.empty;
  const ended = isProven ? 'finished' : (watch.reason ?? 'time');
  const isFound = isProven || solver.info.get('primal_solution_status') === feasible;
  if (!isFound && ended === 'memory') throw new OutOfMemoryError('The search needs more memory.');
  if (!isFound) throw new NoRoomsInTimeError('No rooms were found in that time.');
  const modelObjective = solver.getObjectiveValue();
  const lowest = Number(solver.info.get('mip_dual_bound'));
  return {
    stays: nameRooms(problem, model.choices, solver.getSolution().colValue),
    modelObjective,
    areToldApart,
    bound: isProven ? modelObjective : boundOf(model, lowest),
    ended,
  };
}

/**
 * What a search had found when HiGHS got no more memory.
 * @throws OutOfMemoryError where that was nothing, or nobody knows how good it is
 */
function lastWords({ problem, model, watch, areToldApart }: Search, cause: unknown): Found {
  if (watch.found === null) throw new OutOfMemoryError('The solver needs more memory.', { cause });
  const { best, bound } = watch.found;
  return {
    stays: nameRooms(problem, model.choices, best.values),
    modelObjective: best.objective,
    areToldApart,
    bound: boundOf(model, bound),
    ended: 'memory',
  };
}

async function search(
  problem: RoomsProblem,
  options: SolveOptions,
  areToldApart: boolean,
): Promise<Found | 'infeasible'> {
  const units = unitsOf(problem, areToldApart);
  const model = buildModel(problem, units);
  // Somebody stays, and there is no room that could be theirs: HiGHS wants something to decide.
  if (model.data.numCols === 0) return 'infeasible';
  const { highs, memory } = await (options.megabytes === undefined
    ? loadSolver()
    : loadLimitedSolver(options.megabytes));
  const watch = new SearchWatch(options, provingGap(model));
  const all = { problem, model, watch, areToldApart, limit: options.seconds };
  let solver: Model | undefined;
  try {
    const first = firstRooms(highs, problem, units, model);
    solver = highs.createModel(model.data);
    if (first !== null) solver.setSolution(first);
    return run(highs, solver, all);
  } catch (error) {
    // HiGHS dies wherever it is when there is no more memory, and is of no more use then.
    if (!memory.isFull) throw error;
    return lastWords(all, error);
  } finally {
    if (!memory.isFull) solver?.dispose();
  }
}

/** Of two answers the better; what one has proven is true of the other as well. */
function better(one: RoomsAnswer, other: RoomsAnswer): RoomsAnswer {
  const best = other.objective <= one.objective ? other : one;
  const bound = Math.min(best.objective, Math.max(one.bound, other.bound));
  const isProven = bound > best.objective - tolerance;
  return {
    ...best,
    status: isProven ? 'proven' : 'within',
    ended: other.ended,
    bound,
    gap: isProven ? 0 : (best.objective - bound) / best.objective,
    seconds: other.seconds,
  };
}

/**
 * Finds the rooms that cost least. Blocks its thread until it ends, so run it in a process or thread of its own.
 * @throws RoomsProblemError where the problem contradicts itself
 * @throws RoomsMistakeError where what was found does not pass the checker
 * @throws NoRoomsInTimeError where the time was too short to find any
 * @throws OutOfMemoryError where the memory was
 */
export async function solveRooms(problem: RoomsProblem, options: SolveOptions): Promise<RoomsAnswer> {
  checkProblem(problem);
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1000;
  // HiGHS has no solution of a model that leaves nothing to decide.
  if (problem.travellers.every(({ nights }) => nights.length === 0))
    return answerOf(
      problem,
      { stays: [], modelObjective: 0, areToldApart: true, bound: 0, ended: 'finished' },
      0,
    );
  const left = () => ({ ...options, seconds: Math.max(1, options.seconds - elapsed()) });
  const found = await search(problem, options, false);
  if (found !== 'infeasible') {
    const answer = answerOf(problem, found, elapsed());
    if (answer.status === 'proven' || answer.ended !== 'finished') return answer;
    // Pairs that are alike part and meet in a way that counting them did not foresee.
    const apart = await search(problem, left(), true);
    return apart === 'infeasible' ? answer : better(answer, answerOf(problem, apart, elapsed()));
  }
  const wider = withMissing(problem);
  const filled = await search(wider, left(), false);
  if (filled === 'infeasible') throw new RoomsMistakeError('Rooms are missing where there are enough.', []);
  return {
    status: 'infeasible',
    ended: filled.ended,
    stays: [],
    objective: 0,
    parts: none,
    bound: 0,
    gap: 0,
    seconds: elapsed(),
    missing: missingFrom(wider, filled.stays),
  };
}
