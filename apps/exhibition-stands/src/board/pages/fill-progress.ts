import { plural, type LiveState } from '#ui';
import type { Fill } from '../../rota/fill/fill.js';

/** Whether a fill is not over. */
export const isOpen = (fill: Fill | null): boolean =>
  fill !== null && (fill.status === 'waiting' || fill.status === 'running');

/** How a fill stands, for the page and its script. */
export function liveFill(fill: Fill | null): LiveState {
  const seconds = Math.floor(fill?.progress?.seconds ?? 0);
  const most = fill?.seconds ?? 1;
  const { objective = null, bound = null } = fill?.progress ?? {};
  return {
    isRunning: isOpen(fill),
    done: Math.min(seconds, most),
    total: most,
    values: { seconds: plural(seconds, 'second'), found: foundWords(objective, bound) },
    said: `Searched for ${plural(seconds, 'second')} of ${most}. ${foundWords(objective, bound)}`,
  };
}

function foundWords(objective: number | null, bound: number | null): string {
  if (objective === null) return 'No rota found yet.';
  if (bound === null || objective <= bound || objective === 0) return 'A rota is found.';
  const percent = (((objective - bound) / objective) * 100).toLocaleString('en-GB', {
    maximumSignificantDigits: 2,
  });
  return `A rota is found that is within ${percent}% of the best possible.`;
}
