import type { AccessTable } from '#platform';
import { people, staff } from '../roles.js';

/** Who scores is said in the table of assessors: for everybody else who is signed in there is nothing at these addresses. */
export const selectionAccess: AccessTable = {
  'GET /visits/manage/:id/selection': staff,
  'GET /visits/manage/:id/selection/criteria': staff,
  'POST /visits/manage/:id/selection/criteria': staff,
  'GET /visits/manage/:id/selection/assessors': staff,
  'POST /visits/manage/:id/selection/assessors': staff,
  'GET /visits/manage/:id/selection/assessors/:assessorId/remove': staff,
  'POST /visits/manage/:id/selection/assessors/:assessorId/remove': staff,
  'GET /visits/manage/:id/selection/steps/:step': staff,
  'POST /visits/manage/:id/selection/steps/:step': staff,
  'GET /visits/manage/:id/selection/run': staff,
  'POST /visits/manage/:id/selection/run': staff,
  'GET /visits/manage/:id/selection/result': staff,
  'GET /visits/manage/:id/selection/result/:applicationId': staff,
  'POST /visits/manage/:id/selection/result/:applicationId': staff,
  'GET /visits/assess': people,
  'GET /visits/assess/:visitId': people,
  'GET /visits/assess/:visitId/:applicationId': people,
  'POST /visits/assess/:visitId/:applicationId': people,
  'GET /visits/:slug/selection': 'everyone',

  'GET /api/v1/study-visits/visits/:id/selection': 'everyone',
  'GET /api/v1/study-visits/visits/:id/selection/steps': staff,
  'PUT /api/v1/study-visits/visits/:id/selection/criteria': staff,
  'POST /api/v1/study-visits/visits/:id/selection/assessors': staff,
  'DELETE /api/v1/study-visits/visits/:id/selection/assessors/:assessorId': staff,
  'POST /api/v1/study-visits/visits/:id/selection/seed': staff,
  'POST /api/v1/study-visits/visits/:id/selection/close-scoring': staff,
  'POST /api/v1/study-visits/visits/:id/selection/run': staff,
  'POST /api/v1/study-visits/visits/:id/selection/outcomes/:applicationId': staff,
  'POST /api/v1/study-visits/visits/:id/selection/tell': staff,
  'GET /api/v1/study-visits/assessments': people,
  'GET /api/v1/study-visits/assessments/:visitId': people,
  'PUT /api/v1/study-visits/assessments/:visitId/applications/:applicationId': people,
};
