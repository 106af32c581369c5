import type { EntityManager } from 'typeorm';

/** Lets the mails go that have waited for `members` to tell who the person is. The caller holds the lock of all people. */
export async function releaseWaiting(manager: EntityManager, personId: string): Promise<void> {
  await manager.query(
    `WITH released AS (
       UPDATE mails SET to_name = people.name, to_address = people.address, next_attempt_at = now()
       FROM people
       WHERE people.id = $1 AND mails.person_id = $1 AND mails.to_address IS NULL AND mails.next_attempt_at > now()
       RETURNING mails.id
     )
     SELECT pg_notify('mailer_mails', '') FROM released LIMIT 1`,
    [personId],
  );
}
