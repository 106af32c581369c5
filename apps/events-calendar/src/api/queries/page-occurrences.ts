import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { badCursor, cursorPage, dateOf, decodeCursor, instantOf, type CursorPage } from '#platform';
import type { CalendarEvent, Occurrence } from '../../events/domain/event.js';
import { expand } from '../../events/domain/expand.js';
import type { Reader } from '../../events/domain/visibility.js';
import { startInstant } from '../../events/domain/when.js';
import { whenOfOccurrence, type OccurrenceTimes } from '../../events/stored-when.js';
import { EventConditions } from '../../listing/conditions.js';
import type { Filter } from '../../listing/domain/filter.js';
import { FindEvent } from './find-event.js';
import type { PageWanted } from './page-events.js';
import { withinSpan, type Span } from './span.js';

/** One dated happening and the event that it is of. */
export interface EventOccurrence {
  readonly event: CalendarEvent;
  readonly occurrence: Occurrence;
}

interface Row extends OccurrenceTimes {
  readonly id: string;
  readonly ref: string;
  readonly original: string;
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const ref = /^[a-z0-9-]+$/;
const original = /^[\dT:-]*$/;

/** What happens, the soonest first; drafts are in none of these lists but the draft's own. */
@Injectable()
export class PageOccurrences {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly findEvent: FindEvent,
  ) {}

  /**
   * Of every event.
   *
   * @throws Problem 400 for a cursor that this list did not make
   */
  async page(
    wanted: { readonly filter: Filter; readonly span: Span },
    reader: Reader,
    page: PageWanted,
  ): Promise<CursorPage<EventOccurrence>> {
    const within = withinSpan(wanted.span);
    const where = new EventConditions()
      .visibleTo(reader)
      .matching(wanted.filter)
      .add(within.sql, ...within.values);
    if (page.cursor !== undefined) {
      const [starts, ...names] = decodeCursor(page.cursor, [instant, ref, original] as const);
      where.add('(o.starts, e.ref, o.original) > (?, ?, ?)', dateOf(readInstant(starts)), ...names);
    }
    const rows: Row[] = await this.dataSource.query(
      `SELECT e.id, e.ref, o.original, o.starts, o.ends, o.when_type, o.first_day, o.last_day, o.month, o.zone
       FROM occurrences o JOIN events e ON e.id = o.event_id
       WHERE ${where.sql} ORDER BY o.starts, e.ref, o.original LIMIT ${where.parameter(page.limit + 1)}`,
      where.parameters,
    );
    const { items, nextCursor } = cursorPage(rows, page.limit, (row) => [
      instantOf(row.starts).toString(),
      row.ref,
      row.original,
    ]);
    return { items: await this.withEvents(items, reader), nextCursor };
  }

  /**
   * Of one event.
   *
   * @throws Problem 404 for an event that the reader may not read; 400 for a cursor that this list did not make
   */
  async ofEvent(eventRef: string, reader: Reader, page: PageWanted): Promise<CursorPage<EventOccurrence>> {
    const event = await this.findEvent.byRef(eventRef, reader);
    const all = expand(event)
      .map((occurrence) => ({ event, occurrence }))
      .sort(byStartThenName);
    const keysOf = ({ occurrence }: EventOccurrence) => [
      startInstant(occurrence.when).toString(),
      occurrence.original ?? '',
    ];
    return cursorPage(after(all, page.cursor), page.limit, keysOf);
  }

  private async withEvents(rows: readonly Row[], reader: Reader): Promise<EventOccurrence[]> {
    const events = await this.findEvent.byIds([...new Set(rows.map((row) => row.id))], reader);
    const byId = new Map(events.map((event) => [event.id, event]));
    return rows.flatMap((row) => {
      const event = byId.get(row.id);
      return event === undefined ? [] : [{ event, occurrence: occurrenceFromRow(row, event) }];
    });
  }
}

function occurrenceFromRow(row: Row, event: CalendarEvent): Occurrence {
  const exception = event.recurrence?.exceptions.find((one) => one.original === row.original);
  const change = exception?.type === 'changed' ? exception.change : null;
  return {
    original: row.original === '' ? null : row.original,
    when: whenOfOccurrence(row),
    cancelled: change?.cancelled ?? null,
    change,
  };
}

/** Two occurrences may have been moved to the same time. */
function byStartThenName({ occurrence: a }: EventOccurrence, { occurrence: b }: EventOccurrence): number {
  const names = (a.original ?? '') < (b.original ?? '') ? -1 : 1;
  return Temporal.Instant.compare(startInstant(a.when), startInstant(b.when)) || names;
}

function after(all: readonly EventOccurrence[], cursor: string | undefined): readonly EventOccurrence[] {
  if (cursor === undefined) return all;
  const [starts, name] = decodeCursor(cursor, [instant, original] as const);
  const from = readInstant(starts);
  return all.filter(({ occurrence }) => {
    const order = Temporal.Instant.compare(startInstant(occurrence.when), from);
    return order > 0 || (order === 0 && (occurrence.original ?? '') > name);
  });
}

function readInstant(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch (error) {
    if (error instanceof RangeError) throw badCursor();
    throw error;
  }
}
