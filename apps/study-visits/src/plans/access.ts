import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** What staff plan for a visit, and the documents of it that others may have. */
export const plansAccess: AccessTable = {
  'GET /visits/:slug/documents/:documentId': 'everyone',
  'GET /visits/travellers/:secret/documents/:documentId': 'everyone',

  'GET /visits/manage/:id/budget': staff,
  'GET /visits/manage/:id/budget/export.:format': staff,
  'GET /visits/manage/:id/budget/new': staff,
  'POST /visits/manage/:id/budget/new': staff,
  'GET /visits/manage/:id/budget/:lineId/edit': staff,
  'POST /visits/manage/:id/budget/:lineId/edit': staff,
  'GET /visits/manage/:id/budget/:lineId/delete': staff,
  'POST /visits/manage/:id/budget/:lineId/delete': staff,
  'GET /visits/manage/:id/risks': staff,
  'GET /visits/manage/:id/risks/new': staff,
  'POST /visits/manage/:id/risks/new': staff,
  'GET /visits/manage/:id/risks/sign': staff,
  'POST /visits/manage/:id/risks/sign': staff,
  'GET /visits/manage/:id/risks/:riskId/edit': staff,
  'POST /visits/manage/:id/risks/:riskId/edit': staff,
  'GET /visits/manage/:id/risks/:riskId/delete': staff,
  'POST /visits/manage/:id/risks/:riskId/delete': staff,
  'GET /visits/manage/:id/package-travel': staff,
  'GET /visits/manage/:id/package-travel/edit': staff,
  'POST /visits/manage/:id/package-travel/edit': staff,
  'GET /visits/manage/:id/package-travel/sign': staff,
  'POST /visits/manage/:id/package-travel/sign': staff,
  'GET /visits/manage/:id/documents': staff,
  'POST /visits/manage/:id/documents': staff,
  'GET /visits/manage/:id/documents/:documentId': staff,
  'GET /visits/manage/:id/documents/:documentId/delete': staff,
  'POST /visits/manage/:id/documents/:documentId/delete': staff,
};
