import type { AccessTable, Role } from '#platform';

const staff: readonly Role[] = ['staff', 'admin'];

/** Whoever is signed in. */
const people: readonly Role[] = ['person', 'booking-contact', 'board', ...staff];

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
  'GET /calendar/feeds/personal/:file': 'everyone',
  'GET /calendar/fragments/upcoming': 'everyone',
  'GET /calendar/manage': staff,
  'GET /calendar/manage/new': staff,
  'POST /calendar/manage/new': staff,
  'GET /calendar/manage/events/:ref': staff,
  'GET /calendar/manage/events/:ref/edit': staff,
  'POST /calendar/manage/events/:ref/edit': staff,
  'GET /calendar/manage/events/:ref/occurrences/:original/cancel': staff,
  'POST /calendar/manage/events/:ref/occurrences/:original/cancel': staff,
  'GET /calendar/manage/events/:ref/occurrences/:original/reinstate': staff,
  'POST /calendar/manage/events/:ref/occurrences/:original/reinstate': staff,
  'GET /calendar/manage/events/:ref/publish': staff,
  'POST /calendar/manage/events/:ref/publish': staff,
  'GET /calendar/manage/events/:ref/postpone': staff,
  'POST /calendar/manage/events/:ref/postpone': staff,
  'GET /calendar/manage/events/:ref/cancel': staff,
  'POST /calendar/manage/events/:ref/cancel': staff,
  'GET /calendar/manage/events/:ref/reinstate': staff,
  'POST /calendar/manage/events/:ref/reinstate': staff,
  'GET /calendar/manage/events/:ref/delete': staff,
  'POST /calendar/manage/events/:ref/delete': staff,
  'POST /calendar/manage/events/:ref/duplicate': staff,
  'GET /calendar/manage/export.csv': staff,
  'GET /calendar/manage/export.ics': staff,
  'GET /calendar/manage/import': staff,
  'POST /calendar/manage/import': staff,
  'GET /calendar/manage/import/example.csv': staff,
  'GET /calendar/manage/imports/:id': staff,
  'GET /calendar/manage/imports/:id/progress': staff,
  'POST /calendar/manage/imports/:id/confirm': staff,
  'GET /calendar/manage/members': staff,
  'POST /calendar/manage/members': staff,
  'GET /calendar/months': 'everyone',
  'GET /calendar/months/:month': 'everyone',
  'GET /calendar/my-feed': people,
  'POST /calendar/my-feed/make': people,
  'GET /calendar/my-feed/replace': people,
  'GET /calendar/my-feed/remove': people,
  'POST /calendar/my-feed/remove': people,
  'GET /calendar/sitemap.xml': 'everyone',
  'GET /calendar/subscribe': 'everyone',

  'GET /internal/held-on/:personId': 'services',
  'GET /internal/mail-templates': 'services',

  'GET /api/v1/events-calendar/events': 'everyone',
  'POST /api/v1/events-calendar/events': staff,
  'GET /api/v1/events-calendar/events/:ref': 'everyone',
  'PUT /api/v1/events-calendar/events/:ref': staff,
  'DELETE /api/v1/events-calendar/events/:ref': staff,
  'POST /api/v1/events-calendar/events/:ref/status': staff,
  'POST /api/v1/events-calendar/events/:ref/duplicate': staff,
  'GET /api/v1/events-calendar/events/:ref/revisions': staff,
  'GET /api/v1/events-calendar/events/:ref/occurrences': 'everyone',
  'POST /api/v1/events-calendar/events/:ref/occurrences/:original/status': staff,
  'GET /api/v1/events-calendar/occurrences': 'everyone',
  'GET /api/v1/events-calendar/series': 'everyone',
  'POST /api/v1/events-calendar/imports': staff,
  'GET /api/v1/events-calendar/imports/:id': staff,
  'GET /api/v1/events-calendar/imports/:id/rows': staff,
  'POST /api/v1/events-calendar/imports/:id/confirm': staff,
  'GET /api/v1/events-calendar/openapi.json': 'everyone',

  'GET /internal/messages': 'services',
  'GET /internal/messages/trace/:correlationId': 'services',
  'GET /internal/messages/dead-letters': 'services',
  'POST /internal/messages/dead-letters/requeue': 'services',
  'GET /internal/messages/dead-letters/:id': 'services',
  'POST /internal/messages/dead-letters/:id/requeue': 'services',
};

export { staff };
