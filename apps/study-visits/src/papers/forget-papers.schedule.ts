import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import type { Schedule } from '#messaging';
import { Transactions, type Log } from '#platform';
import { keptForDays } from '../secrets/erase-details.js';
import { CLOCK, LOG, type Clock } from '../tokens.js';

/** Empties each day the papers of visits that are long over: they name people. That there were so many versions stays known. */
@Injectable()
export class ForgetPapers implements Schedule {
  readonly name = 'forget-papers';
  readonly every = { dailyAt: '03:35', zone: homeZone };

  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(_dueAt: Temporal.Instant): Promise<void> {
    const today = this.clock().toZonedDateTimeISO(homeZone).toPlainDate().toString();
    const papers = await this.transactions.run(async (manager) => {
      const [, emptied]: [unknown, number] = await manager.query(
        `UPDATE papers p SET content = NULL, names = '{}' FROM visits v
         WHERE v.id = p.visit_id AND p.content IS NOT NULL AND v.last_day + $2::int <= $1::date`,
        [today, keptForDays],
      );
      return emptied;
    });
    if (papers > 0) this.log.info({ papers }, 'papers of visits emptied, as the visits are long over');
  }
}
