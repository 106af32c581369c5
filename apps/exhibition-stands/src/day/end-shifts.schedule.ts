import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { Schedule } from '#messaging';
import { dateOf } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';

/** How long after a shift it can still be said who was there, before those who did not say so count as not having come. */
const grace = { minutes: 15 } as const;

/**
 * Says of those who did not check in that they did not come, once their shift is over. Only of days on which checking in is
 * used at all: where nobody did, nothing is known.
 */
@Injectable()
export class EndShifts implements Schedule {
  readonly name = 'end-shifts';
  readonly every = 60_000;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(dueAt: Temporal.Instant): Promise<void> {
    await this.dataSource.query(
      `UPDATE current_assignments c SET status = 'no-show', status_at = $2
       FROM exhibitions e
       WHERE e.id = c.exhibition_id AND c.status = 'assigned' AND c.ends_at <= $1 AND c.ends_at > $1::timestamptz - interval '2 days'
         AND EXISTS (SELECT FROM current_assignments o WHERE o.exhibition_id = c.exhibition_id AND o.status = 'checked-in'
           AND (o.starts_at AT TIME ZONE e.zone)::date = (c.starts_at AT TIME ZONE e.zone)::date)`,
      [dateOf(dueAt.subtract(grace)), dateOf(this.clock())],
    );
  }
}
