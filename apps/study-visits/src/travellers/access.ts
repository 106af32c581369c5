import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** Who travels: staff; each traveller by their own link. */
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

  'GET /api/v1/study-visits/visits/:id/travellers': staff,
  'POST /api/v1/study-visits/visits/:id/travellers': staff,
  'POST /api/v1/study-visits/visits/:id/travellers/:travellerId/withdraw': staff,
  'POST /api/v1/study-visits/visits/:id/travellers/:travellerId/replace': staff,
  'GET /api/v1/study-visits/traveller-links/:secret': 'everyone',
  'POST /api/v1/study-visits/traveller-links/:secret/withdraw': 'link',
  'POST /api/v1/study-visits/traveller-links/:secret/replace': 'link',
};
