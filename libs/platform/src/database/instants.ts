import { Temporal } from 'temporal-polyfill';

/** An instant as the database's driver takes it. */
export const dateOf = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds);

/** An instant as the database's driver gives it. */
export const instantOf = (date: Date): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(date.getTime());
