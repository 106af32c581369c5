import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** Which travellers are booked twice; each reads of themselves on their own page. */
export const doubleBookingsAccess: AccessTable = {
  'GET /api/v1/study-visits/visits/:id/double-bookings': staff,
};
