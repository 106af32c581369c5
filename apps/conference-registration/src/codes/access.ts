import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** Making codes. */
export const codesAccess: AccessTable = {
  'GET /conference/manage/:id/codes': staff,
  'GET /conference/manage/:id/codes/export.:format': staff,
  'GET /conference/manage/:id/codes/new': staff,
  'POST /conference/manage/:id/codes/new': staff,
  'GET /conference/manage/:id/codes/:codeId/edit': staff,
  'POST /conference/manage/:id/codes/:codeId/edit': staff,
  'GET /conference/manage/:id/codes/:codeId/end': staff,
  'POST /conference/manage/:id/codes/:codeId/end': staff,
  'GET /api/v1/conference-registration/conferences/:id/codes': staff,
  'POST /api/v1/conference-registration/conferences/:id/codes': staff,
  'GET /api/v1/conference-registration/conferences/:id/codes/:codeId': staff,
  'PUT /api/v1/conference-registration/conferences/:id/codes/:codeId': staff,
  'POST /api/v1/conference-registration/conferences/:id/codes/:codeId/end': staff,
};
