import { Temporal } from 'temporal-polyfill';

/** When the stand is open, as instants; the end is not part of it. */
export interface OpenTime {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

/** How long something lasts at the pace of this exhibition so far. */
export type Forecast =
  /** The stand has not been open, or nothing was used: there is no pace. */
  | { readonly kind: 'unknown' }
  /** It lasts to the end. */
  | { readonly kind: 'lasts'; readonly left: number }
  /** It runs out while the stand is open. */
  | { readonly kind: 'runs-out'; readonly at: Temporal.Instant; readonly openDays: number }
  /** There is nothing any more. */
  | { readonly kind: 'gone' };

/**
 * How long what remains lasts. The pace is what was used by what has passed of the opening hours; nights and other days do not
 * count, and an hour that the clock repeats is one.
 *
 * @param open when the stand is open, in order and apart from each other
 * @param used since the exhibition began, less what came back
 */
export function forecastOf(
  open: readonly OpenTime[],
  now: Temporal.Instant,
  used: number,
  remains: number,
): Forecast {
  const passed = open.reduce((sum, time) => sum + minutesOf(time.start, earlier(now, time.end)), 0);
  if (remains <= 0) return { kind: 'gone' };
  if (passed <= 0 || used <= 0) return { kind: 'unknown' };
  let minutes = (remains / used) * passed;
  let openDays = 0;
  for (const time of open) {
    const from = later(now, time.start);
    const long = minutesOf(from, time.end);
    if (long <= 0) continue;
    if (minutes < long) {
      const at = from.add({ minutes: Math.floor(minutes) });
      return { kind: 'runs-out', at, openDays: round(openDays + minutes / minutesOf(time.start, time.end)) };
    }
    minutes -= long;
    openDays += long / minutesOf(time.start, time.end);
  }
  return { kind: 'lasts', left: Math.floor((minutes / passed) * used) };
}

/** To a tenth of a day. */
const round = (days: number): number => Math.round(days * 10) / 10;

const earlier = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) < 0 ? one : other;
const later = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) > 0 ? one : other;

/** 0 where the end is not after the start. */
const minutesOf = (start: Temporal.Instant, end: Temporal.Instant): number =>
  Math.max(0, (end.epochMilliseconds - start.epochMilliseconds) / 60_000);

/** Whether so few remain that more should be ordered. */
export const isLow = (remains: number, reorderLevel: number | null): boolean =>
  reorderLevel !== null && remains <= reorderLevel;
