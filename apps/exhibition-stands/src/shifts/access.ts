import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** Making the shifts of a stand. */
export const shiftsAccess: AccessTable = {
  'GET /stands/manage/:id/shifts': staff,
  'GET /stands/manage/:id/shifts/new': staff,
  'POST /stands/manage/:id/shifts/new': staff,
  'GET /stands/manage/:id/shifts/pattern': staff,
  'POST /stands/manage/:id/shifts/pattern': staff,
  'GET /stands/manage/:id/shifts/remove': staff,
  'POST /stands/manage/:id/shifts/remove': staff,
  'GET /stands/manage/:id/shifts/:shiftId/edit': staff,
  'POST /stands/manage/:id/shifts/:shiftId/edit': staff,
  'GET /api/v1/exhibition-stands/exhibitions/:id/shifts': staff,
  'POST /api/v1/exhibition-stands/exhibitions/:id/shifts': staff,
  'GET /api/v1/exhibition-stands/exhibitions/:id/shifts/:shiftId': staff,
  'PUT /api/v1/exhibition-stands/exhibitions/:id/shifts/:shiftId': staff,
  'DELETE /api/v1/exhibition-stands/exhibitions/:id/shifts/:shiftId': staff,
  'POST /api/v1/exhibition-stands/exhibitions/:id/shifts/removals': staff,
  'GET /api/v1/exhibition-stands/exhibitions/:id/shift-pattern': staff,
  'POST /api/v1/exhibition-stands/exhibitions/:id/shift-pattern/previews': staff,
  'POST /api/v1/exhibition-stands/exhibitions/:id/shift-pattern/runs': staff,
};
