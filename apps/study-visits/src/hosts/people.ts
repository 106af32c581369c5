import type { EntityManager } from 'typeorm';
import { counted, type Leaving, type PersonPart } from '#people';

/** Takes somebody off the contacts of hosts. */
async function forget(manager: EntityManager, { email }: Leaving): Promise<readonly string[]> {
  const [, hosts]: [unknown, number] = await manager.query(
    `UPDATE hosts SET version = version + 1, contacts = (
       SELECT coalesce(jsonb_agg(c), '[]') FROM jsonb_array_elements(contacts) c
       WHERE lower(c->>'email') IS DISTINCT FROM $1)
     WHERE EXISTS (SELECT FROM jsonb_array_elements(contacts) c WHERE lower(c->>'email') = $1)`,
    [email],
  );
  return counted(hosts, 'host no longer names them as a contact', 'hosts no longer name them as a contact');
}

/** Whom to turn to at organisations that visits go to. */
export const hostsOfPeople: PersonPart = {
  columns: [],
  held: [
    {
      key: 'hostContacts',
      title: 'Hosts of study visits that have you as a contact',
      columns: { host: 'Host', name: 'Name', role: 'For', email: 'Mail address', phone: 'Phone' },
      query: `SELECT h.name AS host, c->>'name' AS name, c->>'role' AS role, c->>'email' AS email,
          c->>'phone' AS phone
        FROM hosts h, jsonb_array_elements(h.contacts) c
        WHERE lower(c->>'email') = (SELECT lower(email) FROM people WHERE id = $1) ORDER BY h.name`,
    },
  ],
  forget,
};
