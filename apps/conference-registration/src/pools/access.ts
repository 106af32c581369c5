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
};
