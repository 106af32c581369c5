import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import type { Schedule } from '#messaging';
import { dateOf, Transactions } from '#platform';
import { CLOCK, type Clock } from '../../tokens.js';
import { wordsKeptForMonths } from '../domain/feedback.js';

/** Deletes each day what people said long ago, and who said it. How many gave which mark stays. */
@Injectable()
export class ForgetFeedback implements Schedule {
  readonly name = 'forget-feedback';
  readonly every = { dailyAt: '03:50', zone: homeZone };

  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(_dueAt: Temporal.Instant): Promise<void> {
    const before = this.clock().toZonedDateTimeISO(homeZone).subtract({ months: wordsKeptForMonths });
    return this.transactions.run(async (manager) => {
      await manager.query(
        `UPDATE stand_feedback SET team_member_id = NULL, went_well = '', to_change = '', may_quote = false,
           version = version + 1
         WHERE (team_member_id IS NOT NULL OR went_well <> '' OR to_change <> '') AND answered_at < $1`,
        [dateOf(before.toInstant())],
      );
      // Their links lead nowhere from then on.
      await manager.query(
        'UPDATE thanks SET secret_hash = NULL WHERE secret_hash IS NOT NULL AND sent_at < $1',
        [dateOf(before.toInstant())],
      );
    });
  }
}
