import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

const api = '/api/v1/conference-registration/bookings/:key';

/** Changing and cancelling: who may have a booking is found out with the booking itself (`FindBooking`). */
export const changingAccess: AccessTable = {
  'GET /conference/bookings/:key/delegates/:number/change': 'everyone',
  'GET /conference/bookings/:key/delegates/:number/details': 'everyone',
  'POST /conference/bookings/:key/delegates/:number/details': 'everyone',
  'GET /conference/bookings/:key/delegates/:number/replace': 'everyone',
  'POST /conference/bookings/:key/delegates/:number/replace': 'everyone',
  'GET /conference/bookings/:key/delegates/:number/tickets': 'everyone',
  'POST /conference/bookings/:key/delegates/:number/tickets': 'everyone',
  'GET /conference/bookings/:key/add': 'everyone',
  'POST /conference/bookings/:key/add': 'everyone',
  'GET /conference/bookings/:key/cancel': 'everyone',
  'POST /conference/bookings/:key/cancel': 'everyone',
  'GET /conference/manage/:id/cancel-bookings': staff,
  'POST /conference/manage/:id/cancel-bookings': staff,
  'GET /conference/bookings/:key/ask': 'everyone',
  'POST /conference/bookings/:key/ask': 'everyone',
  'GET /conference/delegates/:secret/details': 'everyone',
  'POST /conference/delegates/:secret/details': 'everyone',
  'GET /conference/delegates/:secret/calendar.ics': 'everyone',
  'GET /conference/delegates/:secret/cannot-come': 'everyone',
  'POST /conference/delegates/:secret/cannot-come': 'everyone',
  'GET /api/v1/conference-registration/conferences/:id/cancellation': staff,
  'POST /api/v1/conference-registration/conferences/:id/cancellation': staff,
  [`PUT ${api}/delegates/:number/details`]: 'everyone',
  [`PUT ${api}/delegates/:number/person`]: 'everyone',
  [`PUT ${api}/delegates/:number/tickets`]: 'everyone',
  [`POST ${api}/additions`]: 'everyone',
  [`GET ${api}/refund`]: 'everyone',
  [`POST ${api}/cancel`]: 'everyone',
  [`POST ${api}/questions-to-staff`]: 'everyone',
};
