import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { cursorPage, decodeCursor, type CursorPage } from '#platform';
import type { CalendarEvent, EventStatus } from '../../events/domain/event.js';
import type { Reader } from '../../events/domain/visibility.js';
import type { EventConditions } from '../../listing/conditions.js';
import type { Filter } from '../../listing/domain/filter.js';
import { FindEvent } from './find-event.js';
import { readableBy } from './readable.js';
import { withinSpan, type Span } from './span.js';

/** Which events are wanted. */
export interface EventsWanted {
  readonly filter: Filter;
  readonly span: Span;
  /** All where `null`. */
  readonly statuses: readonly EventStatus[] | null;
}

/** Which page of a list is wanted. */
export interface PageWanted {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Events that a reader may read, in the order in which they were made: a new one comes last, so no page misses it. */
@Injectable()
export class PageEvents {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly findEvent: FindEvent,
  ) {}

  /** @throws Problem 400 for a cursor that this list did not make */
  async page(wanted: EventsWanted, reader: Reader, page: PageWanted): Promise<CursorPage<CalendarEvent>> {
    const where = readableBy(reader).matching(wanted.filter);
    if (wanted.statuses !== null) where.add('e.status = ANY(?)', wanted.statuses);
    addHappening(where, wanted.span);
    if (page.cursor !== undefined) where.add('e.id > ?', ...decodeCursor(page.cursor, [uuid] as const));
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT e.id FROM events e WHERE ${where.sql} ORDER BY e.id LIMIT ${where.parameter(page.limit + 1)}`,
      where.parameters,
    );
    const { items, nextCursor } = cursorPage(rows, page.limit, ({ id }) => [id]);
    const ids = items.map(({ id }) => id);
    return { items: await this.findEvent.byIds(ids, reader), nextCursor };
  }
}

function addHappening(where: EventConditions, span: Span): void {
  if (span.from === null && span.to === null) return;
  const { sql, values } = withinSpan(span);
  where.add(`EXISTS (SELECT 1 FROM occurrences o WHERE o.event_id = e.id AND ${sql})`, ...values);
}
