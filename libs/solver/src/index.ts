export { loadLimitedSolver, loadSolver, type LoadedSolver } from './highs/load-solver.js';
export { ModelWriter, type Term } from './highs/model-writer.js';
export { OutOfMemoryError, SolverMemory, solverShare, usualMegabytes } from './highs/solver-memory.js';
export {
  SearchWatch,
  type BestFound,
  type EndReason,
  type SearchProgress,
  type WatchOptions,
} from './highs/search-watch.js';
export { SolverContradiction, SolverFailure, type FailureReason } from './sandbox/solver-failure.js';
export { Solver, SolverBusy, type SearchOptions, type SolverPlace } from './sandbox/solver.js';
export { solverProcess, type ProcessSearch } from './sandbox/solver-process.js';
export {
  RunSearch,
  type RunSearchParts,
  type SearchOutcome,
  type SearchWords,
} from './searches/run-search.js';
export { SearchQueue } from './searches/search-queue.js';
export { SearchRows, type NewSearch, type SearchTable } from './searches/search-rows.js';
export { SearchWorker, type SearchWorkerParts } from './searches/search-worker.js';
export type { ClaimedSearch, Search, SearchAnswer, SearchStatus } from './searches/search.js';
