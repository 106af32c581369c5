import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import type { Schedule } from '#messaging';
import { Transactions, type Log } from '#platform';
import { CLOCK, LOG, type Clock } from '../../tokens.js';

/** What stands for a name that is kept no longer. */
export const forgottenName = 'No longer kept';

/** For how long after an exhibition it is kept who was invited to its events, in months: until the same one is prepared twice more. */
export const guestsKeptFor = 24;

/**
 * Forgets each day who the guests of events of long ago were, and what their hosts were told of them. How many were invited, came
 * and were brought stays. What they may not eat is forgotten earlier, a week after the event.
 */
@Injectable()
export class ForgetGuests implements Schedule {
  readonly name = 'forget-guests';
  readonly every = { dailyAt: '03:55', zone: homeZone };

  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(_dueAt: Temporal.Instant): Promise<void> {
    const today = this.clock().toZonedDateTimeISO(homeZone).toPlainDate();
    const before = today.subtract({ months: guestsKeptFor }).toString();
    const forgotten = await this.transactions.run(async (manager) => {
      const longAgo = `IN (SELECT v.id FROM stand_events v JOIN exhibitions e ON e.id = v.exhibition_id WHERE e.last_day < $1)`;
      const [, guests]: [unknown, number] = await manager.query(
        `UPDATE event_guests SET name = $2, email = NULL, organisation_name = NULL,
           secret_hash = sha256(gen_random_uuid()::text::bytea), version = version + 1
         WHERE name <> $2 AND stand_event_id ${longAgo}`,
        [before, forgottenName],
      );
      const [, briefings]: [unknown, number] = await manager.query(
        `UPDATE stand_events SET briefing = '' WHERE briefing <> '' AND id ${longAgo}`,
        [before],
      );
      return { guests, briefings };
    });
    if (forgotten.guests + forgotten.briefings > 0)
      this.log.info({ forgotten }, 'guests of events on stands forgotten, as these are long over');
  }
}
