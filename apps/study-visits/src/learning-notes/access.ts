import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** What travellers learned: each writes it by their own link; what they agreed to, everybody reads. */
export const learningNotesAccess: AccessTable = {
  'GET /visits/:slug/learning': 'everyone',
  'GET /visits/manage/:id/learning-notes': staff,
  'GET /visits/manage/:id/learning-notes/:travellerId': staff,
  'POST /visits/manage/:id/learning-notes/:travellerId': staff,
  'GET /visits/travellers/:secret/learning-note': 'everyone',
  'POST /visits/travellers/:secret/learning-note': 'link',
  'POST /visits/travellers/:secret/learning-note/take-back': 'link',

  'GET /api/v1/study-visits/visits/:id/learning': 'everyone',
  'GET /api/v1/study-visits/visits/:id/learning-notes': staff,
  'POST /api/v1/study-visits/visits/:id/learning-notes/:travellerId/publish': staff,
  'POST /api/v1/study-visits/visits/:id/learning-notes/:travellerId/take-off': staff,
  'GET /api/v1/study-visits/traveller-links/:secret/learning-note': 'everyone',
  'PUT /api/v1/study-visits/traveller-links/:secret/learning-note': 'link',
  'POST /api/v1/study-visits/traveller-links/:secret/learning-note/take-back': 'link',
};
