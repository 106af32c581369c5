import type { EntityManager } from 'typeorm';
import { takeFreeSlug, type Named } from '#platform';
import { slugFrom } from './domain/slug.js';

const visits: Named = { table: 'visits', thing: 'visit', suchAs: 'one with the year in it' };

/**
 * The name in addresses for a visit, which nobody else can take before the transaction ends.
 *
 * @param asked as staff wrote it; `null`: as title and year give it
 * @param own the visit's own id, whose name is not taken; `null` for a new one
 * @throws Problem 422 where another visit has the name that was asked for
 */
export const takeSlug = (
  manager: EntityManager,
  asked: string | null,
  { title, year, own }: { readonly title: string; readonly year: number; readonly own: string | null },
): Promise<string> => takeFreeSlug(manager, visits, asked, { suggested: slugFrom(title, year), own });
