import type { AccessTable } from '#platform';

/** Who may call what of the shell's own; everything else is passed to the part that it belongs to. */
export const access: AccessTable = {
  'GET /': 'everyone',
  'GET /accessibility': 'everyone',
  'GET /chrome': 'everyone',
  'GET /health': 'everyone',
  'GET /assets/:name': 'everyone',
  'GET /favicon.ico': 'everyone',
  'GET /favicon.svg': 'everyone',
  'GET /robots.txt': 'everyone',
  'GET /sitemap.xml': 'everyone',
};
