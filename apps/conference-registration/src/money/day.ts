import type { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';

/** The day on which a document is issued, where the network keeps its books; an ISO date. */
export const bookDay = (now: Temporal.Instant): string =>
  now.toZonedDateTimeISO(homeZone).toPlainDate().toString();
