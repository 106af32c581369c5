import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** Setting limits. */
export const poolsAccess: AccessTable = {
  'GET /conference/manage/:id/pools': staff,
  'GET /conference/manage/:id/pools/new': staff,
  'POST /conference/manage/:id/pools/new': staff,
  'GET /conference/manage/:id/pools/:poolId/edit': staff,
  'POST /conference/manage/:id/pools/:poolId/edit': staff,
  'GET /conference/manage/:id/pools/:poolId/remove': staff,
  'POST /conference/manage/:id/pools/:poolId/remove': staff,
  'GET /api/v1/conference-registration/conferences/:id/pools': staff,
  'POST /api/v1/conference-registration/conferences/:id/pools': staff,
  'GET /api/v1/conference-registration/conferences/:id/pools/:poolId': staff,
  'PUT /api/v1/conference-registration/conferences/:id/pools/:poolId': staff,
  'DELETE /api/v1/conference-registration/conferences/:id/pools/:poolId': staff,
};
