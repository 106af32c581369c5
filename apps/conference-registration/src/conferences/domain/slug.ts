import { checkSlugText, slugOf, type Checked } from '#checks';

export { longestSlug } from '#checks';

/** What stands where a conference's name would stand in addresses. */
const reserved: ReadonlySet<string> = new Set([
  'api',
  'assets',
  'bookings',
  'delegates',
  'documents',
  'feeds',
  'fragments',
  'guests',
  'internal',
  'manage',
  'money',
  'offers',
  'places',
  'sitemap',
  'waiting',
]);

/** A name in addresses as staff write it; `null` when blank. Whether it is free is for the database to say. */
export const checkSlug = (text: string | null, field = 'slug'): Checked<string | null> =>
  checkSlugText(text, field, { reserved, example: 'annual-conference-2027' });

/** The name that a title and a year give: `annual-conference-2027`. A title without any plain letter becomes `conference`. */
export const slugFrom = (title: string, year: number): string => slugOf(title, year, 'conference');
