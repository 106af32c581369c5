import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** Funded places: staff alone say whose they are. */
export const fundingAccess: AccessTable = {
  'GET /visits/manage/:id/funding': staff,
  'GET /visits/manage/:id/funding/applications/:applicationId': staff,
  'POST /visits/manage/:id/funding/applications/:applicationId': staff,
  'GET /visits/manage/:id/funding/travellers/:travellerId': staff,
  'POST /visits/manage/:id/funding/travellers/:travellerId': staff,

  'GET /api/v1/study-visits/visits/:id/funded-places': staff,
  'PUT /api/v1/study-visits/visits/:id/applications/:applicationId/funded': staff,
  'PUT /api/v1/study-visits/visits/:id/travellers/:travellerId/funded': staff,
};
