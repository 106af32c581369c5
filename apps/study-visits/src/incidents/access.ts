import type { AccessTable, Role } from '#platform';
import { staff } from '../roles.js';

/** Who says who may read incidents. That makes them no reader themselves. */
const administrators: readonly Role[] = ['admin'];

/**
 * What happened on a visit. All of the staff may record it; the pages and the API themselves refuse everybody to read it who is not
 * named for the visit.
 */
export const incidentsAccess: AccessTable = {
  'GET /visits/manage/:id/incidents': staff,
  'GET /visits/manage/:id/incidents/new': staff,
  'POST /visits/manage/:id/incidents/new': staff,
  'GET /visits/manage/:id/incidents/readers': administrators,
  'POST /visits/manage/:id/incidents/readers': administrators,
  'POST /visits/manage/:id/incidents/readers/:personId/take-off': administrators,
  'POST /visits/manage/:id/incidents/keeping': administrators,
  'GET /visits/manage/:id/incidents/:incidentId': staff,
  'POST /visits/manage/:id/incidents/:incidentId/notes': staff,
  'POST /visits/manage/:id/incidents/:incidentId/actions': staff,
  'POST /visits/manage/:id/incidents/:incidentId/actions/:entryId/done': staff,
  'POST /visits/manage/:id/incidents/:incidentId/close': staff,
  'POST /visits/manage/:id/incidents/:incidentId/open': staff,

  'GET /api/v1/study-visits/visits/:id/incidents': staff,
  'POST /api/v1/study-visits/visits/:id/incidents': staff,
  'GET /api/v1/study-visits/visits/:id/incidents/:incidentId': staff,
  'POST /api/v1/study-visits/visits/:id/incidents/:incidentId/notes': staff,
  'POST /api/v1/study-visits/visits/:id/incidents/:incidentId/actions': staff,
  'POST /api/v1/study-visits/visits/:id/incidents/:incidentId/actions/:entryId/done': staff,
  'POST /api/v1/study-visits/visits/:id/incidents/:incidentId/close': staff,
  'POST /api/v1/study-visits/visits/:id/incidents/:incidentId/open': staff,
  'GET /api/v1/study-visits/visits/:id/incident-readers': administrators,
  'POST /api/v1/study-visits/visits/:id/incident-readers': administrators,
  'PUT /api/v1/study-visits/visits/:id/incident-readers/keeping': administrators,
  'DELETE /api/v1/study-visits/visits/:id/incident-readers/:personId': administrators,
};
