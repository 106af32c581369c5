import type { EntityManager } from 'typeorm';
import { slugInWords } from './domain/slug.js';
import { SeriesRow } from './series.entity.js';

/** Sees to it that the series an event belongs to exists; one that does keeps its name. */
export async function ensureSeries(manager: EntityManager, slug: string | null): Promise<void> {
  if (slug === null) return;
  await manager
    .createQueryBuilder()
    .insert()
    .into(SeriesRow)
    .values({ slug, name: slugInWords(slug) })
    .orIgnore()
    .execute();
}
