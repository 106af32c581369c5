import type { AccessTable } from '#platform';
import { people } from '../roles.js';

/** Beginning a booking and keeping its places. Who may have which booking is looked up with it (`FindBooking`). */
export const bookingsAccess: AccessTable = {
  'GET /conference/:slug/book': 'everyone',
  'POST /conference/:slug/book': people,
  'GET /api/v1/conference-registration/organisations': people,
  'GET /api/v1/conference-registration/conferences/:id/offer': 'everyone',
  'POST /api/v1/conference-registration/conferences/:id/bookings': people,
  'GET /api/v1/conference-registration/bookings/:key': 'everyone',
  'POST /api/v1/conference-registration/bookings/:key/extend': 'everyone',
  'POST /api/v1/conference-registration/bookings/:key/resume': 'everyone',
  'POST /api/v1/conference-registration/bookings/:key/give-up': 'everyone',
};
