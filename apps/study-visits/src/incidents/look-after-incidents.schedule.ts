import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import type { Schedule } from '#messaging';
import { Transactions, type Log } from '#platform';
import { CLOCK, LOG, type Clock } from '../tokens.js';
import { usualKeepYears } from './domain/incident.js';
import { SealedEntries } from './sealed-entries.js';

/** Erases each day the incidents whose time is up, with who looked at them. */
@Injectable()
export class EraseOldIncidents implements Schedule {
  readonly name = 'erase-incidents';
  readonly every = { dailyAt: '03:40', zone: homeZone };

  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(_dueAt: Temporal.Instant): Promise<void> {
    const today = this.clock().toZonedDateTimeISO(homeZone).toPlainDate().toString();
    const erased = await this.transactions.run(async (manager) => {
      const [, rows]: [unknown, number] = await manager.query(
        `DELETE FROM incidents i USING visits v LEFT JOIN incident_settings s ON s.visit_id = v.id
         WHERE v.id = i.visit_id AND v.last_day + make_interval(years => coalesce(s.keep_years, $2)) < $1::date`,
        [today, usualKeepYears],
      );
      return rows;
    });
    if (erased > 0) this.log.info({ erased }, 'incidents of visits erased whose time is up');
  }
}

/** Each hour, and as the service starts, what older keys sealed is sealed with the first. */
@Injectable()
export class ResealIncidents implements Schedule {
  readonly name = 'reseal-incidents';
  readonly every = 60 * 60_000;

  constructor(private readonly entries: SealedEntries) {}

  run(_dueAt: Temporal.Instant): Promise<void> {
    return this.entries.reseal();
  }
}
