import { In, type EntityManager } from 'typeorm';
import type { CalendarEvent } from '../../events/domain/event.js';
import { startInstant } from '../../events/domain/when.js';
import { EventRow } from '../../events/event.entity.js';
import { eventFromRow } from '../../events/event-rows.js';
import type { ThingSource } from '../../shown/domain/shown-thing.js';
import type { ImportRow } from '../domain/import-row.js';

type Names = Pick<ImportRow, 'ref' | 'uid' | 'details'>;

/** How many events are read at once. */
const chunk = 200;

/** The events that there are already of those that a file speaks of. */
export class ExistingEvents {
  private readonly byRef: ReadonlyMap<string, CalendarEvent>;
  private readonly byUid: ReadonlyMap<string, CalendarEvent>;
  private readonly byTitleAndStart: ReadonlyMap<string, CalendarEvent>;

  private constructor(
    events: readonly CalendarEvent[],
    private readonly shown: ReadonlyMap<string, ThingSource>,
  ) {
    this.byRef = new Map(events.map((event) => [event.ref, event]));
    this.byUid = new Map(events.map((event) => [event.uid, event]));
    this.byTitleAndStart = new Map(events.map((event) => [titleAndStart(event), event]));
  }

  /**
   * @param lock whether to keep the events from being changed until the transaction ends; all are locked in one order,
   *   so that two who lock do not wait for each other
   */
  static async load(
    manager: EntityManager,
    rows: readonly Names[],
    lock: boolean = false,
  ): Promise<ExistingEvents> {
    const refs = rows.flatMap(({ ref }) => ref ?? []);
    const uids = rows.flatMap(({ uid }) => uid ?? []);
    const titles = rows.flatMap((row) => (isNameless(row) ? (row.details?.title ?? []) : []));
    const found: { id: string }[] = await manager.query(
      `SELECT id FROM events WHERE ref = ANY($1) OR uid = ANY($2) OR title = ANY($3)
       ORDER BY id ${lock ? 'FOR UPDATE' : ''}`,
      [refs, uids, titles],
    );
    const events: CalendarEvent[] = [];
    for (let from = 0; from < found.length; from += chunk) {
      const ids = found.slice(from, from + chunk).map(({ id }) => id);
      const some = await manager.findBy(EventRow, { id: In(ids) });
      events.push(...some.map(eventFromRow));
    }
    const shown: { id: string; source: ThingSource }[] = await manager.query(
      'SELECT event_id AS id, source FROM shown_things WHERE event_id = ANY($1)',
      [found.map(({ id }) => id)],
    );
    return new ExistingEvents(events, new Map(shown.map(({ id, source }) => [id, source])));
  }

  /** What the row speaks of; where a file gives no name, title and start are the event's name. */
  of(row: Names): CalendarEvent | null {
    if (row.ref !== null) return this.byRef.get(row.ref) ?? null;
    const named = row.uid === null ? undefined : this.byUid.get(row.uid);
    if (named !== undefined || !isNameless(row) || row.details === null) return named ?? null;
    return this.byTitleAndStart.get(titleAndStart(row.details)) ?? null;
  }

  /** What of another service an event shows, so that no file changes it; `null`: it is the calendar's own. */
  shownBy({ id }: Pick<CalendarEvent, 'id'>): ThingSource | null {
    return this.shown.get(id) ?? null;
  }

  /** Whether an event has this ref. */
  hasRef(ref: string): boolean {
    return this.byRef.has(ref);
  }
}

/** The reader gave it a name, as the file has none for it: see `derivedUid`. */
const isNameless = ({ ref, uid }: Names): boolean => ref === null && (uid?.startsWith('import-') ?? true);

const titleAndStart = ({ title, when }: Pick<CalendarEvent, 'title' | 'when'>): string =>
  `${startInstant(when).toString()} ${title}`;
