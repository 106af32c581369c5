import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** Giving free places. */
export const allocationsAccess: AccessTable = {
  'GET /conference/manage/:id/allocations': staff,
  'GET /conference/manage/:id/allocations/new': staff,
  'POST /conference/manage/:id/allocations/new': staff,
  'GET /conference/manage/:id/allocations/:allocationId/edit': staff,
  'POST /conference/manage/:id/allocations/:allocationId/edit': staff,
  'GET /conference/manage/:id/allocations/:allocationId/remove': staff,
  'POST /conference/manage/:id/allocations/:allocationId/remove': staff,
  'GET /api/v1/conference-registration/conferences/:id/allocations': staff,
  'POST /api/v1/conference-registration/conferences/:id/allocations': staff,
  'GET /api/v1/conference-registration/conferences/:id/allocations/:allocationId': staff,
  'PUT /api/v1/conference-registration/conferences/:id/allocations/:allocationId': staff,
  'DELETE /api/v1/conference-registration/conferences/:id/allocations/:allocationId': staff,
};
