import type { Temporal } from 'temporal-polyfill';

/** From an instant to an instant, told in the wall-clock time of `zone` (IANA). A deadline ends when it starts. */
export interface TimedWhen {
  readonly type: 'timed';
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly zone: string;
}

/** Whole days, `first` to `last` inclusive. */
export interface AllDayWhen {
  readonly type: 'all-day';
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  readonly zone: string;
}

/** Only the month is known. */
export interface MonthWhen {
  readonly type: 'month';
  readonly month: Temporal.PlainYearMonth;
  readonly zone: string;
}

/** The shapes of "when" that can be told in words. */
export type AnyWhen = TimedWhen | AllDayWhen | MonthWhen;
