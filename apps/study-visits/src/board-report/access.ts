import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** What the board reads of a visit. */
export const boardReportAccess: AccessTable = {
  'GET /visits/manage/:id/report': staff,
  'GET /visits/manage/:id/report/edit': staff,
  'POST /visits/manage/:id/report/edit': staff,
  'GET /visits/manage/:id/report/report.pdf': staff,

  'GET /api/v1/study-visits/visits/:id/report': staff,
  'PUT /api/v1/study-visits/visits/:id/report': staff,
};
