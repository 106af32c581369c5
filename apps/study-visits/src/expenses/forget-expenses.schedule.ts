import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import type { Schedule } from '#messaging';
import { lockPeopleForChanges } from '#people';
import { Transactions, type Log } from '#platform';
import { CLOCK, LOG, type Clock } from '../tokens.js';

/**
 * So many years after a visit nobody needs its receipts any more: finance is kept for six years after the end of its financial
 * year (VAT Notice 700/21), which has ended within one more.
 */
export const receiptsKeptForYears = 7;

/** What stands for a name that is kept no longer. */
const forgottenName = 'No longer kept';

/** Deletes each day receipts whose time is up, with who claimed and decided what. What was spent stays. */
@Injectable()
export class ForgetExpenses implements Schedule {
  readonly name = 'forget-expenses';
  readonly every = { dailyAt: '03:35', zone: homeZone };

  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(_dueAt: Temporal.Instant): Promise<void> {
    const today = this.clock().toZonedDateTimeISO(homeZone).toPlainDate();
    const before = today.subtract({ years: receiptsKeptForYears }).toString();
    const forgotten = await this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const old = `SELECT e.id FROM expenses e JOIN visits v ON v.id = e.visit_id
        WHERE v.last_day < $1 AND e.person_name <> $2`;
      await manager.query(`DELETE FROM expense_receipts WHERE expense_id IN (${old})`, [
        before,
        forgottenName,
      ]);
      await manager.query(`DELETE FROM expense_sharers WHERE expense_id IN (${old})`, [
        before,
        forgottenName,
      ]);
      await manager.query(
        `UPDATE expense_rates r SET stated_by_id = NULL, stated_by_name = $2
         FROM visits v WHERE v.id = r.visit_id AND v.last_day < $1`,
        [before, forgottenName],
      );
      const [, rows]: [unknown, number] = await manager.query(
        `UPDATE expenses SET traveller_id = NULL, person_id = NULL, person_name = $2, for_words = '',
           no_receipt_why = '', receipt_name = NULL, receipt_type = NULL, receipt_digest = NULL,
           decided_by_id = NULL, decided_by_name = '', refused_why = '', paid_reference = '', version = version + 1
         WHERE id IN (${old})`,
        [before, forgottenName],
      );
      return rows;
    });
    if (forgotten > 0) this.log.info({ forgotten }, 'receipts of visits deleted, as they are long over');
  }
}
