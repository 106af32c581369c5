import type { EntityManager } from 'typeorm';
import { counted, erasedName, eraseNames, type Leaving, type PersonPart } from '#people';

/** A name in a visit's history, with the id that says whose it is; and as somebody to turn to, with the address. */
async function forget(manager: EntityManager, { id, name, email }: Leaving): Promise<readonly string[]> {
  const [, lines]: [unknown, number] = await manager.query(
    `UPDATE visit_history
     SET person_name = CASE WHEN person_id = $1 THEN $2 ELSE person_name END,
       actor_name = CASE WHEN actor_id = $1 THEN $2 ELSE actor_name END,
       person_id = nullif(person_id, $1), actor_id = nullif(actor_id, $1)
     WHERE person_id = $1 OR actor_id = $1`,
    [id, erasedName],
  );
  const contacts = await takeOff(manager, email);
  const marks = [email ?? '', name ?? '', ...contacts.map((contact) => contact.name)];
  for (const column of ['action', 'changes', 'reason']) {
    const where = 'cardinality($1::text[]) = 0';
    await eraseNames(
      manager,
      { table: 'visit_history', column, key: ['id'], where },
      [],
      marks.filter((mark) => mark !== ''),
    );
  }
  return [
    ...counted(lines, 'name in visits’ histories replaced', 'names in visits’ histories replaced'),
    ...counted(
      contacts.length,
      'visit no longer names them as a contact',
      'visits no longer name them as a contact',
    ),
  ];
}

/** Takes somebody off the contacts of visits: as any change of one, under its lock, with a higher version. */
async function takeOff(
  manager: EntityManager,
  email: string | null,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  if (email === null) return [];
  const found: { id: string; name: string }[] = await manager.query(
    `SELECT v.id, c->>'name' AS name FROM visits v, jsonb_array_elements(v.contacts) c
     WHERE lower(c->>'email') = $1 ORDER BY v.id`,
    [email],
  );
  for (const id of new Set(found.map((contact) => contact.id))) {
    await manager.query('SELECT lock_visit($1)', [id]);
    await manager.query(
      `UPDATE visits SET version = version + 1, changed_at = now(), contacts = (
         SELECT coalesce(jsonb_agg(c), '[]') FROM jsonb_array_elements(contacts) c
         WHERE lower(c->>'email') IS DISTINCT FROM $2)
       WHERE id = $1`,
      [id, email],
    );
  }
  return found;
}

/** What visits hold of people: who set them up, whom to turn to. */
export const visitsOfPeople: PersonPart = {
  columns: [
    { table: 'visit_history', column: 'person_id' },
    { table: 'visit_history', column: 'actor_id' },
  ],
  held: [
    {
      key: 'visitChanges',
      title: 'Study visits that you planned or changed',
      columns: {
        visit: 'Visit',
        at: 'When',
        action: 'What',
        name: 'Under the name of',
        actor: 'Done by',
      },
      query: `SELECT v.title AS visit, h.at, h.action, h.person_name AS name,
          coalesce(h.actor_name, h.person_name) AS actor
        FROM visit_history h JOIN visits v ON v.id = h.visit_id
        WHERE h.person_id = $1 OR h.actor_id = $1 ORDER BY h.at`,
    },
    {
      key: 'visitContacts',
      title: 'Study visits that name you as a contact',
      columns: { visit: 'Visit', name: 'Name', role: 'For', email: 'Mail address', phone: 'Phone' },
      query: `SELECT v.title AS visit, c->>'name' AS name, c->>'role' AS role, c->>'email' AS email,
          c->>'phone' AS phone
        FROM visits v, jsonb_array_elements(v.contacts) c
        WHERE lower(c->>'email') = (SELECT lower(email) FROM people WHERE id = $1) ORDER BY v.first_day`,
    },
  ],
  forget,
};
