import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** What was erased 30 days after a visit. */
export const erasureAccess: AccessTable = {
  'GET /visits/manage/:id/erasure': staff,
  'GET /visits/manage/:id/erasure/certificate.pdf': staff,

  'GET /api/v1/study-visits/visits/:id/erasure': staff,
};
