import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import { forgetConferences, forgetTravels } from '#elsewhere';
import type { Schedule } from '#messaging';
import { Transactions, type Log } from '#platform';
import { CLOCK, LOG, type Clock } from '../tokens.js';

/** For how long it is kept who took part in a conference, in months after its last day: as long as somebody may ask about a clash. */
export const conferencesKeptFor = 1;

/**
 * Forgets each day the conferences that are over, and who took part in them, and who travelled with a study visit: they stand in
 * nobody’s way any more.
 */
@Injectable()
export class ForgetConferences implements Schedule {
  readonly name = 'forget-conferences';
  readonly every = { dailyAt: '03:35', zone: homeZone };

  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(_dueAt: Temporal.Instant): Promise<void> {
    const today = this.clock().toZonedDateTimeISO(homeZone).toPlainDate();
    const before = today.subtract({ months: conferencesKeptFor }).toString();
    const forgotten = await this.transactions.run(async (manager) => {
      const conferences = await forgetConferences(manager, before);
      const [, travels]: [unknown, number] = await manager.query(forgetTravels, [before]);
      return { ...conferences, travels };
    });
    if (forgotten.conferences + forgotten.travels > 0)
      this.log.info({ forgotten }, 'conferences and study visits forgotten that are over, and who took part');
  }
}
