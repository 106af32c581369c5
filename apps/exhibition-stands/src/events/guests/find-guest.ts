import type { EntityManager } from 'typeorm';
import { notFound } from '#platform';
import { isId } from '../../domain/ids.js';
import { EventGuestRow } from './event-guest.entity.js';

/** A guest of one event, with their row locked. @throws Problem 404, also for one of another event's */
export async function findGuest(
  manager: EntityManager,
  standEventId: string,
  id: string,
): Promise<EventGuestRow> {
  const guest = isId(id)
    ? await manager.findOne(EventGuestRow, {
        where: { id, standEventId },
        lock: { mode: 'pessimistic_write' },
      })
    : null;
  if (guest === null) throw notFound('There is no such guest of this event.');
  return guest;
}
