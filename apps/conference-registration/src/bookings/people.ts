import type { EntityManager } from 'typeorm';
import { counted, erasedName, eraseNames, type Leaving, type PersonPart } from '#people';
import { bookingsHeld } from './held.js';

/** What is found of somebody in bookings. */
interface Found {
  /** Bookings that they made, take part in, or are mentioned in by their address. */
  readonly bookings: readonly string[];
  /** Names and addresses under which they stand there. */
  readonly marks: readonly string[];
}

const theirs = (id: string, email: string) => `(${id} = $1 OR lower(${email}) = $2)`;

async function find(manager: EntityManager, { id, name, email }: Leaving): Promise<Found> {
  const rows: { booking: string; name: string | null; email: string | null }[] = await manager.query(
    `SELECT id AS booking, booker_name AS name, booker_email AS email FROM bookings
       WHERE ${theirs('booker_person_id', 'booker_email')}
     UNION ALL
     SELECT booking_id, name, email FROM delegates WHERE ${theirs('person_id', 'email')}
     UNION ALL
     SELECT id, NULL, NULL FROM bookings WHERE lower(bill_to ->> 'email') = $2
     UNION ALL
     SELECT booking_id, NULL, NULL FROM booking_history WHERE strpos(lower(details::text), $2) > 0
     UNION ALL
     SELECT booking_id, NULL, NULL FROM booking_notes WHERE strpos(lower(text), $2) > 0`,
    [id, email],
  );
  const marks = [name, email, ...rows.flatMap((row) => [row.name, row.email])].flatMap((mark) => mark ?? []);
  return {
    bookings: [...new Set(rows.map(({ booking }) => booking))],
    marks: [...new Set(marks)].filter((mark) => mark !== erasedName),
  };
}

/** How many rows a statement changed. */
async function changed(manager: EntityManager, sql: string, values: readonly unknown[]): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(sql, [...values]);
  return count;
}

/** Places stay taken and bookings stay as they are, without the person: staff see that somebody is to be replaced. */
async function forget(manager: EntityManager, leaving: Leaving): Promise<readonly string[]> {
  const { id, email } = leaving;
  const { bookings, marks } = await find(manager, leaving);
  const delegates: { id: string }[] = await manager.query(
    `SELECT id FROM delegates WHERE ${theirs('person_id', 'email')}`,
    [id, email],
  );
  const theirIds = delegates.map((delegate) => delegate.id);
  const answers = await forgetAnswers(manager, leaving, theirIds);
  const booked = await changed(
    manager,
    `UPDATE bookings SET booker_person_id = NULL, booker_name = $3, booker_email = '', booker_phone = NULL,
       secret_hash = NULL, organisation_name = CASE WHEN organisation_name = booker_name THEN $3 ELSE organisation_name END,
       bill_to = CASE WHEN booked_for = 'organisation' THEN bill_to END
     WHERE ${theirs('booker_person_id', 'booker_email')}`,
    [id, email, erasedName],
  );
  const bills = await forgetInBills(manager, email, bookings, marks);
  await manager.query(
    `UPDATE delegates SET person_id = NULL, name = $2, email = NULL, phone = NULL, job_title = NULL,
       badge_organisation = NULL, secret_hash = NULL WHERE id = ANY($1)`,
    [theirIds, erasedName],
  );
  const asked =
    email === null ? 0 : await changed(manager, 'DELETE FROM guests WHERE lower(email) = $1', [email]);
  const lines = await forgetLines(manager, id, bookings, marks);
  return [
    ...counted(
      booked,
      'booking that they made has another name',
      'bookings that they made have another name',
    ),
    ...counted(
      bills,
      'address for invoices names them no longer',
      'addresses for invoices name them no longer',
    ),
    ...counted(delegates.length, 'delegate’s details removed', 'delegates’ details removed'),
    ...counted(answers, 'answer or file deleted', 'answers and files deleted'),
    ...counted(asked, 'request to book as a guest deleted', 'requests to book as a guest deleted'),
    ...counted(
      lines,
      'line of a booking’s history or notes changed',
      'lines of bookings’ histories and notes changed',
    ),
  ];
}

/** Where an organisation has its invoices sent: not to their mailbox any more, nor for their attention. */
async function forgetInBills(
  manager: EntityManager,
  email: string | null,
  bookings: readonly string[],
  marks: readonly string[],
): Promise<number> {
  const mailed = await changed(
    manager,
    `UPDATE bookings SET bill_to = jsonb_set(bill_to, '{email}', 'null') WHERE lower(bill_to ->> 'email') = $1`,
    [email],
  );
  const text = {
    table: 'bookings',
    column: 'bill_to',
    key: ['id'],
    where: 'id = ANY($1) AND bill_to IS NOT NULL',
  };
  return Math.max(mailed, await eraseNames(manager, text, bookings, marks));
}

/** What was answered for them, and about a booking that is theirs alone; with the files that were given. */
async function forgetAnswers(
  manager: EntityManager,
  { id, email }: Leaving,
  delegates: readonly string[],
): Promise<number> {
  let answers = 0;
  for (const table of ['answers', 'answer_files']) {
    answers += await changed(
      manager,
      `DELETE FROM ${table} WHERE delegate_id = ANY($3) OR (delegate_id IS NULL AND booking_id IN (
         SELECT id FROM bookings WHERE booked_for <> 'organisation' AND ${theirs('booker_person_id', 'booker_email')}))`,
      [id, email, delegates],
    );
  }
  return answers;
}

/** Their name as the one who did something, and in what else is written about the bookings that they had to do with. */
async function forgetLines(
  manager: EntityManager,
  id: string,
  bookings: readonly string[],
  marks: readonly string[],
): Promise<number> {
  let lines = 0;
  for (const [table, who, name] of [
    ['booking_history', 'person_id', 'person_name'],
    ['booking_history', 'actor_id', 'actor_name'],
    ['booking_notes', 'person_id', 'person_name'],
  ] as const) {
    lines += await changed(manager, `UPDATE ${table} SET ${who} = NULL, ${name} = $2 WHERE ${who} = $1`, [
      id,
      erasedName,
    ]);
  }
  for (const [table, column] of [
    ['booking_history', 'details'],
    // Guests are nobody whom members knows: they stand there by name alone.
    ['booking_history', 'person_name'],
    ['booking_notes', 'text'],
  ] as const) {
    const text = { table, column, key: ['id'], where: 'booking_id = ANY($1)' };
    lines += await eraseNames(manager, text, bookings, marks);
  }
  return lines;
}

/** What bookings hold of people: who booked, who takes part, who did what. */
export const bookingsOfPeople: PersonPart = {
  columns: [
    { table: 'bookings', column: 'booker_person_id' },
    { table: 'delegates', column: 'person_id' },
    { table: 'booking_history', column: 'person_id' },
    { table: 'booking_history', column: 'actor_id' },
    { table: 'booking_notes', column: 'person_id' },
  ],
  held: bookingsHeld,
  forget,
};
