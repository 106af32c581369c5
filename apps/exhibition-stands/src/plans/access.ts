import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** What staff plan for an exhibition. */
export const plansAccess: AccessTable = {
  'GET /stands/manage/:id/tasks': staff,
  'GET /stands/manage/:id/tasks/new': staff,
  'POST /stands/manage/:id/tasks/new': staff,
  'POST /stands/manage/:id/tasks/:taskId/done': staff,
  'GET /stands/manage/:id/tasks/:taskId/edit': staff,
  'POST /stands/manage/:id/tasks/:taskId/edit': staff,
  'GET /stands/manage/:id/tasks/:taskId/delete': staff,
  'POST /stands/manage/:id/tasks/:taskId/delete': staff,
  'GET /stands/manage/:id/costs': staff,
  'GET /stands/manage/:id/costs/new': staff,
  'POST /stands/manage/:id/costs/new': staff,
  'GET /stands/manage/:id/costs/:costId/edit': staff,
  'POST /stands/manage/:id/costs/:costId/edit': staff,
  'GET /stands/manage/:id/costs/:costId/delete': staff,
  'POST /stands/manage/:id/costs/:costId/delete': staff,
  'GET /stands/manage/:id/documents': staff,
  'POST /stands/manage/:id/documents': staff,
  'GET /stands/manage/:id/documents/:documentId': staff,
  'GET /stands/manage/:id/documents/:documentId/delete': staff,
  'POST /stands/manage/:id/documents/:documentId/delete': staff,
};
