import type { HeldKind } from '#platform';

/** Theirs by their id, or by the address that `members` knows of them. */
const theirs = (id: string, email: string) =>
  `(${id} = $1 OR lower(${email}) = (SELECT lower(email) FROM people WHERE id = $1))`;

/** What bookings show people of what is held on them. */
export const bookingsHeld: readonly HeldKind[] = [
  {
    key: 'bookings',
    title: 'Bookings that you made',
    columns: {
      reference: 'Reference',
      conference: 'Conference',
      organisation: 'For',
      status: 'State',
      name: 'Your name there',
      email: 'Mail address',
      phone: 'Phone',
      at: 'When',
    },
    query: `SELECT b.reference, c.title AS conference, b.organisation_name AS organisation, b.status,
        b.booker_name AS name, b.booker_email AS email, b.booker_phone AS phone, b.created_at AS at
      FROM bookings b JOIN conferences c ON c.id = b.conference_id
      WHERE ${theirs('b.booker_person_id', 'b.booker_email')} ORDER BY b.created_at`,
  },
  {
    key: 'delegates',
    title: 'Conferences that you are registered for',
    columns: {
      conference: 'Conference',
      status: 'State',
      name: 'Your name there',
      email: 'Mail address',
      phone: 'Phone',
      jobTitle: 'Job title',
      organisation: 'Organisation on the badge',
    },
    query: `SELECT c.title AS conference, d.status, d.name, d.email, d.phone, d.job_title AS "jobTitle",
        d.badge_organisation AS organisation
      FROM delegates d JOIN conferences c ON c.id = d.conference_id
      WHERE ${theirs('d.person_id', 'd.email')} ORDER BY c.first_day, d.id`,
  },
  {
    key: 'answers',
    title: 'What you, or somebody for you, answered there',
    columns: { conference: 'Conference', question: 'Question', answer: 'Answer' },
    query: `SELECT c.title AS conference, q.label AS question,
        CASE jsonb_typeof(a.value) WHEN 'string' THEN a.value #>> '{}' ELSE a.value::text END AS answer
      FROM answers a JOIN delegates d ON d.id = a.delegate_id JOIN questions q ON q.id = a.question_id
        JOIN conferences c ON c.id = d.conference_id
      WHERE ${theirs('d.person_id', 'd.email')} ORDER BY c.first_day, q.position`,
  },
  {
    key: 'answerFiles',
    title: 'Files that were given with these answers',
    columns: { conference: 'Conference', file: 'File', at: 'When' },
    query: `SELECT c.title AS conference, f.name AS file, f.uploaded_at AS at
      FROM answer_files f JOIN delegates d ON d.id = f.delegate_id JOIN conferences c ON c.id = d.conference_id
      WHERE ${theirs('d.person_id', 'd.email')} ORDER BY f.uploaded_at`,
  },
  {
    key: 'guestRequests',
    title: 'Requests to book as a guest',
    columns: {
      conference: 'Conference',
      name: 'Your name there',
      email: 'Mail address',
      organisation: 'For',
      at: 'When',
      network: 'From',
    },
    query: `SELECT c.title AS conference, g.name, g.email, g.organisation_name AS organisation, g.asked_at AS at, g.network
      FROM guests g JOIN conferences c ON c.id = g.conference_id
      WHERE lower(g.email) = (SELECT lower(email) FROM people WHERE id = $1) ORDER BY g.asked_at`,
  },
  {
    key: 'bookingHistory',
    title: 'What you did with bookings',
    columns: { reference: 'Booking', at: 'When', act: 'What', name: 'Under the name of', actor: 'Done by' },
    query: `SELECT b.reference, h.at, h.act, h.person_name AS name, coalesce(h.actor_name, h.person_name) AS actor
      FROM booking_history h JOIN bookings b ON b.id = h.booking_id
      WHERE h.person_id = $1 OR h.actor_id = $1 ORDER BY h.at`,
  },
  {
    key: 'bookingNotes',
    title: 'Notes on bookings that you wrote',
    columns: { reference: 'Booking', at: 'When', text: 'Note' },
    query: `SELECT b.reference, n.at, n.text FROM booking_notes n JOIN bookings b ON b.id = n.booking_id
      WHERE n.person_id = $1 ORDER BY n.at`,
  },
];
