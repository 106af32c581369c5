import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** Writing the rota of a stand. */
export const boardAccess: AccessTable = {
  'GET /stands/manage/:id/rota': staff,
  'POST /stands/manage/:id/rota/acts': staff,
  'POST /stands/manage/:id/rota/undo': staff,
  'GET /stands/manage/:id/rota/shifts/:shiftId': staff,
  'GET /stands/manage/:id/rota/shifts/:shiftId/people/:memberId': staff,
  'GET /stands/manage/:id/rota/people': staff,
  'GET /stands/manage/:id/rota/people/:memberId': staff,
  'GET /stands/manage/:id/rota/fill': staff,
  'POST /stands/manage/:id/rota/fill': staff,
  'POST /stands/manage/:id/rota/fill/cancel': staff,
  'POST /stands/manage/:id/rota/fill/take': staff,
  'POST /stands/manage/:id/rota/fill/leave': staff,
  'GET /stands/manage/:id/rota/fill/progress': staff,
  'GET /stands/manage/:id/rota/compare': staff,
  'GET /stands/manage/:id/rota/print': staff,
  'GET /api/v1/exhibition-stands/exhibitions/:id/draft': staff,
  'GET /api/v1/exhibition-stands/exhibitions/:id/draft/comparison': staff,
  'GET /api/v1/exhibition-stands/exhibitions/:id/draft/shifts/:shiftId/candidates': staff,
  'POST /api/v1/exhibition-stands/exhibitions/:id/draft/acts': staff,
  'POST /api/v1/exhibition-stands/exhibitions/:id/draft/undo': staff,
  'POST /api/v1/exhibition-stands/exhibitions/:id/fills': staff,
  'GET /api/v1/exhibition-stands/exhibitions/:id/fills/:fillId': staff,
  'POST /api/v1/exhibition-stands/exhibitions/:id/fills/:fillId/cancel': staff,
  'POST /api/v1/exhibition-stands/exhibitions/:id/fills/:fillId/take': staff,
  'POST /api/v1/exhibition-stands/exhibitions/:id/fills/:fillId/leave': staff,
};
