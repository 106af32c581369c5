import type { Temporal } from 'temporal-polyfill';

/** Where the accountable body keeps its books: documents are dated by its days. */
const booksZone = 'Europe/London';

/** The day on which a document is issued, as an ISO date. */
export const bookDay = (now: Temporal.Instant): string =>
  now.toZonedDateTimeISO(booksZone).toPlainDate().toString();
