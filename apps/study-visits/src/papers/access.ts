import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** What travellers and others are given in writing. */
export const papersAccess: AccessTable = {
  'GET /visits/manage/:id/papers': staff,
  'GET /visits/manage/:id/papers/:travellerId/:file': staff,
  'GET /visits/manage/:id/papers/emergency-card': staff,
  'POST /visits/manage/:id/papers/emergency-card': staff,
  'GET /visits/manage/:id/papers/making': staff,
  'POST /visits/manage/:id/papers/making': staff,
  'GET /visits/manage/:id/papers/making/progress': staff,
  'POST /visits/manage/:id/papers/making/cancel': staff,
  'GET /visits/manage/:id/papers/making/:makingId/papers.zip': staff,
  'GET /visits/travellers/:secret/programme': 'everyone',
  'GET /visits/travellers/:secret/programme.pdf': 'everyone',
  'GET /visits/travellers/:secret/emergency': 'everyone',
  'GET /visits/travellers/:secret/emergency.pdf': 'everyone',

  'GET /api/v1/study-visits/visits/:id/papers': staff,
  'GET /api/v1/study-visits/visits/:id/papers/:travellerId/:kind': staff,
  'GET /api/v1/study-visits/visits/:id/emergency-card': staff,
  'PUT /api/v1/study-visits/visits/:id/emergency-card': staff,
  'POST /api/v1/study-visits/visits/:id/paper-makings': staff,
  'GET /api/v1/study-visits/visits/:id/paper-makings/:makingId': staff,
  'POST /api/v1/study-visits/visits/:id/paper-makings/:makingId/cancel': staff,
  'GET /api/v1/study-visits/visits/:id/paper-makings/:makingId/papers.zip': staff,
  'GET /api/v1/study-visits/traveller-links/:secret/programme': 'everyone',
  'GET /api/v1/study-visits/traveller-links/:secret/emergency-card': 'everyone',
};
