import type { AccessTable } from '#platform';

/** The conferences as everybody sees them. */
export const catalogueAccess: AccessTable = {
  'GET /conference': 'everyone',
  'GET /conference/sitemap.xml': 'everyone',
  'GET /conference/:slug': 'everyone',
};
