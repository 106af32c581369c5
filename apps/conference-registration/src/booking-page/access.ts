import type { AccessTable } from '#platform';

/**
 * The pages of one booking. Who may have which is found out with the booking itself (`FindBooking`): whoever booked, the
 * organisation's booking contacts, staff, or whoever has a guest's secret; a delegate has theirs by their own secret.
 */
export const bookingPageAccess: AccessTable = {
  'GET /conference/bookings/:key': 'everyone',
  'POST /conference/bookings/:key/extend': 'everyone',
  'POST /conference/bookings/:key/resume': 'everyone',
  'GET /conference/bookings/:key/give-up': 'everyone',
  'POST /conference/bookings/:key/give-up': 'everyone',
  'GET /conference/bookings/:key/delegates/list': 'everyone',
  'POST /conference/bookings/:key/delegates/list': 'everyone',
  'GET /conference/bookings/:key/delegates/new': 'everyone',
  'POST /conference/bookings/:key/delegates/new': 'everyone',
  'GET /conference/bookings/:key/delegates/:number': 'everyone',
  'POST /conference/bookings/:key/delegates/:number': 'everyone',
  'GET /conference/bookings/:key/delegates/:number/remove': 'everyone',
  'POST /conference/bookings/:key/delegates/:number/remove': 'everyone',
  'GET /conference/bookings/:key/delegates/:number/invite': 'everyone',
  'POST /conference/bookings/:key/delegates/:number/invite': 'everyone',
  'GET /conference/bookings/:key/questions': 'everyone',
  'POST /conference/bookings/:key/questions': 'everyone',
  'GET /conference/bookings/:key/payment': 'everyone',
  'POST /conference/bookings/:key/payment': 'everyone',
  'GET /conference/bookings/:key/check': 'everyone',
  'POST /conference/bookings/:key/confirm': 'everyone',
  'GET /conference/bookings/:key/files/:file': 'everyone',
  'GET /api/v1/conference-registration/bookings/:key/details': 'everyone',
  'GET /api/v1/conference-registration/bookings/:key/delegates': 'everyone',
  'POST /api/v1/conference-registration/bookings/:key/delegates': 'everyone',
  'GET /api/v1/conference-registration/bookings/:key/delegates/:number': 'everyone',
  'PUT /api/v1/conference-registration/bookings/:key/delegates/:number': 'everyone',
  'DELETE /api/v1/conference-registration/bookings/:key/delegates/:number': 'everyone',
  'POST /api/v1/conference-registration/bookings/:key/delegates/:number/invite': 'everyone',
  'PUT /api/v1/conference-registration/bookings/:key/answers': 'everyone',
  'PUT /api/v1/conference-registration/bookings/:key/payment': 'everyone',
  'POST /api/v1/conference-registration/bookings/:key/confirm': 'everyone',
  'GET /conference/delegates/:secret': 'everyone',
  'POST /conference/delegates/:secret': 'everyone',
};
