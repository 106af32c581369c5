import type { AccessTable } from '#platform';
import { people, staff } from '../roles.js';

/** Who travels: staff; each traveller by their own link; of an organisation, who books for it (looked up with them). */
export const travellersAccess: AccessTable = {
  'GET /visits/manage/:id/travellers': staff,
  'GET /visits/manage/:id/travellers/export.:format': staff,
  'GET /visits/manage/:id/travellers/new-leader': staff,
  'POST /visits/manage/:id/travellers/new-leader': staff,
  'GET /visits/manage/:id/travellers/:travellerId/withdraw': staff,
  'POST /visits/manage/:id/travellers/:travellerId/withdraw': staff,
  'GET /visits/manage/:id/travellers/:travellerId/replace': staff,
  'POST /visits/manage/:id/travellers/:travellerId/replace': staff,
  'GET /visits/travellers/:secret': 'everyone',
  'GET /visits/travellers/:secret/withdraw': 'everyone',
  'POST /visits/travellers/:secret/withdraw': 'link',
  'GET /visits/travellers/:secret/replace': 'everyone',
  'POST /visits/travellers/:secret/replace': 'link',
  'GET /visits/organisation/:organisationId/travellers/:travellerId/withdraw': people,
  'POST /visits/organisation/:organisationId/travellers/:travellerId/withdraw': people,
  'GET /visits/organisation/:organisationId/travellers/:travellerId/replace': people,
  'POST /visits/organisation/:organisationId/travellers/:travellerId/replace': people,

  'GET /api/v1/study-visits/organisations/:organisationId/travellers': people,
  'POST /api/v1/study-visits/organisations/:organisationId/travellers/:travellerId/withdraw': people,
  'POST /api/v1/study-visits/organisations/:organisationId/travellers/:travellerId/replace': people,
  'GET /api/v1/study-visits/visits/:id/travellers': staff,
  'POST /api/v1/study-visits/visits/:id/travellers': staff,
  'POST /api/v1/study-visits/visits/:id/travellers/:travellerId/withdraw': staff,
  'POST /api/v1/study-visits/visits/:id/travellers/:travellerId/replace': staff,
  'GET /api/v1/study-visits/traveller-links/:secret': 'everyone',
  'POST /api/v1/study-visits/traveller-links/:secret/withdraw': 'link',
  'POST /api/v1/study-visits/traveller-links/:secret/replace': 'link',
};
