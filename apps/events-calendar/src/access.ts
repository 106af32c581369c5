import type { AccessTable, Role } from '#platform';

const staff: readonly Role[] = ['staff', 'admin'];

/**
 * Every address of the calendar and who may use it. What of the calendar each reader then sees there is for
 * `events/domain/visibility.ts` to say.
 */
export const access: AccessTable = {
  'GET /calendar': 'everyone',
  'GET /calendar/archive': 'everyone',
  'GET /calendar/archive/:year': 'everyone',
  'GET /calendar/assets/:name': 'everyone',
  'GET /calendar/events/:ref': 'everyone',
  'GET /calendar/feeds/all.ics': 'everyone',
  'GET /calendar/feeds/filtered.ics': 'everyone',
  'GET /calendar/feeds/series/:file': 'everyone',
  'GET /calendar/feeds/events/:file': 'everyone',
  'GET /calendar/fragments/upcoming': 'everyone',
  'GET /calendar/months': 'everyone',
  'GET /calendar/months/:month': 'everyone',
  'GET /calendar/sitemap.xml': 'everyone',
};

export { staff };
