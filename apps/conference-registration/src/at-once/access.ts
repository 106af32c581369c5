import type { AccessTable } from '#platform';
import { people } from '../roles.js';

/** Booking in one step, for programs. */
export const atOnceAccess: AccessTable = {
  'POST /api/v1/conference-registration/conferences/:id/confirmed-bookings': people,
};
