import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** Running a conference: who comes, and what there is to do about them. */
export const runningAccess: AccessTable = {
  'GET /conference/manage/search': staff,
  'GET /conference/manage/:id/dashboard': staff,
  'GET /conference/manage/:id/bookings': staff,
  'GET /conference/manage/:id/bookings/export.:format': staff,
  'GET /conference/manage/:id/delegates': staff,
  'GET /conference/manage/:id/delegates/export.:format': staff,
  'GET /conference/manage/:id/needs': staff,
  'GET /conference/manage/:id/needs/export.:format': staff,
  'GET /conference/manage/:id/needs/people': staff,
  'GET /conference/manage/:id/mail': staff,
  'POST /conference/manage/:id/mail': staff,
  'POST /conference/manage/:id/mail/check': staff,
  'GET /conference/manage/:id/applications': staff,
  'GET /conference/manage/:id/applications/export.:format': staff,
  'GET /conference/manage/:id/applications/decide': staff,
  'POST /conference/manage/:id/applications/decide': staff,
  'GET /conference/manage/bookings/:reference': staff,
  'POST /conference/manage/bookings/:reference/notes': staff,
  'GET /conference/manage/bookings/:reference/delegates/:number/move': staff,
  'POST /conference/manage/bookings/:reference/delegates/:number/move': staff,

  'GET /api/v1/conference-registration/conferences/:id/bookings': staff,
  'GET /api/v1/conference-registration/conferences/:id/delegates': staff,
  'GET /api/v1/conference-registration/conferences/:id/applications': staff,
  'POST /api/v1/conference-registration/conferences/:id/applications/decisions': staff,
  'GET /api/v1/conference-registration/conferences/:id/needs': staff,
  'GET /api/v1/conference-registration/conferences/:id/mailings/readers': staff,
  'POST /api/v1/conference-registration/conferences/:id/mailings': staff,
  'POST /api/v1/conference-registration/bookings/:key/delegates/:number/move': staff,
  'GET /api/v1/conference-registration/bookings/:key/notes': staff,
  'POST /api/v1/conference-registration/bookings/:key/notes': staff,
};
