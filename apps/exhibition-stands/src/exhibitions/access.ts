import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** Exhibitions: as staff set them up and plan for them, and as everybody sees them. */
export const exhibitionsAccess: AccessTable = {
  'GET /stands': 'everyone',
  'GET /stands/sitemap.xml': 'everyone',
  'GET /stands/:slug': 'everyone',

  'GET /stands/manage': staff,
  'GET /stands/manage/new': staff,
  'POST /stands/manage/new': staff,
  'GET /stands/manage/:id': staff,
  'GET /stands/manage/:id/edit': staff,
  'POST /stands/manage/:id/edit': staff,
  'GET /stands/manage/:id/days': staff,
  'GET /stands/manage/:id/days/edit': staff,
  'POST /stands/manage/:id/days/edit': staff,
  'GET /stands/manage/:id/status/:to': staff,
  'POST /stands/manage/:id/status/:to': staff,
  'GET /stands/manage/:id/delete': staff,
  'POST /stands/manage/:id/delete': staff,
  'GET /stands/manage/:id/copy': staff,
  'POST /stands/manage/:id/copy': staff,
  'GET /stands/manage/:id/history': staff,
  'GET /stands/manage/:id/sketch': staff,
  'GET /stands/manage/:id/sketch/edit': staff,
  'POST /stands/manage/:id/sketch/edit': staff,
  'GET /stands/manage/:id/rota/settings': staff,
  'POST /stands/manage/:id/rota/settings': staff,

  'GET /api/v1/exhibition-stands/exhibitions': 'everyone',
  'POST /api/v1/exhibition-stands/exhibitions': staff,
  'GET /api/v1/exhibition-stands/exhibitions/:id': 'everyone',
  'PUT /api/v1/exhibition-stands/exhibitions/:id': staff,
  'DELETE /api/v1/exhibition-stands/exhibitions/:id': staff,
  'PUT /api/v1/exhibition-stands/exhibitions/:id/days': staff,
  'PUT /api/v1/exhibition-stands/exhibitions/:id/rota-settings': staff,
  'GET /api/v1/exhibition-stands/exhibitions/:id/floor': staff,
  'PUT /api/v1/exhibition-stands/exhibitions/:id/floor': staff,
  'POST /api/v1/exhibition-stands/exhibitions/:id/status': staff,
  'POST /api/v1/exhibition-stands/exhibitions/:id/copy': staff,
  'GET /api/v1/exhibition-stands/exhibitions/:id/history': staff,
};
