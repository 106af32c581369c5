import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** What travellers are told for each day: by their own link, and for staff all of it. */
export const briefingsAccess: AccessTable = {
  'GET /visits/manage/:id/briefings': staff,
  'GET /visits/manage/:id/briefings/settings': staff,
  'POST /visits/manage/:id/briefings/settings': staff,
  'GET /visits/manage/:id/briefings/:day': staff,
  'GET /visits/manage/:id/briefings/:day/words': staff,
  'POST /visits/manage/:id/briefings/:day/words': staff,
  'GET /visits/travellers/:secret/briefings/:day': 'everyone',
  'GET /visits/travellers/:secret/briefings/:day/briefing.pdf': 'everyone',

  'GET /api/v1/study-visits/visits/:id/briefings': staff,
  'GET /api/v1/study-visits/visits/:id/briefings/:day': staff,
  'PUT /api/v1/study-visits/visits/:id/briefings/:day/words': staff,
  'GET /api/v1/study-visits/visits/:id/briefing-settings': staff,
  'PUT /api/v1/study-visits/visits/:id/briefing-settings': staff,
  'GET /api/v1/study-visits/traveller-links/:secret/briefings/:day': 'everyone',
};
