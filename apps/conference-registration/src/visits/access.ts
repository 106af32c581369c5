import type { AccessTable } from '#platform';

/** What is to be paid for a study visit is for whoever has a right to it, or the link. */
export const visitsAccess: AccessTable = {
  'GET /conference/visit-invoices/:key': 'everyone',
  'GET /conference/visit-invoices/:key/documents/:label': 'everyone',
  'GET /conference/visit-invoices/:key/documents/:label.pdf': 'everyone',
  'GET /conference/visit-invoices/:key/purchase-order': 'everyone',
  'POST /conference/visit-invoices/:key/purchase-order': 'everyone',
  'GET /api/v1/conference-registration/visit-invoices/:key': 'everyone',
  'GET /api/v1/conference-registration/visit-invoices/:key/documents/:label.pdf': 'everyone',
  'POST /api/v1/conference-registration/visit-invoices/:key/purchase-order': 'everyone',
};
