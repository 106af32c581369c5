import type { EntityManager } from 'typeorm';
import { counted, erasedName, eraseNames, type Leaving, type PersonPart } from '#people';

interface Contact {
  readonly id: string;
  readonly name: string | null;
}

async function forget(manager: EntityManager, { id, email }: Leaving): Promise<readonly string[]> {
  const contacts = email === null ? [] : await takeOff(manager, email);
  const lines = await manager.query<[unknown, number]>(
    `UPDATE conference_revisions
     SET person_name = CASE WHEN person_id = $1 THEN $2 ELSE person_name END,
       actor_name = CASE WHEN actor_id = $1 THEN $2 ELSE actor_name END,
       person_id = nullif(person_id, $1), actor_id = nullif(actor_id, $1)
     WHERE person_id = $1 OR actor_id = $1`,
    [id, erasedName],
  );
  return [
    ...counted(
      lines[1],
      'name in conferences’ histories replaced',
      'names in conferences’ histories replaced',
    ),
    ...counted(
      contacts.length,
      'conference no longer names them as its contact',
      'conferences no longer name them as their contact',
    ),
  ];
}

/** Takes somebody off the conferences that name them as the one to ask, and out of what their histories say of that. */
async function takeOff(manager: EntityManager, email: string): Promise<readonly Contact[]> {
  const contacts: Contact[] = await manager.query(
    'SELECT id, contact_name AS name FROM conferences WHERE lower(contact_email) = $1 ORDER BY id',
    [email],
  );
  const ids = contacts.map((contact) => contact.id);
  for (const id of ids) {
    // As any change of a conference: under its lock, with a higher version, so that no page shows the name any more.
    await manager.query('SELECT lock_places($1)', [id]);
    await manager.query(
      `WITH changed AS (
         UPDATE conferences SET contact_name = NULL, contact_email = NULL, contact_phone = NULL, version = version + 1,
           changed_at = now()
         WHERE id = $1 RETURNING id, version
       )
       INSERT INTO conference_revisions (conference_id, version, at, person_name, action, changes)
       SELECT id, version, now(), 'Erasure of personal data', 'conference-contact-erased', '[]' FROM changed`,
      [id],
    );
  }
  const marks = [email, ...contacts.map(({ name }) => name ?? '')];
  const changes = {
    table: 'conference_revisions',
    column: 'changes',
    key: ['conference_id', 'version'],
    where: 'conference_id = ANY($1)',
  };
  await eraseNames(manager, changes, ids, marks);
  return contacts;
}

/** What conferences hold of people: who wrote them, and whom to ask. */
export const conferencesOfPeople: PersonPart = {
  columns: [
    { table: 'conference_revisions', column: 'person_id' },
    { table: 'conference_revisions', column: 'actor_id' },
  ],
  held: [
    {
      key: 'conferenceChanges',
      title: 'Conferences that you wrote or changed',
      columns: {
        conference: 'Conference',
        at: 'When',
        action: 'What',
        name: 'Under the name of',
        actor: 'Done by',
      },
      query: `SELECT c.title AS conference, r.at, r.action, r.person_name AS name,
          coalesce(r.actor_name, r.person_name) AS actor
        FROM conference_revisions r JOIN conferences c ON c.id = r.conference_id
        WHERE r.person_id = $1 OR r.actor_id = $1 ORDER BY r.at`,
    },
    {
      key: 'conferenceContacts',
      title: 'Conferences that name you as the one to ask',
      columns: { conference: 'Conference', name: 'Name', email: 'Mail address', phone: 'Phone' },
      query: `SELECT title AS conference, contact_name AS name, contact_email AS email, contact_phone AS phone
        FROM conferences WHERE lower(contact_email) = (SELECT lower(email) FROM people WHERE id = $1) ORDER BY first_day`,
    },
  ],
  forget,
};
