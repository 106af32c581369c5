import type { EntityManager } from 'typeorm';
import { counted, erasedName, type Leaving, type PersonPart } from '#people';

/**
 * Names beside incidents go. What was written of one stays sealed for its stated time, whoever it is about: it may be needed for
 * claims (UK GDPR, article 17(3)(e)).
 */
async function forget(manager: EntityManager, { id }: Leaving): Promise<readonly string[]> {
  const [, readers]: [unknown, number] = await manager.query(
    'DELETE FROM incident_readers WHERE person_id = $1',
    [id],
  );
  let names = 0;
  for (const table of ['incident_entries', 'incident_looks']) {
    const [, rows]: [unknown, number] = await manager.query(
      `UPDATE ${table} SET person_id = NULL, person_name = $2 WHERE person_id = $1`,
      [id, erasedName],
    );
    names += rows;
  }
  return [
    ...counted(
      readers,
      'visit no longer names them for its incidents',
      'visits no longer name them for their incidents',
    ),
    ...counted(names, 'name beside incidents replaced', 'names beside incidents replaced'),
  ];
}

/** Who may read incidents, wrote of them and looked at them. What is in them is sealed, and shown by those who may read it. */
export const incidentsOfPeople: PersonPart = {
  columns: [
    { table: 'incident_readers', column: 'person_id' },
    { table: 'incident_entries', column: 'person_id' },
    { table: 'incident_looks', column: 'person_id' },
  ],
  held: [
    {
      key: 'incidentReader',
      title: 'Study visits whose incidents you may read',
      columns: { visit: 'Visit', since: 'Since' },
      query: `SELECT v.title AS visit, r.named_at AS since FROM incident_readers r
        JOIN visits v ON v.id = r.visit_id WHERE r.person_id = $1 ORDER BY r.named_at`,
    },
    {
      key: 'incidentEntries',
      title: 'What you wrote of incidents, kept sealed',
      columns: { visit: 'Visit', number: 'Number', at: 'When' },
      query: `SELECT v.title AS visit, i.number, e.at FROM incident_entries e
        JOIN incidents i ON i.id = e.incident_id JOIN visits v ON v.id = i.visit_id
        WHERE e.person_id = $1 ORDER BY e.at`,
    },
    {
      key: 'incidentLooks',
      title: 'Incidents that you looked at',
      columns: { visit: 'Visit', number: 'Number', at: 'When' },
      query: `SELECT v.title AS visit, i.number, l.at FROM incident_looks l
        JOIN incidents i ON i.id = l.incident_id JOIN visits v ON v.id = i.visit_id
        WHERE l.person_id = $1 ORDER BY l.at`,
    },
  ],
  forget,
};
