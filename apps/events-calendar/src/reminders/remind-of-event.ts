import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { dateOf, instantOf } from '#platform';
import type { CalendarEvent, Occurrence } from '../events/domain/event.js';
import { expand } from '../events/domain/expand.js';
import { startInstant } from '../events/domain/when.js';
import { EventRow } from '../events/event.entity.js';
import { eventFromRow } from '../events/event-rows.js';
import { Compose } from '../following/compose.js';
import { shortTitle } from '../following/domain/subject-words.js';
import { TellFollowers } from '../following/tell-followers.js';
import { CLOCK, type Clock } from '../tokens.js';
import { dueReminders, type DueReminder, type ReminderChoice } from './domain/due-reminders.js';
import { reminderEmail } from './emails/reminder.email.js';
import { SentReminderRow } from './sent-reminder.entity.js';

/** Sends the reminders of one event that are due. */
@Injectable()
export class RemindOfEvent {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly followers: TellFollowers,
    private readonly compose: Compose,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * In one transaction: a process that is killed has asked for all of them, and noted that, or for none. The event stays as it
   * is meanwhile; whoever does the same at the same time waits, and then finds it done.
   *
   * @param correlationId of what is done here
   * @returns how many people are reminded
   */
  async run(eventId: string, correlationId: string): Promise<number> {
    return this.dataSource.transaction('READ COMMITTED', async (manager) => {
      const row = await manager.findOne(EventRow, {
        where: { id: eventId, status: 'published' },
        lock: { mode: 'pessimistic_write' },
      });
      if (row === null) return 0;
      const event = eventFromRow(row);
      const now = this.clock();
      const { mails, settled } = dueReminders({
        occurrences: expand(event),
        knownSince: await knownSince(manager, eventId),
        settled: await manager.findBy(SentReminderRow, { eventId }),
        choices: await choicesFor(manager, event),
        now,
      });
      const at = dateOf(now);
      await manager.insert(
        SentReminderRow,
        settled.map((each) => ({ ...each, eventId, at })),
      );
      let people = 0;
      for (const mail of mails) people += await this.send(manager, event, mail, correlationId);
      return people;
    });
  }

  private send(
    manager: EntityManager,
    event: CalendarEvent,
    { occurrence, dueAt, people }: DueReminder<Occurrence>,
    correlationId: string,
  ): Promise<number> {
    const date = onDate(event, occurrence);
    return this.followers.send(manager, {
      about: [{ event, noticeId: null }],
      why: 'reminder',
      kind: 'reminders',
      titleOf: () => `Reminder: ${shortTitle(date.title)}`,
      due: dueAt,
      neededUntil: () => startInstant(date.when),
      correlationId,
      compose: (reader) => ({
        ...reminderEmail({
          event: this.compose.inMail(date, reader),
          when: date.when,
          ...this.compose.links,
        }),
        calendar: null,
      }),
      people,
    });
  }
}

/** The event as it is on one of its dates, as if it had no others. */
function onDate(event: CalendarEvent, { when, change }: Occurrence): CalendarEvent {
  return {
    ...event,
    title: change?.title ?? event.title,
    format: change?.format ?? event.format,
    place: change?.place === undefined ? event.place : change.place,
    joining: change?.joining === undefined ? event.joining : change.joining,
    when,
    recurrence: null,
  };
}

/** When it was last said that the event takes place: as it was made, published, or put back on. */
async function knownSince(manager: EntityManager, eventId: string) {
  const [row]: { since: Date }[] = await manager.query(
    `SELECT greatest(min(at), max(at) FILTER (WHERE action IN ('published', 'reinstated'))) AS since
     FROM event_revisions WHERE event_id = $1`,
    [eventId],
  );
  return instantOf(row?.since ?? new Date(0));
}

async function choicesFor(manager: EntityManager, event: CalendarEvent): Promise<ReminderChoice[]> {
  const rows: { personId: string; daysBefore: number; since: Date }[] = await manager.query(
    `SELECT f.person_id AS "personId", r.days_before AS "daysBefore", min(r.since) AS since
     FROM follow_reminders r JOIN follows f ON f.id = r.follow_id
     WHERE f.event_id = $1 OR f.series = $2
     GROUP BY f.person_id, r.days_before ORDER BY f.person_id`,
    [event.id, event.series],
  );
  return rows.map((row) => ({ ...row, since: instantOf(row.since) }));
}
