import type { EntityManager } from 'typeorm';
import { unprocessable } from '#platform';
import { freeSlug, slugFrom } from './domain/slug.js';

/** Any number that nothing else locks in the database of stands. */
const slugLock = 5_741_400;

/**
 * The name in addresses for an exhibition, which nobody else can take before the transaction ends.
 *
 * @param asked as staff wrote it; `null`: as title and year give it
 * @param own the exhibition's own id, whose name is not taken; `null` for a new one
 * @throws Problem 422 where another exhibition has the name that was asked for
 */
export async function takeSlug(
  manager: EntityManager,
  asked: string | null,
  { title, year, own }: { readonly title: string; readonly year: number; readonly own: string | null },
): Promise<string> {
  await manager.query('SELECT pg_advisory_xact_lock($1)', [slugLock]);
  const rows: { slug: string }[] = await manager.query(
    'SELECT slug FROM exhibitions WHERE starts_with(slug, $1) AND id IS DISTINCT FROM $2',
    [asked ?? slugFrom(title, year), own],
  );
  const taken = new Set(rows.map(({ slug }) => slug));
  if (asked === null) return freeSlug(title, year, (slug) => taken.has(slug));
  if (!taken.has(asked)) return asked;
  throw unprocessable([
    {
      field: 'slug',
      code: 'slug-taken',
      message: `Another exhibition has the address “${asked}”. Choose another, such as one with the year in it.`,
    },
  ]);
}
