import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** What travellers are to pay: for staff, and each their own by their link. */
export const invoicingAccess: AccessTable = {
  'GET /visits/manage/:id/money': staff,
  'GET /visits/manage/:id/money/export.:format': staff,
  'GET /visits/manage/:id/money/:travellerId': staff,
  'POST /visits/manage/:id/money/:travellerId': staff,
  'GET /visits/travellers/:secret/money': 'everyone',
  'POST /visits/travellers/:secret/money': 'link',
  'GET /api/v1/study-visits/visits/:id/money': staff,
  'PUT /api/v1/study-visits/visits/:id/travellers/:travellerId/payer': staff,
  'GET /api/v1/study-visits/travellers/:secret/money': 'everyone',
  'PUT /api/v1/study-visits/travellers/:secret/payer': 'link',
};
