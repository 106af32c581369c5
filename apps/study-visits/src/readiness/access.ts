import type { AccessTable } from '#platform';
import { people, staff } from '../roles.js';

/** How ready travellers are: staff, travellers by their own link, and booking-contacts of their organisation. */
export const readinessAccess: AccessTable = {
  'GET /visits/manage/:id/readiness': staff,
  'GET /visits/manage/:id/readiness/export.:format': staff,
  'GET /visits/manage/:id/readiness/settings': staff,
  'POST /visits/manage/:id/readiness/settings': staff,
  'GET /visits/manage/:id/readiness/:travellerId': staff,
  'POST /visits/manage/:id/readiness/:travellerId/look': staff,
  'GET /visits/manage/:id/readiness/:travellerId/:item': staff,
  'POST /visits/manage/:id/readiness/:travellerId/:item': staff,
  'GET /visits/travellers/:secret/ready': 'everyone',
  'GET /visits/travellers/:secret/ready/:item': 'everyone',
  'POST /visits/travellers/:secret/ready/:item': 'link',
  'GET /visits/organisation/:organisationId/readiness': people,

  'GET /api/v1/study-visits/visits/:id/readiness': staff,
  'GET /api/v1/study-visits/visits/:id/readiness-settings': staff,
  'PUT /api/v1/study-visits/visits/:id/readiness-settings': staff,
  'GET /api/v1/study-visits/visits/:id/readiness/:travellerId': staff,
  'POST /api/v1/study-visits/visits/:id/readiness/:travellerId/looks': staff,
  'PUT /api/v1/study-visits/visits/:id/readiness/:travellerId/:item': staff,
  'GET /api/v1/study-visits/traveller-links/:secret/readiness': 'everyone',
  'PUT /api/v1/study-visits/traveller-links/:secret/readiness/:item': 'link',
  'GET /api/v1/study-visits/organisations/:organisationId/readiness': people,
};
