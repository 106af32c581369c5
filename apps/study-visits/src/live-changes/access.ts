import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** What staff on the way change of a visit's days. */
export const liveChangesAccess: AccessTable = {
  'GET /visits/manage/:id/today': staff,
  'GET /visits/manage/:id/today/events': staff,
  'GET /visits/manage/:id/today/seen/:number': staff,
  'GET /visits/manage/:id/today/:itemId': staff,
  'GET /visits/manage/:id/today/:itemId/:way': staff,
  'POST /visits/manage/:id/today/:itemId/:way': staff,

  'GET /api/v1/study-visits/visits/:id/live-changes': staff,
  'GET /api/v1/study-visits/visits/:id/live-changes/:number/seen': staff,
  'GET /api/v1/study-visits/visits/:id/itinerary/items/:itemId/live-preview': staff,
  'POST /api/v1/study-visits/visits/:id/itinerary/items/:itemId/live-changes': staff,
};
