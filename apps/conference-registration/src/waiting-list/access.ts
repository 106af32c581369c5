import type { AccessTable } from '#platform';
import { people, staff } from '../roles.js';

/** The waiting list. Whose a place in the line is, is looked up with it (`FindEntry`). */
export const waitingListAccess: AccessTable = {
  'GET /conference/:slug/waiting-list': 'everyone',
  'POST /conference/:slug/waiting-list': 'everyone',
  'GET /conference/waiting/:key': 'everyone',
  'POST /conference/waiting/:key/accept': 'everyone',
  'POST /conference/waiting/:key/decline': 'everyone',
  'GET /conference/waiting/:key/leave': 'everyone',
  'POST /conference/waiting/:key/leave': 'everyone',
  'GET /conference/manage/:id/waiting-list': staff,
  'GET /conference/manage/:id/waiting-list/export.:format': staff,
  'GET /conference/manage/:id/waiting-list/:entry/pass-over': staff,
  'POST /conference/manage/:id/waiting-list/:entry/pass-over': staff,
  'POST /api/v1/conference-registration/conferences/:id/waiting-list': people,
  'GET /api/v1/conference-registration/waiting/:key': 'everyone',
  'POST /api/v1/conference-registration/waiting/:key/accept': 'everyone',
  'POST /api/v1/conference-registration/waiting/:key/decline': 'everyone',
  'POST /api/v1/conference-registration/waiting/:key/leave': 'everyone',
};
