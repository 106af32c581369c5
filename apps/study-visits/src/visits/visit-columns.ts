import { dateOf } from '#platform';
import type { VisitDetails } from './domain/details.js';

/** The columns that say what staff wrote. */
export const columnsOf = (details: VisitDetails) => ({
  ...details,
  categoryLimits: [...details.categoryLimits],
  reserved: [...details.reserved],
  refunds: [...details.refunds],
  contacts: [...details.contacts],
  applicationsOpenAt: details.applicationsOpenAt && dateOf(details.applicationsOpenAt),
  applicationsCloseAt: details.applicationsCloseAt && dateOf(details.applicationsCloseAt),
});
