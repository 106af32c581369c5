import { checkSlugText, slugOf, type Checked } from '#checks';

/** What stands where a visit's name would stand in addresses. */
const reserved: ReadonlySet<string> = new Set([
  'api',
  'applications',
  'assets',
  'certificates',
  'demo',
  'documents',
  'feedback',
  'feeds',
  'fragments',
  'hosts',
  'hotels',
  'internal',
  'interpreters',
  'itinerary',
  'manage',
  'mine',
  'offers',
  'organisation',
  'organisations',
  'references',
  'rooms',
  'service-worker',
  'sitemap',
  'travellers',
  'visits',
]);

/** A name in addresses as staff write it; `null` when blank. Whether it is free is for the database to say. */
export const checkSlug = (text: string | null, field = 'slug'): Checked<string | null> =>
  checkSlugText(text, field, { reserved, example: 'mondragon-2027' });

/** `emilia-romagna-2024`; `visit-2024` for a title without any plain letter. */
export const slugFrom = (title: string, year: number): string => slugOf(title, year, 'visit');
