import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import type { Schedule } from '#messaging';
import { lockPeopleForChanges } from '#people';
import { dateOf, Transactions, type Log } from '#platform';
import { CLOCK, LOG, type Clock } from '../tokens.js';
import { EraseDetails, looksKeptForMonths } from './erase-details.js';

/** Erases each day the sensitive details whose time is up, and forgets who looked long ago. */
@Injectable()
export class EraseOldDetails implements Schedule {
  readonly name = 'erase-sensitive-details';
  readonly every = { dailyAt: '03:15', zone: homeZone };

  constructor(
    private readonly transactions: Transactions,
    private readonly erase: EraseDetails,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(_dueAt: Temporal.Instant): Promise<void> {
    const now = this.clock().toZonedDateTimeISO(homeZone);
    const erased = await this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const details = await this.erase.run(manager, now.toPlainDate().toString(), dateOf(now.toInstant()));
      await manager.query('DELETE FROM sensitive_looks WHERE at < $1', [
        dateOf(now.subtract({ months: looksKeptForMonths }).toInstant()),
      ]);
      return details.length;
    });
    if (erased > 0) this.log.info({ erased }, 'sensitive details erased whose time was up');
  }
}
