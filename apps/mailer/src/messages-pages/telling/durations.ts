import { plural } from '#ui';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * How long something took, as exactly as somebody wants to know: "12 milliseconds", "1.4 seconds", "3 minutes".
 *
 * @param ms milliseconds; less than none counts as none, as two machines' clocks need not agree to the moment
 */
export function durationInWords(ms: number): string {
  const whole = Math.max(0, Math.round(ms));
  if (whole < second) return plural(whole, 'millisecond');
  if (whole < 10 * second) return plural(Math.round(whole / 100) / 10, 'second');
  if (whole < minute - second / 2) return plural(Math.round(whole / second), 'second');
  if (whole < hour - minute / 2) return plural(Math.round(whole / minute), 'minute');
  if (whole < 2 * day) return plural(Math.round(whole / hour), 'hour');
  return plural(Math.round(whole / day), 'day');
}
