import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** Setting up tickets, add-ons and their prices. */
export const ticketsAccess: AccessTable = {
  'GET /conference/manage/:id/tickets': staff,
  'POST /conference/manage/:id/tickets/order': staff,
  'GET /conference/manage/:id/tickets/new': staff,
  'POST /conference/manage/:id/tickets/new': staff,
  'GET /conference/manage/:id/tickets/:ticketId/edit': staff,
  'POST /conference/manage/:id/tickets/:ticketId/edit': staff,
  'GET /conference/manage/:id/tickets/:ticketId/withdraw': staff,
  'POST /conference/manage/:id/tickets/:ticketId/withdraw': staff,
  'GET /api/v1/conference-registration/conferences/:id/ticket-types': staff,
  'POST /api/v1/conference-registration/conferences/:id/ticket-types': staff,
  'GET /api/v1/conference-registration/conferences/:id/ticket-types/:ticketId': staff,
  'PUT /api/v1/conference-registration/conferences/:id/ticket-types/:ticketId': staff,
  'DELETE /api/v1/conference-registration/conferences/:id/ticket-types/:ticketId': staff,
  'PUT /api/v1/conference-registration/conferences/:id/ticket-types/order': staff,
  'POST /api/v1/conference-registration/conferences/:id/ticket-types/:ticketId/withdrawal': staff,
};
