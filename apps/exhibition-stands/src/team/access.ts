import type { AccessTable } from '#platform';
import { staff } from '../roles.js';

/** The team of an exhibition. Volunteers' own pages are for whoever has their link. */
export const teamAccess: AccessTable = {
  'GET /stands/team/:secret': 'everyone',
  'POST /stands/team/:secret/times': 'everyone',
  'GET /stands/team/:secret/exceptions': 'everyone',
  'POST /stands/team/:secret/exceptions': 'everyone',
  'GET /stands/team/:secret/about': 'everyone',
  'POST /stands/team/:secret/about': 'everyone',
  'GET /stands/team/:secret/decline': 'everyone',
  'POST /stands/team/:secret/decline': 'everyone',

  'GET /stands/manage/:id/team': staff,
  'GET /stands/manage/:id/team/export.:format': staff,
  'POST /stands/manage/:id/team/remind': staff,
  'GET /stands/manage/:id/team/invite': staff,
  'POST /stands/manage/:id/team/invite': staff,
  'GET /stands/manage/:id/team/:member': staff,
  'POST /stands/manage/:id/team/:member/invitation': staff,
  'POST /stands/manage/:id/team/:member/times': staff,
  'GET /stands/manage/:id/team/:member/exceptions': staff,
  'POST /stands/manage/:id/team/:member/exceptions': staff,
  'GET /stands/manage/:id/team/:member/about': staff,
  'POST /stands/manage/:id/team/:member/about': staff,
  'GET /stands/manage/:id/team/:member/details': staff,
  'POST /stands/manage/:id/team/:member/details': staff,
  'GET /stands/manage/:id/team/:member/withdraw': staff,
  'POST /stands/manage/:id/team/:member/withdraw': staff,
};
