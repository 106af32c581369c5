import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { CalendarEvent } from '../events/domain/event.js';
import { startDay } from '../events/domain/when.js';
import { EventRow } from '../events/event.entity.js';
import { eventFromRow } from '../events/event-rows.js';
import { sameTitle } from './domain/same-title.js';
import type { ShownThing } from './domain/shown-thing.js';

/** Finds events that may be what the calendar has just heard of, written or imported by staff before. */
@Injectable()
export class FindTwins {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Events with its title that begin on its first day, that readers can see, and that show nothing else yet. */
  async of(
    { details: { title, when } }: Pick<ShownThing, 'details'>,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<CalendarEvent[]> {
    const firstDay = startDay(when).toString();
    const rows = await manager
      .createQueryBuilder(EventRow, 'event')
      .where(`event.status IN ('published', 'postponed') AND event.rule IS NULL`)
      .andWhere(
        `(event.first_day = :firstDay OR (event.starts_at AT TIME ZONE event.zone)::date = :firstDay)`,
        {
          firstDay,
        },
      )
      .andWhere('NOT EXISTS (SELECT 1 FROM shown_things s WHERE s.event_id = event.id)')
      .orderBy('event.id')
      .getMany();
    return rows
      .map(eventFromRow)
      .filter((event) => startDay(event.when).toString() === firstDay && sameTitle(event.title, title));
  }
}
