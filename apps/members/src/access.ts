import type { AccessTable, Role } from '#platform';

const staff: readonly Role[] = ['staff', 'admin'];

/** Whoever is signed in. */
const person: readonly Role[] = ['person'];

/** Every address of the members app and who may use it. */
export const access: AccessTable = {
  'GET /members': 'everyone',
  'GET /members/account/data': person,
  'GET /members/account/data.html': person,
  'GET /members/account/data.json': person,
  'GET /members/account/erase': person,
  'POST /members/account/erase': person,
  'GET /members/assets/:name': 'everyone',
  'GET /members/keys.json': 'everyone',
  'GET /members/erasures/:receipt': 'everyone',
  'GET /members/manage/audit': staff,
  'GET /members/manage/people/:id/erase': staff,
  'POST /members/manage/people/:id/erase': staff,
  'GET /members/manage/retention': staff,
  'GET /members/privacy': 'everyone',
  'GET /members/sitemap.xml': 'everyone',
  'POST /internal/identity': 'services',
  'GET /internal/ended-sessions': 'services',
};
