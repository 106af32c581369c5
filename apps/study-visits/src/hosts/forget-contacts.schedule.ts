import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import type { Schedule } from '#messaging';
import { Transactions, type Log } from '#platform';
import { interpretersKeptFor } from '../interpreters/domain/interpreter.js';
import { CLOCK, LOG, type Clock } from '../tokens.js';
import { contactsKeptFor } from './domain/host.js';

/** What stands for a name that is kept no longer. */
export const forgottenName = 'No longer kept';

/**
 * Forgets each day people of outside whom no visit has gone to for long: the contacts of hosts, and interpreters. The time runs
 * from the last visit, or from when somebody last wrote what is known of them.
 */
@Injectable()
export class ForgetOutsiders implements Schedule {
  readonly name = 'forget-outsiders';
  readonly every = { dailyAt: '03:25', zone: homeZone };

  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(_dueAt: Temporal.Instant): Promise<void> {
    const today = this.clock().toZonedDateTimeISO(homeZone).toPlainDate();
    const forgotten = await this.transactions.run(async (manager) => {
      const [, hosts]: [unknown, number] = await manager.query(
        `UPDATE hosts h SET contacts = '[]', version = version + 1
         WHERE contacts <> '[]' AND changed_at < $1::date AND NOT EXISTS (
           SELECT FROM itinerary_items i JOIN visits v ON v.id = i.visit_id
           WHERE i.host_id = h.id AND v.last_day >= $1)`,
        [today.subtract({ months: contactsKeptFor }).toString()],
      );
      const [, interpreters]: [unknown, number] = await manager.query(
        `UPDATE interpreters r SET name = $2, email = NULL, phone = NULL, notes = '', version = version + 1
         WHERE name <> $2 AND changed_at < $1::date AND NOT EXISTS (
           SELECT FROM interpreter_bookings b JOIN itinerary_items i ON i.id = b.item_id
             JOIN visits v ON v.id = i.visit_id
           WHERE b.interpreter_id = r.id AND v.last_day >= $1)`,
        [today.subtract({ months: interpretersKeptFor }).toString(), forgottenName],
      );
      return { hosts, interpreters };
    });
    if (forgotten.hosts + forgotten.interpreters > 0)
      this.log.info(
        { forgotten },
        'contacts of hosts and interpreters forgotten, as their visits are long over',
      );
  }
}
