import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { Schedule } from '#messaging';
import { dateOf, newRequestId, type Log } from '#platform';
import { CLOCK, LOG, type Clock } from '../tokens.js';
import { RemindOfEvent } from './remind-of-event.js';

/** How long it is known that a date was reminded of, in days after it. */
const keptDays = 30;

/** Sends the reminders that are due, every minute. */
@Injectable()
export class SendRemindersSchedule implements Schedule {
  readonly name = 'send-reminders';
  readonly every = 60_000;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly remind: RemindOfEvent,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** @throws AggregateError with what some events could not be reminded of for, once the others have been */
  async run(_dueAt: Temporal.Instant, stopping: AbortSignal): Promise<void> {
    const errors: unknown[] = [];
    for (const eventId of await this.candidates()) {
      stopping.throwIfAborted();
      const correlationId = newRequestId();
      try {
        const people = await this.remind.run(eventId, correlationId);
        if (people > 0) this.log.info({ event: eventId, people, correlationId }, 'reminders asked for');
      } catch (error) {
        this.log.error({ err: error, event: eventId, correlationId }, 'an event could not be reminded of');
        errors.push(error);
      }
    }
    await this.dataSource.query(
      'DELETE FROM sent_reminders WHERE on_date < now() - make_interval(days => $1)',
      [keptDays],
    );
    if (errors.length > 0) {
      throw new AggregateError(errors, `${errors.length} events could not be reminded of`);
    }
  }

  /** Events with a reminder that somebody wants and that is due; the rest is for {@link RemindOfEvent} to say. */
  private async candidates(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT DISTINCT e.id
       FROM occurrences o JOIN events e ON e.id = o.event_id
         JOIN follows f ON f.event_id = e.id OR f.series = e.series
         JOIN follow_reminders r ON r.follow_id = f.id
       WHERE o.starts > $1 AND o.cancelled_reason IS NULL AND o.when_type <> 'month' AND e.status = 'published'
         AND ((o.starts AT TIME ZONE o.zone) - make_interval(days => r.days_before)
           + CASE o.when_type WHEN 'all-day' THEN interval '9 hours' ELSE interval '0' END) AT TIME ZONE o.zone <= $1
         AND NOT EXISTS (SELECT FROM sent_reminders s WHERE s.event_id = e.id AND s.days_before = r.days_before
           AND s.on_date = (o.starts AT TIME ZONE o.zone)::date)
       ORDER BY e.id`,
      [dateOf(this.clock())],
    );
    return rows.map(({ id }) => id);
  }
}
