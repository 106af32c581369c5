import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { inTurns } from '#imports';
import type { CalendarEvent } from '../../events/domain/event.js';
import { makeUid, refBase } from '../../events/domain/ref.js';
import { startDay } from '../../events/domain/when.js';
import type { UnnamedEvent } from '../planning/plan-row.js';

/**
 * New events with all their names. A ref that somebody takes at the same moment is found out by the unique index, as the
 * events are written.
 *
 * @param uidDomain the domain in UIDs that are made here
 */
export async function nameEvents(
  manager: EntityManager,
  events: readonly UnnamedEvent[],
  uidDomain: string,
): Promise<CalendarEvent[]> {
  const taken = await takenRefs(manager, events);
  for (const { ref } of events) if (ref !== null) taken.add(ref);
  const lastNumbers = new Map<string, number>();
  const refOf = ({ title, when }: UnnamedEvent): string => {
    const base = refBase(startDay(when).year, title);
    if (!taken.has(base)) return base;
    // Thousands of events may have one title: counting goes on where it ended, rather than from the beginning.
    let number = (lastNumbers.get(base) ?? 1) + 1;
    while (taken.has(`${base}-${number}`)) number += 1;
    lastNumbers.set(base, number);
    return `${base}-${number}`;
  };
  return inTurns(events, (event) => {
    const id = uuidv7();
    const ref = event.ref ?? refOf(event);
    taken.add(ref);
    return { ...event, id, ref, uid: event.uid ?? makeUid(id, uidDomain) };
  });
}

/** Every ref that is like one that could be made here. */
async function takenRefs(manager: EntityManager, events: readonly UnnamedEvent[]): Promise<Set<string>> {
  const bases = events.flatMap(({ ref, title, when }) =>
    ref === null ? [refBase(startDay(when).year, title)] : [],
  );
  if (bases.length === 0) return new Set();
  const rows: { ref: string }[] = await manager.query(
    `SELECT ref FROM events WHERE regexp_replace(ref, '-[0-9]+$', '') = ANY($1) OR ref = ANY($1)`,
    [[...new Set(bases)]],
  );
  return new Set(rows.map((row) => row.ref));
}
