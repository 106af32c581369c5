import type { AccessTable } from '#platform';

/** Every address of the members app and who may use it. */
export const access: AccessTable = {
  'GET /members': 'everyone',
  'GET /members/assets/:name': 'everyone',
  'GET /members/sitemap.xml': 'everyone',
};
