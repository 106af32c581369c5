import type { EntityManager } from 'typeorm';
import { SeriesRow } from './series.entity.js';

/** A name for a series of which only the slug is known: `officer-calls` → "Officer calls". */
export function nameFromSlug(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Sees to it that the series an event belongs to exists; one that does keeps its name. */
export async function ensureSeries(manager: EntityManager, slug: string | null): Promise<void> {
  if (slug === null) return;
  await manager
    .createQueryBuilder()
    .insert()
    .into(SeriesRow)
    .values({ slug, name: nameFromSlug(slug) })
    .orIgnore()
    .execute();
}
