import type { AccessTable, Role } from '#platform';

const staff: readonly Role[] = ['staff', 'admin'];

/** Every address of the members app and who may use it. */
export const access: AccessTable = {
  'GET /members': 'everyone',
  'GET /members/assets/:name': 'everyone',
  'GET /members/keys.json': 'everyone',
  'GET /members/manage/audit': staff,
  'GET /members/sitemap.xml': 'everyone',
  'POST /internal/identity': 'services',
  'GET /internal/ended-sessions': 'services',
};
