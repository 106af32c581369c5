import type { EntityManager } from 'typeorm';
import { counted, erasedName, eraseNames, type Leaving, type PersonPart } from '#people';

/** A name in an exhibition's plans, with the id or the address that says whose it is. */
async function forget(manager: EntityManager, { id, email }: Leaving): Promise<readonly string[]> {
  const [person]: { name: string }[] = await manager.query('SELECT name FROM people WHERE id = $1', [id]);
  const [, lines]: [unknown, number] = await manager.query(
    `UPDATE exhibition_history
     SET person_name = CASE WHEN person_id = $1 THEN $2 ELSE person_name END,
       actor_name = CASE WHEN actor_id = $1 THEN $2 ELSE actor_name END,
       person_id = nullif(person_id, $1), actor_id = nullif(actor_id, $1)
     WHERE person_id = $1 OR actor_id = $1`,
    [id, erasedName],
  );
  const [, tasks]: [unknown, number] = await manager.query(
    `UPDATE exhibition_tasks
     SET owner_name = CASE WHEN owner_person_id = $1 THEN NULL ELSE owner_name END,
       done_by_name = CASE WHEN done_by = $1 THEN $2 ELSE done_by_name END,
       owner_person_id = nullif(owner_person_id, $1), done_by = nullif(done_by, $1), version = version + 1
     WHERE owner_person_id = $1 OR done_by = $1`,
    [id, erasedName],
  );
  const contacts = await takeOff(manager, email);
  const marks = [email ?? '', person?.name ?? '', ...contacts.map(({ name }) => name)];
  await eraseWords(
    manager,
    marks.filter((mark) => mark !== ''),
  );
  return [
    ...counted(lines, 'name in exhibitions’ histories replaced', 'names in exhibitions’ histories replaced'),
    ...counted(
      tasks,
      'task of an exhibition names them no longer',
      'tasks of exhibitions name them no longer',
    ),
    ...counted(
      contacts.length,
      'exhibition no longer names them as a contact',
      'exhibitions no longer name them as a contact',
    ),
  ];
}

/** Where staff write words about the plans. */
const words = [
  ['exhibition_history', 'action'],
  ['exhibition_history', 'changes'],
  ['exhibition_history', 'reason'],
  ['exhibition_tasks', 'title'],
  ['exhibition_tasks', 'note'],
  ['exhibition_costs', 'description'],
  ['exhibition_documents', 'note'],
] as const;

/** Those of any exhibition may name them: they may have been a contact of it, or had a task, that went to somebody else long ago. */
async function eraseWords(manager: EntityManager, marks: readonly string[]): Promise<void> {
  const where = 'cardinality($1::text[]) = 0';
  for (const [table, column] of words) {
    await eraseNames(manager, { table, column, key: ['id'], where }, [], marks);
  }
}

/** Takes somebody off the contacts of exhibitions: as any change of one, under its lock, with a higher version. */
async function takeOff(
  manager: EntityManager,
  email: string | null,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  if (email === null) return [];
  const found: { id: string; name: string }[] = await manager.query(
    `SELECT e.id, c->>'name' AS name FROM exhibitions e, jsonb_array_elements(e.contacts) c
     WHERE lower(c->>'email') = $1 ORDER BY e.id`,
    [email],
  );
  for (const id of new Set(found.map((contact) => contact.id))) {
    await manager.query('SELECT lock_exhibition($1)', [id]);
    await manager.query(
      `UPDATE exhibitions SET version = version + 1, changed_at = now(), contacts = (
         SELECT coalesce(jsonb_agg(c), '[]') FROM jsonb_array_elements(contacts) c
         WHERE lower(c->>'email') IS DISTINCT FROM $2)
       WHERE id = $1`,
      [id, email],
    );
  }
  return found;
}

/** What exhibitions and their plans hold of people: who wrote them, who does what, whom to turn to. */
export const plansOfPeople: PersonPart = {
  columns: [
    { table: 'exhibition_history', column: 'person_id' },
    { table: 'exhibition_history', column: 'actor_id' },
    { table: 'exhibition_tasks', column: 'owner_person_id' },
    { table: 'exhibition_tasks', column: 'done_by' },
  ],
  held: [
    {
      key: 'exhibitionChanges',
      title: 'Exhibitions that you planned or changed',
      columns: {
        exhibition: 'Exhibition',
        at: 'When',
        action: 'What',
        name: 'Under the name of',
        actor: 'Done by',
      },
      query: `SELECT e.title AS exhibition, h.at, h.action, h.person_name AS name,
          coalesce(h.actor_name, h.person_name) AS actor
        FROM exhibition_history h JOIN exhibitions e ON e.id = h.exhibition_id
        WHERE h.person_id = $1 OR h.actor_id = $1 ORDER BY h.at`,
    },
    {
      key: 'exhibitionTasks',
      title: 'Tasks for exhibitions that are yours, or that you did',
      columns: { exhibition: 'Exhibition', task: 'Task', due: 'By', done: 'Done' },
      query: `SELECT e.title AS exhibition, t.title AS task, t.due_on::text AS due, t.done_at AS done
        FROM exhibition_tasks t JOIN exhibitions e ON e.id = t.exhibition_id
        WHERE t.owner_person_id = $1 OR t.done_by = $1 ORDER BY t.due_on`,
    },
    {
      key: 'exhibitionContacts',
      title: 'Exhibitions that name you as a contact',
      columns: { exhibition: 'Exhibition', name: 'Name', role: 'For', email: 'Mail address', phone: 'Phone' },
      query: `SELECT e.title AS exhibition, c->>'name' AS name, c->>'role' AS role, c->>'email' AS email,
          c->>'phone' AS phone
        FROM exhibitions e, jsonb_array_elements(e.contacts) c
        WHERE lower(c->>'email') = (SELECT lower(email) FROM people WHERE id = $1) ORDER BY e.first_day`,
    },
  ],
  forget,
};
