import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** Hotels, who sleeps where, and rooming lists. */
export const roomsAccess: AccessTable = {
  'GET /visits/manage/:id/rooms': staff,
  'GET /visits/manage/:id/rooms/search': staff,
  'GET /visits/manage/:id/rooms/search/progress': staff,
  'POST /visits/manage/:id/rooms/search': staff,
  'POST /visits/manage/:id/rooms/search/cancel': staff,
  'GET /visits/manage/:id/rooms/hotels/new': staff,
  'POST /visits/manage/:id/rooms/hotels/new': staff,
  'GET /visits/manage/:id/rooms/hotels/:hotelId': staff,
  'POST /visits/manage/:id/rooms/hotels/:hotelId': staff,
  'GET /visits/manage/:id/rooms/hotels/:hotelId/nights': staff,
  'POST /visits/manage/:id/rooms/hotels/:hotelId/nights': staff,
  'GET /visits/manage/:id/rooms/hotels/:hotelId/delete': staff,
  'POST /visits/manage/:id/rooms/hotels/:hotelId/delete': staff,
  'GET /visits/manage/:id/rooms/hotels/:hotelId/list': staff,
  'POST /visits/manage/:id/rooms/hotels/:hotelId/list': staff,
  'GET /visits/manage/:id/rooms/hotels/:hotelId/list.csv': staff,
  'GET /visits/manage/:id/rooms/hotels/:hotelId/list.pdf': staff,
  'GET /visits/manage/:id/rooms/people': staff,
  'GET /visits/manage/:id/rooms/people/new': staff,
  'POST /visits/manage/:id/rooms/people/new': staff,
  'GET /visits/manage/:id/rooms/people/:sleeperId': staff,
  'POST /visits/manage/:id/rooms/people/:sleeperId': staff,
  'GET /visits/manage/:id/rooms/people/:sleeperId/move': staff,
  'POST /visits/manage/:id/rooms/people/:sleeperId/move': staff,
  'GET /visits/manage/:id/rooms/people/:sleeperId/delete': staff,
  'POST /visits/manage/:id/rooms/people/:sleeperId/delete': staff,

  'GET /visits/travellers/:secret/rooming': 'everyone',
  'POST /visits/travellers/:secret/rooming': 'link',
};
