import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** Who stopped by: staff, and volunteers who write it down by their links. */
export const visitorsAccess: AccessTable = {
  'GET /stands/manage/:id/visitors': staff,
  'GET /stands/manage/:id/visitors/export.:format': staff,
  'GET /stands/manage/:id/visitors/new': staff,
  'POST /stands/manage/:id/visitors/new': staff,
  'GET /stands/manage/:id/visitors/:visitorId/forget': staff,
  'POST /stands/manage/:id/visitors/:visitorId/forget': staff,
  'GET /stands/manage/:id/visitors/import': staff,
  'POST /stands/manage/:id/visitors/import': staff,
  'GET /stands/manage/:id/visitors/lists/:listId': staff,
  'POST /stands/manage/:id/visitors/lists/:listId': staff,
  'GET /stands/team/:secret/visitors': 'everyone',
  'POST /stands/team/:secret/visitors': 'link',

  'GET /api/v1/exhibition-stands/exhibitions/:id/visitors': staff,
  'POST /api/v1/exhibition-stands/exhibitions/:id/visitors': staff,
  'DELETE /api/v1/exhibition-stands/exhibitions/:id/visitors/:visitorId': staff,
  'GET /api/v1/exhibition-stands/exhibitions/:id/visitor-counts': staff,
  'POST /api/v1/exhibition-stands/exhibitions/:id/visitor-lists': staff,
  'GET /api/v1/exhibition-stands/exhibitions/:id/visitor-lists/:listId': staff,
  'POST /api/v1/exhibition-stands/exhibitions/:id/visitor-lists/:listId/confirm': staff,
  'POST /api/v1/exhibition-stands/team-links/:secret/visitors': 'link',
};
