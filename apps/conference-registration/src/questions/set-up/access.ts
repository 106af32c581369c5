import type { AccessTable } from '#platform';
import { staff } from '../../roles.js';

/** Setting up what is asked. */
export const questionsAccess: AccessTable = {
  'GET /conference/manage/:id/questions': staff,
  'POST /conference/manage/:id/questions/order': staff,
  'GET /conference/manage/:id/questions/new': staff,
  'POST /conference/manage/:id/questions/new': staff,
  'GET /conference/manage/:id/questions/:questionId/edit': staff,
  'POST /conference/manage/:id/questions/:questionId/edit': staff,
  'GET /conference/manage/:id/questions/:questionId/retire': staff,
  'POST /conference/manage/:id/questions/:questionId/retire': staff,
};
