import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** The host's passes for the team. */
export const passAccess: AccessTable = {
  'GET /stands/manage/:id/passes': staff,
  'POST /stands/manage/:id/passes/steps': staff,
  'POST /stands/manage/:id/passes/limits': staff,
};
