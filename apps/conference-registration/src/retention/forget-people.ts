import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dateOf, Transactions } from '#platform';
import type { Temporal } from 'temporal-polyfill';
import { CLOCK, type Clock } from '../tokens.js';
import { peopleKeptFrom } from './domain/kept-for.js';

/** What stands for a name that is kept no longer. */
export const forgottenName = 'No longer kept';

/** What was forgotten of one conference. */
export interface ForgottenPeople {
  readonly conferenceId: string;
  readonly bookings: number;
  readonly delegates: number;
}

/**
 * Forgets who booked and who came, when a conference is long over. How many came with which ticket, and what it cost, stays;
 * documents are kept longer, as tax law asks.
 */
@Injectable()
export class ForgetPeople {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param today where the network is */
  async run(today: Temporal.PlainDate, stopping: AbortSignal): Promise<readonly ForgottenPeople[]> {
    const due = await this.transactions.run((manager) => conferencesDue(manager, today));
    const forgotten: ForgottenPeople[] = [];
    for (const conferenceId of due) {
      stopping.throwIfAborted();
      forgotten.push(await this.transactions.run((manager) => this.forget(manager, conferenceId)));
    }
    return forgotten;
  }

  private async forget(manager: EntityManager, conferenceId: string): Promise<ForgottenPeople> {
    const change = async (sql: string, ...more: readonly unknown[]): Promise<number> => {
      const [, count]: [unknown, number] = await manager.query(sql, [conferenceId, ...more]);
      return count;
    };
    const ofConference = 'booking_id IN (SELECT id FROM bookings WHERE conference_id = $1)';
    for (const table of ['answers', 'answer_files', 'booking_notes']) {
      await change(`DELETE FROM ${table} WHERE ${ofConference}`);
    }
    await change(
      `UPDATE booking_history SET details = '{}', person_id = NULL, person_name = $2, actor_id = NULL, actor_name = NULL
       WHERE ${ofConference}`,
      forgottenName,
    );
    const delegates = await change(
      `UPDATE delegates SET person_id = NULL, name = $2, email = NULL, phone = NULL, job_title = NULL, secret_hash = NULL,
         status_reason = NULL, badge_organisation = NULL WHERE conference_id = $1`,
      forgottenName,
    );
    // A guest's organisation may be their own name.
    const bookings = await change(
      `UPDATE bookings SET booker_person_id = NULL, booker_name = $2, booker_email = '', booker_phone = NULL,
         secret_hash = NULL, bill_to = NULL,
         organisation_name = CASE WHEN booked_for = 'guest' THEN $2 ELSE organisation_name END
       WHERE conference_id = $1`,
      forgottenName,
    );
    await change(
      `UPDATE waiting_entries SET person_id = NULL, name = $2, email = '', secret_hash = NULL, status_reason = NULL,
         organisation_name = CASE WHEN booked_for = 'guest' THEN $2 ELSE organisation_name END
       WHERE conference_id = $1`,
      forgottenName,
    );
    await change('UPDATE conferences SET people_forgotten_at = $2 WHERE id = $1', dateOf(this.clock()));
    return { conferenceId, bookings, delegates };
  }
}

async function conferencesDue(manager: EntityManager, today: Temporal.PlainDate): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    'SELECT id FROM conferences WHERE people_forgotten_at IS NULL AND last_day < $1 ORDER BY last_day, id',
    [peopleKeptFrom(today).toString()],
  );
  return rows.map(({ id }) => id);
}
