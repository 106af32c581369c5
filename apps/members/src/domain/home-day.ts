import type { Temporal } from 'temporal-polyfill';

/** Where the network is; its days begin and end there. */
export const homeZone = 'Europe/London';

/** The day that it is where the network is, as an ISO date. */
export function homeDay(now: Temporal.Instant): string {
  return now.toZonedDateTimeISO(homeZone).toPlainDate().toString();
}
