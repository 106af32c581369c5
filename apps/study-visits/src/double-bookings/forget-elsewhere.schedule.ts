import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import { forgetConferences, forgetShifts } from '#elsewhere';
import type { Schedule } from '#messaging';
import { Transactions, type Log } from '#platform';
import { CLOCK, LOG, type Clock } from '../tokens.js';

/** For how long it is kept who was at a conference or on a stand, in months: as long as somebody may ask about a clash. */
const keptForMonths = 1;

/** Forgets each day who was elsewhere once that is over: it stands in nobody’s way any more. */
@Injectable()
export class ForgetElsewhere implements Schedule {
  readonly name = 'forget-elsewhere';
  readonly every = { dailyAt: '03:35', zone: homeZone };

  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(_dueAt: Temporal.Instant): Promise<void> {
    const before = this.clock()
      .toZonedDateTimeISO(homeZone)
      .toPlainDate()
      .subtract({ months: keptForMonths });
    const forgotten = await this.transactions.run(async (manager) => {
      const conferences = await forgetConferences(manager, before.toString());
      const from = before.toZonedDateTime(homeZone).toInstant();
      const [, shifts]: [unknown, number] = await manager.query(forgetShifts, [from.toString()]);
      return { ...conferences, shifts };
    });
    if (forgotten.conferences + forgotten.shifts > 0)
      this.log.info(
        { forgotten },
        'conferences and shifts on stands forgotten that are over, and who was there',
      );
  }
}
