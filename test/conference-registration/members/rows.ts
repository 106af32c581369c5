import { randomUUID } from 'node:crypto';
import type { Telling } from '../../events-calendar/read-model/telling.js';

/** Somebody, in every place that conference registration has for people. */
export interface Traced {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/**
 * Writes somebody into every table that holds people: as the one who booked, takes part, travels, answered, waits, noted something,
 * wrote the conference, is its contact, and recorded a payment.
 *
 * @returns the booking's id
 */
export async function addTraces(query: Telling['query'], { id, name, email }: Traced): Promise<string> {
  const [conference, ticket, booking, delegate, question, customer] = Array.from({ length: 6 }, () =>
    randomUUID(),
  );
  const insert = (table: string, row: Readonly<Record<string, unknown>>) => {
    const columns = Object.keys(row);
    return query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(row),
    );
  };
  const at = '2027-01-04T09:00:00Z';
  await insert('conferences', {
    id: conference,
    slug: `c-${conference}`,
    title: 'Annual Conference 2027',
    first_day: '2027-06-01',
    last_day: '2027-06-02',
    zone: 'Europe/London',
    summary: '',
    description: '',
    contact_name: name,
    contact_email: email.toUpperCase(),
    contact_phone: '01234 567890',
    terms: '',
    payment_days: 30,
    offer_working_days: 3,
    status: 'open',
    version: 1,
    created_at: at,
    changed_at: at,
  });
  await insert('conference_revisions', {
    conference_id: conference,
    version: 1,
    at,
    person_id: id,
    person_name: name,
    actor_id: id,
    actor_name: name,
    action: 'created',
    changes: JSON.stringify([{ field: 'Contact', before: '', after: `${name}, ${email}` }]),
  });
  await insert('ticket_types', {
    id: ticket,
    conference_id: conference,
    position: 1,
    kind: 'ticket',
    name: 'Both days',
    description: '',
    format: 'in-person',
    vat_basis_points: 2000,
    hidden: false,
    least: 0,
    needs_approval: false,
  });
  await insert('questions', {
    id: question,
    conference_id: conference,
    position: 1,
    asked_of: 'delegate',
    kind: 'text',
    label: 'Anything that you cannot eat?',
    required: false,
    sensitive: 'dietary',
    asks_approval: false,
  });
  await insert('bookings', {
    id: booking,
    reference: `CN-${String(booking).slice(0, 6)}`,
    conference_id: conference,
    status: 'confirmed',
    booked_for: 'self',
    organisation_name: name,
    category: 'non-member',
    booker_person_id: id,
    booker_name: name,
    booker_email: email,
    booker_phone: '01234 567890',
    bill_to: JSON.stringify({ name, address: '1 High Street', email }),
    version: 1,
    created_at: at,
  });
  // Registered by somebody who knew their address, and not who they are.
  await insert('delegates', {
    id: delegate,
    booking_id: booking,
    conference_id: conference,
    number: 1,
    status: 'confirmed',
    name,
    email: email.toUpperCase(),
    phone: '01234 567890',
    job_title: 'Clerk',
    version: 1,
  });
  await insert('delegates', {
    id: randomUUID(),
    booking_id: booking,
    conference_id: conference,
    number: 2,
    status: 'confirmed',
    person_id: id,
    name,
    version: 1,
  });
  const answer = { question_id: question, booking_id: booking };
  await insert('answers', {
    ...answer,
    subject_id: delegate,
    delegate_id: delegate,
    sensitive: 'dietary',
    value: JSON.stringify('No nuts'),
  });
  await insert('answers', { ...answer, subject_id: booking, value: JSON.stringify(`Ask ${name}`) });
  await insert('answer_files', {
    id: randomUUID(),
    ...answer,
    delegate_id: delegate,
    name: `${name}.pdf`,
    media_type: 'application/pdf',
    content: Buffer.from(name),
    uploaded_at: at,
  });
  await insert('booking_history', {
    id: randomUUID(),
    booking_id: booking,
    at,
    act: 'name-changed',
    details: JSON.stringify({ from: 'Cy Nobody', to: name }),
    person_id: id,
    person_name: name,
    actor_id: id,
    actor_name: name,
    request_id: 'r',
  });
  await insert('conference_log', {
    id: randomUUID(),
    conference_id: conference,
    at,
    act: 'mail-sent',
    details: JSON.stringify({ subject: `${name} speaks on Tuesday`, readers: 3, to: 'delegates' }),
    person_id: id,
    person_name: name,
    actor_id: id,
    actor_name: name,
  });
  await insert('booking_notes', {
    id: randomUUID(),
    booking_id: booking,
    at,
    text: `${name} rang: use ${email}.`,
    person_id: id,
    person_name: name,
  });
  await insert('guests', {
    id: randomUUID(),
    conference_id: conference,
    secret_hash: Buffer.from(String(booking)),
    name,
    email,
    organisation_name: name,
    wanted: '{}',
    asked_at: at,
  });
  await insert('waiting_entries', {
    id: randomUUID(),
    conference_id: conference,
    ticket_type_id: ticket,
    number: 1,
    wanted: 1,
    all_together: false,
    status: 'waiting',
    blocked_by: [],
    booked_for: 'self',
    organisation_name: name,
    category: 'non-member',
    person_id: id,
    name,
    email,
    joined_at: at,
  });
  await insert('customers', { id: customer, booking_id: booking, name: 'Example Council' });
  await insert('payments', {
    id: randomUUID(),
    customer_id: customer,
    direction: 'in',
    on_date: '2027-02-01',
    pence: 23_400,
    method: 'transfer',
    reference: 'INV-00001',
    note: '',
    recorded_at: at,
    recorded_by_id: id,
    recorded_by_name: name,
    undone_by_id: id,
    undone_by_name: name,
  });
  // They look after one place on a study visit, and somebody looks after theirs, with their address for invoices.
  const charge = {
    visit_id: randomUUID(),
    visit_title: 'Study visit to Mondragón',
    visit_path: '/visits/mondragon',
    first_day: '2027-03-11',
    last_day: '2027-03-16',
    traveller_id: randomUUID(),
    kind: 'deposit',
    net_pence: 20_000,
    asked_at: at,
  };
  await insert('visit_charges', {
    ...charge,
    id: randomUUID(),
    traveller_name: 'Cy Nobody',
    organisation_id: randomUUID(),
    organisation_name: 'Example Council',
    contact_person_id: id,
    contact_name: name,
    contact_email: email.toUpperCase(),
    bill_to: JSON.stringify({ name: `Finance, for ${name}`, address: '1 High Street', email }),
  });
  await insert('visit_charges', {
    ...charge,
    id: randomUUID(),
    traveller_person_id: id,
    traveller_name: name,
    organisation_name: '',
    contact_name: 'Cy Nobody',
    contact_email: 'cy@example.org',
    bill_to: JSON.stringify({ name, address: '1 High Street', email }),
  });
  await insert('known_travels', {
    id: randomUUID(),
    person_id: id,
    visit_id: randomUUID(),
    visit_title: 'Study visit to Mondragón',
    first_day: '2027-03-11',
    last_day: '2027-03-16',
    zone: 'Europe/Madrid',
    version: 1,
  });
  await insert('stand_shifts', {
    id: randomUUID(),
    person_id: id,
    exhibition_id: randomUUID(),
    exhibition_title: 'Labour Party Conference 2027',
    starts_at: at,
    ends_at: '2027-01-04T10:00:00Z',
    zone: 'Europe/London',
    walking_minutes: 10,
    version: 1,
  });
  return String(booking);
}
