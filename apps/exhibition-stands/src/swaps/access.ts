import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** Swapping shifts: whoever has a volunteer’s own link speaks for them; staff see and decide. */
export const swapsAccess: AccessTable = {
  'GET /stands/team/:secret/shifts/:assignmentId/swap': 'everyone',
  'POST /stands/team/:secret/shifts/:assignmentId/swap': 'link',
  'GET /stands/team/:secret/swaps/:swapId': 'everyone',
  'POST /stands/team/:secret/swaps/:swapId': 'link',
  'GET /stands/manage/:id/swaps': staff,
  'GET /stands/manage/:id/swaps/:swapId': staff,
  'POST /stands/manage/:id/swaps/:swapId': staff,
  'GET /api/v1/exhibition-stands/exhibitions/:id/swaps': staff,
  'GET /api/v1/exhibition-stands/exhibitions/:id/swaps/:swapId': staff,
  'POST /api/v1/exhibition-stands/exhibitions/:id/swaps/:swapId/decisions': staff,
  'GET /api/v1/exhibition-stands/team-links/:secret/swaps': 'everyone',
  'GET /api/v1/exhibition-stands/team-links/:secret/shifts/:assignmentId/swap-choices': 'everyone',
  'POST /api/v1/exhibition-stands/team-links/:secret/shifts/:assignmentId/swaps': 'link',
  'POST /api/v1/exhibition-stands/team-links/:secret/swaps/:swapId/answers': 'link',
};
