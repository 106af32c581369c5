import type { AccessTable } from '#platform';
import { staff } from '../../roles.js';

/** Setting up what is asked; what one is asked oneself is read by whoever has a right to the booking. */
export const questionsAccess: AccessTable = {
  'GET /conference/manage/:id/questions': staff,
  'POST /conference/manage/:id/questions/order': staff,
  'GET /conference/manage/:id/questions/new': staff,
  'POST /conference/manage/:id/questions/new': staff,
  'GET /conference/manage/:id/questions/:questionId/edit': staff,
  'POST /conference/manage/:id/questions/:questionId/edit': staff,
  'GET /conference/manage/:id/questions/:questionId/retire': staff,
  'POST /conference/manage/:id/questions/:questionId/retire': staff,
  'GET /api/v1/conference-registration/conferences/:id/questions': staff,
  'POST /api/v1/conference-registration/conferences/:id/questions': staff,
  'GET /api/v1/conference-registration/conferences/:id/questions/:questionId': staff,
  'PUT /api/v1/conference-registration/conferences/:id/questions/:questionId': staff,
  'DELETE /api/v1/conference-registration/conferences/:id/questions/:questionId': staff,
  'PUT /api/v1/conference-registration/conferences/:id/questions/order': staff,
  'POST /api/v1/conference-registration/conferences/:id/questions/:questionId/retirement': staff,
  'GET /api/v1/conference-registration/bookings/:key/questions': 'everyone',
};
