import { In, type EntityManager } from 'typeorm';
import { EventRow } from '../events/event.entity.js';
import { eventFromRow } from '../events/event-rows.js';
import type { CalendarEvent } from '../events/domain/event.js';
import { tryToLockSeries } from './event-lock.js';
import { NoticeRow } from './notice.entity.js';

/** A publication that waits to be told, and the event as it stands. */
export interface Publication {
  readonly notice: NoticeRow;
  readonly event: CalendarEvent;
}

const waiting = `FROM notices n JOIN events e ON e.id = n.event_id
  WHERE n.why = 'published' AND n.told_at IS NULL
    AND CASE WHEN $1::text IS NULL THEN e.series IS NULL AND n.id = $2 ELSE e.series = $1 END`;

/**
 * All publications in a series that wait, once the first of them is due; of an event in no series, the one. Until the
 * transaction ends they are told by nobody else, and no edit is saved, so that what is noted as told is what was told.
 *
 * It waits for nothing, as a long import may hold some of the events and want others: while one is being edited, or another is
 * at it, there are none, and the next run finds them all.
 */
export async function takePublications(
  manager: EntityManager,
  noticeId: string,
  series: string | null,
  now: Date,
): Promise<Publication[]> {
  if (series !== null && !(await tryToLockSeries(manager, series))) return [];
  const [found]: { count: number; due: boolean | null }[] = await manager.query(
    `SELECT count(*)::int AS count, bool_or(n.due_at <= $3) AS due ${waiting}`,
    [series, noticeId, now],
  );
  if (found?.due !== true) return [];
  const taken: { id: string }[] = await manager.query(
    `SELECT n.id ${waiting} ORDER BY n.id FOR UPDATE OF n SKIP LOCKED FOR SHARE OF e SKIP LOCKED`,
    [series, noticeId],
  );
  if (taken.length < found.count) return [];
  const notices = await manager.find(NoticeRow, {
    where: { id: In(taken.map(({ id }) => id)) },
    order: { id: 'ASC' },
  });
  const rows = await manager.findBy(EventRow, { id: In(notices.map(({ eventId }) => eventId)) });
  const events = new Map(rows.map((row) => [row.id, eventFromRow(row)]));
  return notices.flatMap((notice) => {
    const event = events.get(notice.eventId);
    return event === undefined ? [] : { notice, event };
  });
}

/** They wait no more, whether or not there was somebody to tell. */
export async function noteAsTold(
  manager: EntityManager,
  publications: readonly Publication[],
  now: Date,
): Promise<void> {
  await manager.query(
    `UPDATE notices n SET told_at = $2, to_version = greatest(n.to_version, e.version)
     FROM events e WHERE e.id = n.event_id AND n.id = ANY($1)`,
    [publications.map(({ notice }) => notice.id), now],
  );
}
