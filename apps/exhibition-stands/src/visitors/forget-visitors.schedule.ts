import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import type { Schedule } from '#messaging';
import { dateOf, Transactions, type Log } from '#platform';
import { CLOCK, LOG, type Clock } from '../tokens.js';
import { keptForMonths } from './domain/visitor.js';

/** Forgets each day who stopped by long ago, and lists that nobody confirmed. */
@Injectable()
export class ForgetVisitors implements Schedule {
  readonly name = 'forget-visitors';
  readonly every = { dailyAt: '03:45', zone: homeZone };

  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(_dueAt: Temporal.Instant): Promise<void> {
    const now = this.clock();
    const before = now.toZonedDateTimeISO(homeZone).subtract({ months: keptForMonths }).toInstant();
    const forgotten = await this.transactions.run(async (manager) => {
      const [, visitors]: [unknown, number] = await manager.query(
        `UPDATE visitors SET name = NULL, email = NULL, organisation_name = NULL, interests = NULL, consent_at = NULL,
           consent_words = NULL WHERE consent_at < $1`,
        [dateOf(before)],
      );
      const [, lists]: [unknown, number] = await manager.query(
        'DELETE FROM visitor_lists WHERE looked_at < $1',
        [dateOf(now.subtract({ hours: 24 }))],
      );
      return { visitors, lists };
    });
    if (forgotten.visitors + forgotten.lists > 0)
      this.log.info({ forgotten }, 'visitors of long ago forgotten, and lists that nobody confirmed');
  }
}
