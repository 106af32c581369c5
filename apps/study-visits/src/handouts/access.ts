import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** What hosts and interpreters are handed: staff, and each of them by a link that ends. */
export const handoutsAccess: AccessTable = {
  'GET /visits/manage/:id/sheets': staff,
  'GET /visits/manage/:id/sheets/:kind/:subjectId': staff,
  'GET /visits/manage/:id/sheets/:kind/:subjectId/sheet.pdf': staff,
  'GET /visits/manage/:id/sheets/:kind/:subjectId/edit': staff,
  'POST /visits/manage/:id/sheets/:kind/:subjectId/edit': staff,
  'GET /visits/manage/:id/sheets/:kind/:subjectId/send': staff,
  'POST /visits/manage/:id/sheets/:kind/:subjectId/send': staff,
  'POST /visits/manage/:id/sheets/:kind/:subjectId/links': staff,
  'POST /visits/manage/:id/sheets/:kind/:subjectId/links/:linkId/end': staff,
  'GET /visits/hosts/:secret': 'everyone',
  'GET /visits/hosts/:secret/sheet.pdf': 'everyone',
  'GET /visits/interpreters/:secret': 'everyone',
  'GET /visits/interpreters/:secret/sheet.pdf': 'everyone',

  'GET /api/v1/study-visits/visits/:id/sheets': staff,
  'GET /api/v1/study-visits/visits/:id/sheets/:kind/:subjectId': staff,
  'PUT /api/v1/study-visits/visits/:id/sheets/:kind/:subjectId': staff,
  'POST /api/v1/study-visits/visits/:id/sheets/:kind/:subjectId/sending': staff,
  'POST /api/v1/study-visits/visits/:id/sheets/:kind/:subjectId/links': staff,
  'DELETE /api/v1/study-visits/visits/:id/sheets/:kind/:subjectId/links/:linkId': staff,
  'GET /api/v1/study-visits/host-links/:secret': 'everyone',
  'GET /api/v1/study-visits/interpreter-links/:secret': 'everyone',
};
