import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** Who is booked twice. That of one booking is for whoever has the booking. */
export const doubleBookingsAccess: AccessTable = {
  'GET /api/v1/conference-registration/bookings/:key/double-bookings': 'everyone',
  'GET /api/v1/conference-registration/conferences/:id/double-bookings': staff,
};
