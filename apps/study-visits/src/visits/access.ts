import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** Visits: as staff set them up and plan for them, and as everybody sees them. */
export const visitsAccess: AccessTable = {
  'GET /visits': 'everyone',
  'GET /visits/manage': staff,
};
