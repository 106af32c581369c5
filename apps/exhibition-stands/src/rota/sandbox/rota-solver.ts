import { Solver, usualMegabytes, type SolverPlace } from '#solver';
import type { RotaAnswer } from '../domain/answer.js';
import type { RotaProblem } from '../domain/problem.js';

/** Where rotas are searched for, what that may take, and what is said when it comes to nothing. */
export const usualPlace: SolverPlace = {
  file: new URL('./rota.worker.js', import.meta.url).href,
  megabytes: usualMegabytes,
  grace: 20_000,
  words: {
    crash: 'The search for a rota ended unexpectedly. Try again; if it happens again, tell us when it was.',
    memory:
      'The search for a rota needed more memory than it may use. Try a smaller part: fewer days, or one stand at a time.',
    time: 'The search for a rota did not come to an end in its time. Give it more time, or try a smaller part.',
    cancelled: 'The search for a rota was stopped before it had ended.',
  },
};

/** Searches for rotas, one at a time. */
export class RotaSolver extends Solver<RotaProblem, RotaAnswer> {
  constructor(place: SolverPlace = usualPlace) {
    super(place);
  }
}
