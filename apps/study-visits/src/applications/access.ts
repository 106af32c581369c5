import type { AccessTable } from '#platform';
import { people, staff } from '../roles.js';

/**
 * Applying for visits. Who may see which application is looked up with it (`OpenApplication`): whoever has its link, whose it is,
 * a booking-contact who signed them up, staff.
 */
export const applicationsAccess: AccessTable = {
  'GET /visits/:slug/apply': 'everyone',
  'POST /visits/:slug/apply': 'everyone',
  'GET /visits/:slug/apply/asked': 'everyone',
  'GET /visits/:slug/apply-for-colleagues': people,
  'POST /visits/:slug/apply-for-colleagues': people,
  'GET /visits/applications/:secret': 'everyone',
  'GET /visits/applications/:secret/:part': 'everyone',
  'POST /visits/applications/:secret/:part': 'link',
  'GET /visits/mine': people,
  'GET /visits/mine/applications/:id': people,
  'GET /visits/mine/applications/:id/:part': people,
  'POST /visits/mine/applications/:id/:part': people,
  'GET /visits/organisation/:organisationId': people,
  'GET /visits/references/:secret': 'everyone',
  'POST /visits/references/:secret': 'link',

  'GET /visits/manage/:id/applications': staff,
  'GET /visits/manage/:id/applications/export.:format': staff,
  'GET /visits/manage/:id/applications/new': staff,
  'POST /visits/manage/:id/applications/new': staff,
  'GET /visits/manage/:id/applications/:applicationId': staff,
  'POST /visits/manage/:id/applications/:applicationId/link': staff,
  'POST /visits/manage/:id/applications/:applicationId/remind': staff,
  'GET /visits/manage/:id/applications/:applicationId/correct': staff,
  'POST /visits/manage/:id/applications/:applicationId/correct': staff,
  'GET /visits/manage/:id/applications/:applicationId/put-in': staff,
  'POST /visits/manage/:id/applications/:applicationId/put-in': staff,
  'GET /visits/manage/:id/applications/:applicationId/withdraw': staff,
  'POST /visits/manage/:id/applications/:applicationId/withdraw': staff,
};
