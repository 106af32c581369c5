import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsNull, type DataSource } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { dateOf, type Log } from '#platform';
import { homeZone } from '../domain/home-day.js';
import { ErasePerson } from '../erasing/erase-person.js';
import { newSecret } from '../secrets.js';
import { CLOCK, LOG, type Clock } from '../tokens.js';
import { cutOff, kindsKept, type KindKept } from './domain/kept.js';
import { findDormant, removeOutlived } from './remove-outlived.js';
import { RetentionRunRow } from './retention-run.entity.js';

/** People erased in one run, so that a mistake in the data cannot empty the network in one night. */
const mostErased = 200;

/** One lock for the whole table: two replicas never clear up at once. */
const lock = 7_340_112;

/** Carries out what {@link kept} promises, once a day, and leaves a report of it. */
@Injectable()
export class CarryOutRetention {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly erasePerson: ErasePerson,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /**
   * Does today's work unless it is done. Whatever of it was broken off is taken up again.
   *
   * @returns the day's report; `null` when it was done already, or another replica is at it
   */
  async run(): Promise<RetentionRunRow | null> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const [held] = (await runner.query('SELECT pg_try_advisory_lock($1) AS held', [lock])) as {
        held: boolean;
      }[];
      if (!held?.held) return null;
      try {
        return await this.runAlone();
      } finally {
        await runner.query('SELECT pg_advisory_unlock($1)', [lock]);
      }
    } finally {
      await runner.release();
    }
  }

  private async runAlone(): Promise<RetentionRunRow | null> {
    const { manager } = this.dataSource;
    const now = this.clock();
    const dueOn = now.toZonedDateTimeISO(homeZone).toPlainDate().toString();
    await manager.query(
      `INSERT INTO retention_runs (due_on, began_at, removed) VALUES ($1, $2, '{}') ON CONFLICT DO NOTHING`,
      [dueOn, dateOf(now)],
    );
    const due = await manager.findOneBy(RetentionRunRow, { dueOn, endedAt: IsNull() });
    if (!due) return null;
    const removed: Partial<Record<KindKept, number>> = {};
    for (const kind of kindsKept) {
      try {
        removed[kind] = await this.remove(kind, now, dueOn);
      } catch (error) {
        // One kind that fails must not keep the others beyond their time; the report lacks it, and the log says why.
        this.log.error({ err: error, kind }, 'retention could not be carried out');
      }
    }
    const endedAt = dateOf(this.clock());
    await manager.update(RetentionRunRow, { dueOn }, { endedAt, removed });
    this.log.info({ dueOn, ...removed }, 'retention carried out');
    return { ...due, endedAt, removed };
  }

  private async remove(kind: KindKept, now: Temporal.Instant, today: string): Promise<number> {
    const { manager } = this.dataSource;
    const before = dateOf(cutOff(kind, now));
    if (kind !== 'people') return removeOutlived(manager, kind, before);
    const dormant = await findDormant(manager, before, today, mostErased);
    for (const personId of dormant) {
      await this.erasePerson.run(null, `retention-${today}`, {
        personId,
        receipt: newSecret(),
        wantedBy: 'retention',
        reason: 'Nothing held the record any more',
      });
    }
    return dormant.length;
  }
}
