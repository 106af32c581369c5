import type { EntityManager } from 'typeorm';
import { counted, erasedName, eraseNames, type Leaving, type PersonPart } from '#people';

/** What is written of events, where names may stand. */
const texts = ['title', 'host_name', 'summary', 'briefing', 'status_reason', 'budget_note'] as const;

/** That somebody came stays as a number; who they were, and what they do not eat, goes. */
async function forget(manager: EntityManager, { id, name, email }: Leaving): Promise<readonly string[]> {
  const guests: { id: string; name: string }[] = await manager.query(
    `SELECT g.id, g.name FROM event_guests g WHERE lower(g.email) = $1`,
    [email],
  );
  const members: { id: string; name: string }[] = await manager.query(
    'SELECT id, name FROM team_members WHERE person_id = $1 OR lower(email) = $2',
    [id, email],
  );
  const ids = guests.map((guest) => guest.id);
  await manager.query('DELETE FROM guest_needs WHERE guest_id = ANY($1)', [ids]);
  await manager.query('DELETE FROM event_readers WHERE team_member_id = ANY($1)', [
    members.map((member) => member.id),
  ]);
  await manager.query(
    `UPDATE event_guests SET name = $2, email = NULL, organisation_name = NULL,
       secret_hash = sha256(gen_random_uuid()::text::bytea), version = version + 1 WHERE id = ANY($1)`,
    [ids, erasedName],
  );
  const marks = [name, email, ...[...guests, ...members].map((each) => each.name)].flatMap(
    (mark) => mark ?? [],
  );
  const known = [...new Set(marks)].filter((mark) => mark !== '' && mark !== erasedName);
  let named = 0;
  for (const column of texts) {
    const rows: { id: string }[] = await manager.query(
      `SELECT id FROM stand_events WHERE EXISTS (
         SELECT FROM unnest($1::text[]) AS mark WHERE strpos(lower(${column}), lower(mark)) > 0)`,
      [known],
    );
    const where = { table: 'stand_events', column, key: ['id'], where: 'id = ANY($1)' };
    named += await eraseNames(
      manager,
      where,
      rows.map((row) => row.id),
      known,
    );
  }
  return [
    ...counted(
      ids.length,
      'invitation to an event on a stand replaced',
      'invitations to events on stands replaced',
    ),
    ...counted(named, 'text about an event on a stand changed', 'texts about events on stands changed'),
  ];
}

/** What events on stands hold of people: who is invited, what they need, who invites. */
export const eventsOfPeople: PersonPart = {
  columns: [],
  held: [
    {
      key: 'standEventInvitations',
      title: 'Events on stands to which you are invited',
      columns: {
        event: 'Event',
        name: 'Your name there',
        status: 'Your answer',
        plusOnes: 'Whom you bring',
        dietary: 'What you do not eat',
        arrived: 'When you came',
      },
      query: `SELECT e.title AS event, g.name, g.status, g.plus_ones AS "plusOnes", n.dietary, g.arrived_at AS arrived
        FROM event_guests g JOIN stand_events e ON e.id = g.stand_event_id
        LEFT JOIN guest_needs n ON n.guest_id = g.id
        WHERE lower(g.email) = (SELECT lower(email) FROM people WHERE id = $1) ORDER BY e.starts_at`,
    },
    {
      key: 'standEventsHosted',
      title: 'Events on stands whose briefing you read',
      columns: { event: 'Event', starts: 'When' },
      query: `SELECT e.title AS event, e.starts_at AS starts FROM event_readers r
        JOIN stand_events e ON e.id = r.stand_event_id JOIN team_members t ON t.id = r.team_member_id
        WHERE t.person_id = $1 OR lower(t.email) = (SELECT lower(email) FROM people WHERE id = $1)
        ORDER BY e.starts_at`,
    },
  ],
  forget,
};
