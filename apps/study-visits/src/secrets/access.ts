import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** What is held sealed, who looked at it and what was erased. */
export const secretsAccess: AccessTable = {
  'GET /visits/manage/:id/sensitive-data': staff,

  'GET /api/v1/study-visits/visits/:id/sensitive-data': staff,
  'GET /api/v1/study-visits/visits/:id/sensitive-data/looks': staff,
};
