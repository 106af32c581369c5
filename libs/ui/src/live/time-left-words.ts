import { listInWords, plural } from '../dates/amounts.js';

const minute = 60_000;

/**
 * How much time is left: "24 minutes left", "1 hour and 5 minutes left", "less than a minute left"; `null` where none is.
 *
 * @param milliseconds
 */
export function timeLeftInWords(milliseconds: number): string | null {
  if (milliseconds <= 0) return null;
  if (milliseconds < minute) return 'less than a minute left';
  const minutes = Math.round(milliseconds / minute);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [
    ...(hours > 0 ? [plural(hours, 'hour')] : []),
    ...(rest > 0 ? [plural(rest, 'minute')] : []),
  ];
  return `${listInWords(parts)} left`;
}
