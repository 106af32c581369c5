import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** How travellers found a visit: each says it by their own link. */
export const feedbackAccess: AccessTable = {
  'GET /visits/manage/:id/feedback': staff,
  'GET /visits/manage/:id/feedback/export.:format': staff,
  'GET /visits/travellers/:secret/feedback': 'everyone',
  'POST /visits/travellers/:secret/feedback': 'link',

  'GET /api/v1/study-visits/visits/:id/feedback': staff,
  'GET /api/v1/study-visits/traveller-links/:secret/feedback': 'everyone',
  'POST /api/v1/study-visits/traveller-links/:secret/feedback': 'link',
};
