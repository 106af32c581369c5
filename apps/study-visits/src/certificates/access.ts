import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** Certificates of attendance. Whoever knows the number of one may look it up. */
export const certificatesAccess: AccessTable = {
  'GET /visits/certificates': 'everyone',
  'GET /visits/manage/:id/certificates': staff,
  'GET /visits/manage/:id/certificates/:travellerId/certificate.pdf': staff,
  'GET /visits/manage/:id/certificates/:travellerId/withdraw': staff,
  'POST /visits/manage/:id/certificates/:travellerId/withdraw': staff,
  'POST /visits/manage/:id/certificates/:travellerId/restore': staff,
  'GET /visits/travellers/:secret/certificate.pdf': 'everyone',

  'GET /api/v1/study-visits/certificates/:number': 'everyone',
  'GET /api/v1/study-visits/visits/:id/certificates': staff,
  'POST /api/v1/study-visits/visits/:id/certificates/:travellerId/withdraw': staff,
  'POST /api/v1/study-visits/visits/:id/certificates/:travellerId/restore': staff,
  'GET /api/v1/study-visits/traveller-links/:secret/certificate': 'everyone',
};
