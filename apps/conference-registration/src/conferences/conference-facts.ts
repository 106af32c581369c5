import type { EntityManager } from 'typeorm';
import type { ConferenceFacts } from '#contracts';
import { conferencePath } from '../catalogue/addresses.js';
import type { ConferenceRow } from './conference.entity.js';
import { daysOf, statusOf } from './conference-rows.js';

/**
 * A conference as other apps are told of it.
 *
 * @throws Error for a draft, of which nobody is told
 */
export async function conferenceFacts(manager: EntityManager, row: ConferenceRow): Promise<ConferenceFacts> {
  const status = statusOf(row);
  if (status === 'draft') throw new Error('nobody is told of a draft');
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    status,
    statusReason: row.statusReason,
    summary: row.summary,
    when: { zone: row.zone, days: daysOf(row).map(({ date, opens, closes }) => ({ date, opens, closes })) },
    format: await formatOf(manager, row.id),
    place: row.venueName === null ? null : { name: row.venueName, address: row.venueAddress },
    host: row.hostName,
    path: conferencePath(row.slug),
    version: row.version,
  };
}

/** How people take part follows from the tickets that they can have. */
export async function formatOf(
  manager: EntityManager,
  conferenceId: string,
): Promise<ConferenceFacts['format']> {
  const rows: { format: string }[] = await manager.query(
    `SELECT DISTINCT format FROM ticket_types WHERE conference_id = $1 AND kind = 'ticket' AND withdrawn_at IS NULL`,
    [conferenceId],
  );
  const formats = new Set(rows.map(({ format }) => format));
  if (!formats.has('online')) return 'in person';
  return formats.has('in-person') ? 'hybrid' : 'online';
}
