import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** Conferences as staff set them up. */
export const conferencesAccess: AccessTable = {
  'GET /conference/manage': staff,
  'GET /conference/manage/new': staff,
  'POST /conference/manage/new': staff,
  'GET /conference/manage/:id': staff,
  'GET /conference/manage/:id/edit': staff,
  'POST /conference/manage/:id/edit': staff,
  'GET /conference/manage/:id/copy': staff,
  'POST /conference/manage/:id/copy': staff,
  'GET /conference/manage/:id/status/:to': staff,
  'POST /conference/manage/:id/status/:to': staff,
  'GET /conference/manage/:id/delete': staff,
  'POST /conference/manage/:id/delete': staff,
  'GET /conference/manage/:id/history': staff,
  'GET /conference/manage/:id/preview': staff,

  'GET /api/v1/conference-registration/conferences': 'everyone',
  'POST /api/v1/conference-registration/conferences': staff,
  'GET /api/v1/conference-registration/conferences/:id': 'everyone',
  'PUT /api/v1/conference-registration/conferences/:id': staff,
  'DELETE /api/v1/conference-registration/conferences/:id': staff,
  'POST /api/v1/conference-registration/conferences/:id/status': staff,
  'POST /api/v1/conference-registration/conferences/:id/copy': staff,
  'GET /api/v1/conference-registration/conferences/:id/revisions': staff,
};
