import { Temporal } from 'temporal-polyfill';

/** Minutes that are counted together, so that a plot of the last hour can be read. */
const minutesTogether = 5;
const periods = 12;

export interface Rate {
  /** The beginning of each period, the oldest first. */
  readonly starts: readonly Temporal.Instant[];
  /** What each app handled in them. */
  readonly counts: readonly (readonly number[])[];
}

/**
 * What was handled in the last hour, in periods of five minutes of which the last is not over yet.
 *
 * @param handled of each app, by the minute
 */
export function rateOf(
  handled: readonly (readonly { readonly minute: string; readonly count: number }[])[],
  now: Temporal.Instant,
): Rate {
  const together = {
    smallestUnit: 'minute',
    roundingIncrement: minutesTogether,
    roundingMode: 'floor',
  } as const;
  const last = now.round(together);
  const starts = Array.from({ length: periods }, (_, index) =>
    last.subtract({ minutes: minutesTogether * (periods - 1 - index) }),
  );
  const startOf = (minute: string) => Temporal.Instant.from(minute).round(together).epochMilliseconds;
  const counts = handled.map((minutes) =>
    starts.map(({ epochMilliseconds }) =>
      minutes
        .filter(({ minute }) => startOf(minute) === epochMilliseconds)
        .reduce((sum, { count }) => sum + count, 0),
    ),
  );
  return { starts, counts };
}
