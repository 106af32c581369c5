import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import type { Schedule } from '#messaging';
import { byItself, dateOf, Transactions, type Log } from '#platform';
import { dayOf } from '../../set-up/domain/days.js';
import { CLOCK, LOG, type Clock } from '../../tokens.js';
import { ConferenceLog } from '../log/conference-log.js';
import { isDue, keptDays } from './domain/retention.js';

/** How many answers of each kind were erased, and how many files. */
export type Erased = Readonly<Record<'dietary' | 'access' | 'health' | 'files', number>>;

/** Erases answers of the special categories, and the files given with them, some time after a conference. */
@Injectable()
export class EraseAnswers implements Schedule {
  readonly name = 'erase-private-answers';
  readonly every = { dailyAt: '03:50', zone: 'Europe/London' };

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly conferenceLog: ConferenceLog,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(_dueAt: Temporal.Instant, stopping: AbortSignal): Promise<void> {
    const now = this.clock();
    for (const id of await this.candidates(now)) {
      stopping.throwIfAborted();
      if (await this.erase(id, now)) this.log.info({ conference: id }, 'private answers are erased');
    }
  }

  /** Those that may be due somewhere and are not done, or have got private answers since. */
  private async candidates(now: Temporal.Instant): Promise<string[]> {
    const latest = now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 1 }).subtract({ days: keptDays });
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT c.id FROM conferences c
       WHERE c.last_day <= $1 AND (c.answers_erased_at IS NULL OR EXISTS (
         SELECT FROM questions q JOIN answers a ON a.question_id = q.id
         WHERE q.conference_id = c.id AND (q.sensitive IS NOT NULL OR a.sensitive IS NOT NULL)))
       ORDER BY c.id`,
      [latest.toString()],
    );
    return rows.map(({ id }) => id);
  }

  private erase(id: string, now: Temporal.Instant): Promise<boolean> {
    return this.transactions.run(async (manager) => {
      const [conference] = await manager.query<{ zone: string; lastDay: string }[]>(
        'SELECT zone, last_day::text AS "lastDay" FROM conferences WHERE id = $1 FOR NO KEY UPDATE',
        [id],
      );
      // Staff may have moved it meanwhile.
      if (conference === undefined || !isDue(conference.lastDay, dayOf(now, conference.zone))) return false;
      const erased = await deleteAll(manager, id);
      await manager.query(
        'UPDATE conferences SET answers_erased_at = coalesce(answers_erased_at, $2) WHERE id = $1',
        [id, dateOf(now)],
      );
      await this.conferenceLog.record(manager, {
        conferenceId: id,
        act: 'private-answers-erased',
        details: erased,
        actor: { identity: byItself('Conference registration') },
      });
      return true;
    });
  }
}

async function deleteAll(manager: EntityManager, conferenceId: string): Promise<Erased> {
  // Files first, as some are known by the answers that name them alone.
  const [, files]: [unknown, number] = await manager.query(
    `DELETE FROM answer_files f USING questions q
     WHERE q.id = f.question_id AND q.conference_id = $1 AND (q.sensitive IS NOT NULL OR EXISTS (
       SELECT FROM answers a WHERE a.question_id = f.question_id AND a.booking_id = f.booking_id
         AND a.sensitive IS NOT NULL AND a.value ->> 'fileId' = f.id::text))`,
    [conferenceId],
  );
  const counts: { kind: 'dietary' | 'access' | 'health'; answers: number }[] = await manager.query(
    `WITH gone AS (
       DELETE FROM answers a USING questions q
       WHERE q.id = a.question_id AND q.conference_id = $1 AND (q.sensitive IS NOT NULL OR a.sensitive IS NOT NULL)
       RETURNING coalesce(a.sensitive, q.sensitive) AS kind
     )
     SELECT kind, count(*)::int AS answers FROM gone GROUP BY kind`,
    [conferenceId],
  );
  const of = (kind: string) => counts.find((each) => each.kind === kind)?.answers ?? 0;
  return { dietary: of('dietary'), access: of('access'), health: of('health'), files };
}
