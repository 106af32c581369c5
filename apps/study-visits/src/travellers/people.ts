import type { EntityManager } from 'typeorm';
import { counted, erasedName, type Leaving, type PersonPart } from '#people';

/** That somebody of their organisation travelled stays, and counts; who it was, goes. Their link leads nowhere any more. */
async function forget(manager: EntityManager, { id, email }: Leaving): Promise<readonly string[]> {
  const [, travels]: [unknown, number] = await manager.query(
    `UPDATE travellers SET person_id = NULL, name = $3, email = NULL, phone = NULL, job_title = '',
       withdrawn_why = NULL, secret_hash = sha256(gen_random_uuid()::text::bytea), version = version + 1
     WHERE person_id = $1 OR lower(email) = $2`,
    [id, email, erasedName],
  );
  return counted(travels, 'traveller’s name replaced', 'travellers’ names replaced');
}

/** Who travels with visits. */
export const travellersOfPeople: PersonPart = {
  columns: [{ table: 'travellers', column: 'person_id' }],
  held: [
    {
      key: 'travels',
      title: 'Study visits that you travel with, or were to',
      columns: {
        visit: 'Visit',
        name: 'Your name there',
        email: 'Mail address',
        phone: 'Phone',
        jobTitle: 'What you do',
        organisation: 'For',
        status: 'State',
        why: 'Why you withdrew',
      },
      query: `SELECT v.title AS visit, t.name, t.email, t.phone, t.job_title AS "jobTitle",
          t.organisation_name AS organisation, t.status, t.withdrawn_why AS why
        FROM travellers t JOIN visits v ON v.id = t.visit_id
        WHERE t.person_id = $1 OR lower(t.email) = (SELECT lower(email) FROM people WHERE id = $1)
        ORDER BY v.first_day`,
    },
  ],
  forget,
};
