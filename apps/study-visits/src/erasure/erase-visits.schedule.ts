import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { homeZone } from '#checks';
import type { Schedule } from '#messaging';
import { lockPeopleForChanges } from '#people';
import { dateOf, Transactions, type Log } from '#platform';
import { keptForDays } from '../secrets/erase-details.js';
import { CLOCK, LOG, type Clock } from '../tokens.js';
import { EraseVisit } from './erase-visit.js';

/** Erases each day what is kept no longer of visits that were over, or cancelled, 30 days ago. */
@Injectable()
export class EraseVisits implements Schedule {
  readonly name = 'erase-visits';
  readonly every = { dailyAt: '03:20', zone: homeZone };

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly erase: EraseVisit,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(_dueAt: Temporal.Instant, stopping: AbortSignal): Promise<void> {
    const now = this.clock();
    const today = now.toZonedDateTimeISO(homeZone).toPlainDate().toString();
    for (const id of await this.due(today)) {
      stopping.throwIfAborted();
      const isErased = await this.transactions.run(async (manager) => {
        await lockPeopleForChanges(manager);
        return this.erase.run(manager, id, today, dateOf(now));
      });
      if (isErased) this.log.info({ visit: id }, 'what is kept no longer of a visit is erased');
    }
  }

  private async due(today: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT v.id FROM visits v
       WHERE v.status IN ('over', 'cancelled')
         AND $2::int + least(v.last_day, CASE WHEN v.status = 'cancelled' THEN v.changed_at::date END) <= $1::date
         AND NOT EXISTS (SELECT FROM visit_erasures e WHERE e.visit_id = v.id)
       ORDER BY v.last_day, v.id`,
      [today, keptForDays],
    );
    return rows.map(({ id }) => id);
  }
}
