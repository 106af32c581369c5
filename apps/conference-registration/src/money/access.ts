import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** What the treasurer does is staff's; documents of a booking are for whoever has a right to the booking. */
export const moneyAccess: AccessTable = {
  'GET /conference/money': staff,
  'GET /conference/money/export.:format': staff,
  'GET /conference/money/invoices': staff,
  'GET /conference/money/invoices/export.:format': staff,
  'GET /conference/money/customers': staff,
  'GET /conference/money/customers/:id': staff,
  'GET /conference/money/customers/:id/statement.:format': staff,
  'GET /conference/money/customers/:id/credit': staff,
  'POST /conference/money/customers/:id/credit': staff,
  'GET /conference/money/documents/:id': staff,
  'GET /conference/money/documents/:id.pdf': staff,
  'GET /conference/money/documents/:id/credit': staff,
  'POST /conference/money/documents/:id/credit': staff,
  'GET /conference/money/payments/new': staff,
  'POST /conference/money/payments/new': staff,
  'GET /conference/money/payments/:id': staff,
  'GET /conference/money/payments/:id/undo': staff,
  'POST /conference/money/payments/:id/undo': staff,
  'GET /conference/money/refunds/new': staff,
  'POST /conference/money/refunds/new': staff,
  'GET /conference/bookings/:key/documents/:label': 'everyone',
  'GET /conference/bookings/:key/documents/:label.pdf': 'everyone',
  'GET /conference/bookings/:key/purchase-order': 'everyone',
  'POST /conference/bookings/:key/purchase-order': 'everyone',
};
