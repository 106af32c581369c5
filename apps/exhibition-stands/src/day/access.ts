import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** The day on the stand. Whoever has the secret of a volunteer’s own link, or of a question to them, answers for them. */
export const dayAccess: AccessTable = {
  'GET /stands/team/offline.js': 'everyone',
  'GET /stands/team/:secret/now': 'everyone',
  'POST /stands/team/:secret/now': 'link',
  'GET /stands/team/:secret/shifts/:assignmentId/drop-out': 'everyone',
  'POST /stands/team/:secret/shifts/:assignmentId/drop-out': 'link',
  'GET /stands/cover/:secret': 'everyone',
  'POST /stands/cover/:secret': 'link',
  'GET /stands/manage/:id/today': staff,
  'POST /stands/manage/:id/today/assignments/:assignmentId': staff,
  'GET /stands/manage/:id/today/assignments/:assignmentId/drop-out': staff,
  'POST /stands/manage/:id/today/assignments/:assignmentId/drop-out': staff,
  'GET /stands/manage/:id/today/shifts/:shiftId': staff,
  'POST /stands/manage/:id/today/shifts/:shiftId': staff,
  'POST /stands/manage/:id/today/shifts/:shiftId/requests/:requestId/stop': staff,
  'GET /api/v1/exhibition-stands/exhibitions/:id/today': staff,
  'POST /api/v1/exhibition-stands/exhibitions/:id/today/assignments/:assignmentId/presence': staff,
  'POST /api/v1/exhibition-stands/exhibitions/:id/today/assignments/:assignmentId/drop-out': staff,
  'GET /api/v1/exhibition-stands/exhibitions/:id/today/shifts/:shiftId': staff,
  'POST /api/v1/exhibition-stands/exhibitions/:id/today/shifts/:shiftId/requests': staff,
  'POST /api/v1/exhibition-stands/exhibitions/:id/today/requests/:requestId/stop': staff,
  'GET /api/v1/exhibition-stands/team-links/:secret/now': 'everyone',
  'POST /api/v1/exhibition-stands/team-links/:secret/shifts/:assignmentId/drop-out': 'link',
  'POST /api/v1/exhibition-stands/team-links/:secret/shifts/:assignmentId/check-in': 'link',
  'GET /api/v1/exhibition-stands/cover-links/:secret': 'everyone',
  'POST /api/v1/exhibition-stands/cover-links/:secret/answers': 'link',
};
