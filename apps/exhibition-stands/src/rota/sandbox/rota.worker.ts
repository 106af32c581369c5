import { solverProcess } from '#solver';
import { RotaProblemError } from '../domain/rota-problem-error.js';
import { solveRota } from '../solver/solve-rota.js';

/** Searches for the best rota, in a process of its own. */
export default solverProcess({
  title: 'rota-solver',
  solve: solveRota,
  isContradiction: (error) => error instanceof RotaProblemError,
});
