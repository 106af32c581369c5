import type { AccessTable } from '#platform';
import { people, staff } from '../roles.js';

/** Offers of places: staff; the applicant by their link or signed in; who books for their organisation. */
export const offersAccess: AccessTable = {
  'GET /visits/manage/:id/offers': staff,
  'GET /visits/manage/:id/offers/:applicationId': staff,
  'POST /visits/manage/:id/offers/:applicationId': staff,
  'GET /visits/applications/:secret/offer': 'everyone',
  'POST /visits/applications/:secret/offer': 'link',
  'GET /visits/mine/applications/:applicationId/offer': people,
  'POST /visits/mine/applications/:applicationId/offer': people,

  'GET /api/v1/study-visits/visits/:id/offers': staff,
  'POST /api/v1/study-visits/visits/:id/offers': staff,
  'POST /api/v1/study-visits/visits/:id/offers/:applicationId/deadline': staff,
  'GET /api/v1/study-visits/application-links/:secret/offer': 'everyone',
  'POST /api/v1/study-visits/application-links/:secret/offer': 'link',
  'GET /api/v1/study-visits/offers/:applicationId': people,
  'POST /api/v1/study-visits/offers/:applicationId': people,
};
