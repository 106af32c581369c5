import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { plural } from '#ui';
import { SwitchedOffRow } from '../preferences/switched-off.entity.js';
import { ErasedPersonRow } from './erased-person.entity.js';
import { lockPeopleAlone } from './people-lock.js';
import { PersonRow } from './person.entity.js';

/** Forgets a person wherever the mailer holds something of them; that there were mails stays in the log. */
@Injectable()
export class ForgetPerson {
  /** @returns what was done, in words: "3 mails made anonymous, name and address deleted" */
  async run(manager: EntityManager, id: string): Promise<string> {
    await lockPeopleAlone(manager);
    const shut = await forgetShutAddresses(manager, id);
    const mails = await forgetMails(manager, id);
    const letters = await deleteDeadLetters(manager, id);
    const choices = (await manager.delete(SwitchedOffRow, { personId: id })).affected ?? 0;
    const record = (await manager.delete(PersonRow, { id })).affected ?? 0;
    await manager.upsert(ErasedPersonRow, { id }, ['id']);
    const did = [
      `${plural(mails, 'mail')} made anonymous`,
      choices > 0 && `${plural(choices, 'choice')} of mails deleted`,
      record > 0 && 'name and address deleted',
      shut > 0 && `${plural(shut, 'address', 'addresses')} deleted that a mail server had refused`,
      letters > 0 && `${plural(letters, 'message')} deleted that could not be handled`,
    ];
    return did.filter((each) => each !== false).join(', ');
  }
}

/** What is known of addresses of theirs that a mail server has refused. Called while their mails still tell which those are. */
async function forgetShutAddresses(manager: EntityManager, personId: string): Promise<number> {
  const [deleted] = await manager.query<{ count: number }[]>(
    `WITH deleted AS (
       DELETE FROM suppressed_addresses WHERE person_id = $1 OR address IN (
         SELECT lower(to_address) FROM mails WHERE person_id = $1
         UNION SELECT lower(address) FROM people WHERE id = $1)
       RETURNING id
     )
     SELECT count(*)::int AS count FROM deleted`,
    [personId],
  );
  return deleted?.count ?? 0;
}

/** The person's mails, and those to an address of theirs that name nobody, as invitations do. */
async function forgetMails(manager: EntityManager, personId: string): Promise<number> {
  const [forgotten] = await manager.query<{ count: number }[]>(
    `WITH forgotten AS (
       UPDATE mails SET person_id = NULL, to_name = NULL, to_address = NULL, subject = NULL, html = NULL, text = NULL,
         calendar_method = NULL, calendar_content = NULL, last_answer = NULL, next_attempt_at = NULL, claim = NULL,
         claimed_until = NULL, status = CASE WHEN next_attempt_at IS NULL THEN status ELSE 'withdrawn' END
       WHERE person_id = $1 OR (person_id IS NULL AND to_address IN (
         SELECT to_address FROM mails WHERE person_id = $1 UNION SELECT address FROM people WHERE id = $1))
       RETURNING id
     ), silenced AS (
       UPDATE mail_attempts SET answer = NULL WHERE mail_id IN (SELECT id FROM forgotten)
     )
     SELECT count(*)::int AS count FROM forgotten`,
    [personId],
  );
  return forgotten?.count ?? 0;
}

/** Those that tell of the person alone; one that names many by their ids has to reach the others. */
async function deleteDeadLetters(manager: EntityManager, personId: string): Promise<number> {
  const [deleted] = await manager.query<{ count: number }[]>(
    `WITH deleted AS (
       DELETE FROM dead_letters WHERE message -> 'payload' ->> 'personId' = $1
         OR (type = 'members.person-changed.v1' AND message -> 'payload' ->> 'id' = $1)
       RETURNING id
     )
     SELECT count(*)::int AS count FROM deleted`,
    [personId],
  );
  return deleted?.count ?? 0;
}
