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
    await change('SELECT lock_places($1)');
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
    // Whoever books for no organisation may have given their own name for one.
    const bookings = await change(
      `UPDATE bookings SET booker_person_id = NULL, booker_name = $2, booker_email = '', booker_phone = NULL,
         secret_hash = NULL, bill_to = NULL,
         organisation_name = CASE WHEN booked_for <> 'organisation' AND organisation_name <> '' THEN $2 ELSE organisation_name END
       WHERE conference_id = $1`,
      forgottenName,
    );
    await change(
      `UPDATE waiting_entries SET person_id = NULL, name = $2, email = '', secret_hash = NULL, status_reason = NULL,
         organisation_name = CASE WHEN booked_for <> 'organisation' AND organisation_name <> '' THEN $2 ELSE organisation_name END
       WHERE conference_id = $1`,
      forgottenName,
    );
    await change('DELETE FROM guests WHERE conference_id = $1');
    await forgetStaff(manager, conferenceId);
    await change('UPDATE conferences SET people_forgotten_at = $2 WHERE id = $1', dateOf(this.clock()));
    return { conferenceId, bookings, delegates };
  }
}

/** Who set the conference up and ran it, and whom to ask about it: their names in its histories, and on its page. */
async function forgetStaff(manager: EntityManager, conferenceId: string): Promise<void> {
  await manager.query(
    `UPDATE conference_log SET person_id = NULL, person_name = $2, actor_id = NULL, actor_name = NULL,
       details = CASE WHEN details ? 'subject' THEN jsonb_set(details, '{subject}', to_jsonb($2::text)) ELSE details END
     WHERE conference_id = $1`,
    [conferenceId, forgottenName],
  );
  await manager.query(
    `UPDATE conference_revisions SET person_id = NULL, person_name = $2, actor_id = NULL, actor_name = NULL,
       changes = (SELECT coalesce(jsonb_agg(change), '[]') FROM jsonb_array_elements(changes) AS change
         WHERE change ->> 'field' <> 'Contact')
     WHERE conference_id = $1`,
    [conferenceId, forgottenName],
  );
  // A higher version, so that no page that is kept ready shows the contact any more.
  await manager.query(
    `WITH changed AS (
       UPDATE conferences SET contact_name = NULL, contact_email = NULL, contact_phone = NULL, version = version + 1
       WHERE id = $1 AND coalesce(contact_name, contact_email, contact_phone) IS NOT NULL RETURNING id, version
     )
     INSERT INTO conference_revisions (conference_id, version, at, person_name, action, changes)
     SELECT id, version, now(), $2, 'conference-contact-erased', '[]' FROM changed`,
    [conferenceId, 'Retention of personal data'],
  );
}

async function conferencesDue(manager: EntityManager, today: Temporal.PlainDate): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    'SELECT id FROM conferences WHERE people_forgotten_at IS NULL AND last_day < $1 ORDER BY last_day, id',
    [peopleKeptFrom(today).toString()],
  );
  return rows.map(({ id }) => id);
}
