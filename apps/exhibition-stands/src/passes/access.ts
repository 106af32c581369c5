import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** The host's passes for the team. */
export const passAccess: AccessTable = {
  'GET /stands/manage/:id/passes': staff,
  'POST /stands/manage/:id/passes/steps': staff,
  'POST /stands/manage/:id/passes/limits': staff,

  'GET /api/v1/exhibition-stands/exhibitions/:id/passes': staff,
  'POST /api/v1/exhibition-stands/exhibitions/:id/passes/steps': staff,
  'PUT /api/v1/exhibition-stands/exhibitions/:id/pass-limits': staff,
};
