import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** Organisations that visits go to, and those who interpret there: for staff alone. */
export const hostsAccess: AccessTable = {
  'GET /visits/manage/hosts': staff,
  'GET /visits/manage/hosts/new': staff,
  'POST /visits/manage/hosts/new': staff,
  'GET /visits/manage/hosts/:hostId': staff,
  'GET /visits/manage/hosts/:hostId/edit': staff,
  'POST /visits/manage/hosts/:hostId/edit': staff,
  'GET /visits/manage/hosts/:hostId/delete': staff,
  'POST /visits/manage/hosts/:hostId/delete': staff,
  'GET /visits/manage/hosts/:hostId/merge': staff,
  'POST /visits/manage/hosts/:hostId/merge': staff,
  'GET /visits/manage/interpreters': staff,
  'GET /visits/manage/interpreters/new': staff,
  'POST /visits/manage/interpreters/new': staff,
  'GET /visits/manage/interpreters/:interpreterId': staff,
  'GET /visits/manage/interpreters/:interpreterId/edit': staff,
  'POST /visits/manage/interpreters/:interpreterId/edit': staff,
  'GET /visits/manage/interpreters/:interpreterId/delete': staff,
  'POST /visits/manage/interpreters/:interpreterId/delete': staff,

  'GET /api/v1/study-visits/hosts': staff,
  'POST /api/v1/study-visits/hosts': staff,
  'GET /api/v1/study-visits/hosts/:hostId': staff,
  'PUT /api/v1/study-visits/hosts/:hostId': staff,
  'DELETE /api/v1/study-visits/hosts/:hostId': staff,
  'POST /api/v1/study-visits/hosts/:hostId/merge': staff,
  'GET /api/v1/study-visits/interpreters': staff,
  'POST /api/v1/study-visits/interpreters': staff,
  'GET /api/v1/study-visits/interpreters/:interpreterId': staff,
  'PUT /api/v1/study-visits/interpreters/:interpreterId': staff,
  'DELETE /api/v1/study-visits/interpreters/:interpreterId': staff,
};
