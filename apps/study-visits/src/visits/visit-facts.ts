import type { VisitFacts } from '#contracts';
import { visitPath } from './addresses.js';
import type { Visit } from './domain/visit.js';

/**
 * A visit as other apps are told of it.
 *
 * @returns `null` for a draft, of which nobody is told
 */
export function visitFacts(visit: Visit): VisitFacts | null {
  const { status, applicationsOpenAt, applicationsCloseAt } = visit;
  if (status === 'draft' || applicationsOpenAt === null || applicationsCloseAt === null) return null;
  return {
    id: visit.id,
    slug: visit.slug,
    title: visit.title,
    status,
    statusReason: visit.statusReason,
    summary: visit.summary,
    region: visit.region,
    when: { zone: visit.zone, firstDay: visit.firstDay, lastDay: visit.lastDay },
    applications: { openAt: applicationsOpenAt.toString(), closeAt: applicationsCloseAt.toString() },
    path: visitPath(visit.slug),
    version: visit.version,
  };
}
