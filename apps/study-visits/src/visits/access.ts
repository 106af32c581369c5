import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** Visits: as staff set them up, and as everybody sees them. */
export const visitsAccess: AccessTable = {
  'GET /visits': 'everyone',
  'GET /visits/sitemap.xml': 'everyone',
  'GET /visits/:slug': 'everyone',

  'GET /visits/manage': staff,
  'GET /visits/manage/new': staff,
  'POST /visits/manage/new': staff,
  'GET /visits/manage/:id': staff,
  'GET /visits/manage/:id/edit': staff,
  'POST /visits/manage/:id/edit': staff,
  'GET /visits/manage/:id/edit/:section': staff,
  'POST /visits/manage/:id/edit/:section': staff,
  'GET /visits/manage/:id/status/:to': staff,
  'POST /visits/manage/:id/status/:to': staff,
  'GET /visits/manage/:id/delete': staff,
  'POST /visits/manage/:id/delete': staff,
  'GET /visits/manage/:id/copy': staff,
  'POST /visits/manage/:id/copy': staff,
  'GET /visits/manage/:id/history': staff,

  'GET /api/v1/study-visits/visits': 'everyone',
  'POST /api/v1/study-visits/visits': staff,
  'GET /api/v1/study-visits/visits/:id': 'everyone',
  'PUT /api/v1/study-visits/visits/:id': staff,
  'DELETE /api/v1/study-visits/visits/:id': staff,
  'POST /api/v1/study-visits/visits/:id/status': staff,
  'POST /api/v1/study-visits/visits/:id/copy': staff,
  'GET /api/v1/study-visits/visits/:id/history': staff,
};
