import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { dateOf } from '#platform';
import { datesOf, type EventFacts } from '../events/domain/event-facts.js';
import { isPast } from '../events/domain/when.js';
import { copyReminders } from '../reminders/reminders.js';
import type { CalendarSettings } from '../settings.js';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';
import { dueAt } from './domain/notice.js';
import { lockNotices } from './event-lock.js';
import { NoticeRow } from './notice.entity.js';

/**
 * Notes that those who follow a series are to be told of a new event in it, after as long a while as of edits, together with
 * what else is new in it: all of it when the first of it is due.
 */
@Injectable()
export class NotePublication {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<CalendarSettings, 'NOTICE_WINDOW'>,
  ) {}

  /** @param continues the event whose later dates it takes over: whoever follows that follows this one too */
  async run(
    manager: EntityManager,
    {
      after,
      continues,
      correlationId,
    }: { after: EventFacts; continues: string | null; correlationId: string },
  ): Promise<void> {
    const now = this.clock();
    await lockNotices(manager, after.id);
    if (continues !== null) await this.copyFollows(manager, continues, after.id);
    if (after.status !== 'published' || datesOf(after).every(({ when }) => isPast(when, now))) return;
    if (!(await this.hasReaders(manager, after, continues))) return;
    await manager
      .createQueryBuilder()
      .insert()
      .into(NoticeRow)
      .values({
        id: uuidv7(),
        eventId: after.id,
        why: 'published',
        bases: [],
        edits: 1,
        urgent: false,
        firstAt: dateOf(now),
        dueAt: await this.dueAt(manager, after.series, now),
        correlationId,
        continuedBy: null,
        fromVersion: 0,
        toVersion: after.version,
        toldAt: null,
      })
      .orIgnore()
      .execute();
  }

  /** When it is told: as usual, or with what else is new in the series and is told earlier. */
  private async dueAt(manager: EntityManager, series: string | null, now: Temporal.Instant): Promise<Date> {
    const [row]: { due: Date | null }[] = await manager.query(
      `SELECT min(n.due_at) AS due FROM notices n JOIN events e ON e.id = n.event_id
       WHERE n.why = 'published' AND n.told_at IS NULL AND e.series = $1`,
      [series],
    );
    const usual = dateOf(dueAt(now, now, { window: this.settings.NOTICE_WINDOW, urgent: false }));
    return row?.due && row.due < usual ? row.due : usual;
  }

  private async copyFollows(manager: EntityManager, from: string, to: string): Promise<void> {
    await manager.query(
      `INSERT INTO follows (id, person_id, event_id, known_version, since)
       SELECT gen_random_uuid(), person_id, $2, 0, since FROM follows WHERE event_id = $1
       ON CONFLICT (person_id, event_id) DO NOTHING`,
      [from, to],
    );
    await copyReminders(manager, from, to);
  }

  private async hasReaders(
    manager: EntityManager,
    { id, series }: EventFacts,
    continues: string | null,
  ): Promise<boolean> {
    const [row]: { some: boolean }[] = await manager.query(
      `SELECT EXISTS (SELECT FROM follows WHERE series = $2) OR ($3 AND EXISTS (SELECT FROM follows WHERE event_id = $1))
       AS some`,
      [id, series, continues !== null],
    );
    return row?.some === true;
  }
}
