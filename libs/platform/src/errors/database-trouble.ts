import { Problem } from './problem.js';

/** The connection was never made, so nothing can have been written: refused, not resolved, or the server starts or is full. */
const neverReached: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P03',
  '53300',
]);

/** The server went away meanwhile (PostgreSQL: appendix A of its manual, class 57 and 08). */
const brokenOff: ReadonlySet<string> = new Set(['57P01', '57P02', 'ECONNRESET', 'EPIPE', '08003', '08006']);

function isThrown(error: unknown): error is { readonly code?: unknown; readonly message?: unknown } {
  return typeof error === 'object' && error !== null;
}

/**
 * What to say when a service's own database cannot be reached: whoever asked can do no more than try again, but has to know
 * whether what was sent may have been saved all the same, as the answer to a COMMIT can be lost.
 *
 * @returns a 503; `null` when the error is of another kind
 */
export function databaseTrouble(error: unknown): Problem | null {
  if (!isThrown(error)) return null;
  const code = typeof error.code === 'string' ? error.code : '';
  const words = typeof error.message === 'string' ? error.message : '';
  // The driver gives these no code.
  if (neverReached.has(code) || words.includes('timeout exceeded when trying to connect')) {
    return new Problem({
      status: 503,
      code: 'data-unavailable',
      title: 'This part of the site is not available at the moment',
      detail: 'It cannot reach its data. Nothing was saved. Try again in a minute.',
    });
  }
  if (brokenOff.has(code) || /^(?:Error: )?Connection terminated/.test(words)) {
    return new Problem({
      status: 503,
      code: 'data-lost-meanwhile',
      title: 'This part of the site lost its data on the way',
      detail:
        'The connection to it broke while it was answering. If you were saving something, look whether it is there before you send it again.',
    });
  }
  return null;
}
