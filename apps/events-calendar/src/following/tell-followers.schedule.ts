import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { Schedule } from '#messaging';
import { dateOf, type Log } from '#platform';
import type { CalendarSettings } from '../settings.js';
import { CLOCK, LOG, SETTINGS, type Clock } from '../tokens.js';
import { TellChanges } from './tell-changes.js';
import { TellPublications } from './tell-publications.js';

/** Notices looked up at once. */
const chunk = 100;

interface DueNotice {
  readonly id: string;
  readonly eventId: string;
  readonly why: string;
  /** The event's, as it is now. */
  readonly series: string | null;
}

/** Tells followers what is due, every few seconds. */
@Injectable()
export class TellFollowersSchedule implements Schedule {
  readonly name = 'tell-followers';
  /** Ten seconds, or less where edits are gathered for less. */
  readonly every: number;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly changes: TellChanges,
    private readonly publications: TellPublications,
    @Inject(SETTINGS) { NOTICE_WINDOW }: Pick<CalendarSettings, 'NOTICE_WINDOW'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.every = Math.min(10, Math.max(1, NOTICE_WINDOW)) * 1000;
  }

  /** @throws AggregateError with what some notices could not be told for, once the others have been */
  async run(_dueAt: Temporal.Instant, stopping: AbortSignal): Promise<void> {
    const errors: unknown[] = [];
    const told = new Set<string>();
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const due = await this.due(after);
      for (const notice of due) {
        stopping.throwIfAborted();
        try {
          await this.tell(notice, told);
        } catch (error) {
          const { id, eventId } = notice;
          this.log.error({ err: error, notice: id, event: eventId }, 'followers could not be told');
          errors.push(error);
        }
      }
      const last = due.at(-1);
      if (last === undefined || due.length < chunk) break;
      after = last.id;
    }
    if (errors.length > 0) throw new AggregateError(errors, `${errors.length} notices could not be told`);
  }

  /** @param told series of which all has been told that is new */
  private async tell({ id, eventId, why, series }: DueNotice, told: Set<string>): Promise<void> {
    if (why !== 'published') return this.changes.run(id, eventId);
    if (series !== null && told.has(series)) return;
    if (series !== null) told.add(series);
    await this.publications.run(id, series);
  }

  /** In the order of their ids, which is that in which they began, so that one that fails does not hold up the rest. */
  private due(after: string): Promise<DueNotice[]> {
    return this.dataSource.query(
      `SELECT n.id, n.event_id AS "eventId", n.why, e.series FROM notices n JOIN events e ON e.id = n.event_id
       WHERE n.told_at IS NULL AND n.due_at <= $1 AND n.id > $2 ORDER BY n.id LIMIT ${chunk}`,
      [dateOf(this.clock()), after],
    );
  }
}
