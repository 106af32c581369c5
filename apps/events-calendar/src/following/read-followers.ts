import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsNull, type DataSource } from 'typeorm';
import type { CalendarEvent } from '../events/domain/event.js';
import { NoticeRow } from './notice.entity.js';
import { ToldMailingRow } from './told-mailing.entity.js';

/** What staff are told of those who follow an event. */
export interface Followers {
  readonly ofEvent: number;
  /** Who follow its series and not the event. */
  readonly ofSeries: number;
  /** What followers are still to be told. */
  readonly waiting: readonly Pick<NoticeRow, 'why' | 'edits' | 'dueAt'>[];
  /** The newest first. */
  readonly told: readonly ToldMailingRow[];
}

/** As many mailings as are listed. */
const mostListed = 10;

@Injectable()
export class ReadFollowers {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async of(event: CalendarEvent): Promise<Followers> {
    const { manager } = this.dataSource;
    const [counts, waiting, told] = await Promise.all([
      manager.query<{ ofEvent: number; ofSeries: number }[]>(
        `SELECT count(*) FILTER (WHERE direct)::int AS "ofEvent", count(*) FILTER (WHERE NOT direct)::int AS "ofSeries"
         FROM (SELECT bool_or(event_id IS NOT NULL) AS direct FROM follows WHERE event_id = $1 OR series = $2
               GROUP BY person_id) f`,
        [event.id, event.series],
      ),
      manager.find(NoticeRow, { where: { eventId: event.id, toldAt: IsNull() }, order: { dueAt: 'ASC' } }),
      manager.find(ToldMailingRow, { where: { eventId: event.id }, order: { at: 'DESC' }, take: mostListed }),
    ]);
    return { ofEvent: counts[0]?.ofEvent ?? 0, ofSeries: counts[0]?.ofSeries ?? 0, waiting, told };
  }
}
