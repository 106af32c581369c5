import { checkSlugText, slugOf, type Checked } from '#checks';

/** What stands where an exhibition's name would stand in addresses. */
const reserved: ReadonlySet<string> = new Set([
  'api',
  'assets',
  'cover',
  'demo',
  'events',
  'feedback',
  'feeds',
  'fragments',
  'internal',
  'manage',
  'mine',
  'service-worker',
  'sitemap',
  'stock',
  'swaps',
  'team',
  'visitors',
]);

/** A name in addresses as staff write it; `null` when blank. Whether it is free is for the database to say. */
export const checkSlug = (text: string | null, field = 'slug'): Checked<string | null> =>
  checkSlugText(text, field, { reserved, example: 'labour-2027' });

/** `labour-party-conference-2027`; `exhibition-2027` for a title without any plain letter. */
export const slugFrom = (title: string, year: number): string => slugOf(title, year, 'exhibition');
