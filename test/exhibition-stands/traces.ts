import { randomUUID } from 'node:crypto';
import type { Telling } from '../events-calendar/read-model/telling.js';
import { addExhibition, addMember, addOwnShift, insert } from './rows.js';

type Query = Telling['query'];

/** Somebody, and where their traces are to be. */
export interface Traced {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

interface There extends Traced {
  readonly exhibition: string;
  /** In its team. */
  readonly member: string;
}

const at = '2027-09-01T09:00:00Z';

/** What each feature has of somebody. Whoever adds a table with people in it adds a row here. */
const features: readonly ((query: Query, there: There) => Promise<unknown>)[] = [
  async (query, { exhibition, member, name, email }) => {
    await addMember(query, await addExhibition(query), { name, email: email.toUpperCase() });
    const shift = { from: '2027-09-26T09:00:00Z', until: '2027-09-26T10:00:00Z' };
    await addOwnShift(query, exhibition, member, shift);
    await insert(query, 'availability', {
      team_member_id: member,
      starts_at: '2027-09-26T09:00:00Z',
      ends_at: '2027-09-26T17:00:00Z',
      kind: 'unavailable',
      why: `${name}’s fringe`,
    });
  },
  (query, { exhibition, member, name }) =>
    query(
      `INSERT INTO passes (team_member_id, day, exhibition_id, status, reason, changed_at)
       VALUES ($1, '2027-09-26', $2, 'refused', $3, $4)`,
      [member, exhibition, `${name} sent no photo`, at],
    ),
  async (query, { exhibition, member, id, name }) => {
    const shift = randomUUID();
    await insert(query, 'drop_outs', {
      exhibition_id: exhibition,
      team_member_id: member,
      shift_id: shift,
      at,
      reason: `${name} is ill`,
      by_staff: false,
    });
    const request = await insert(query, 'cover_requests', {
      exhibition_id: exhibition,
      shift_id: shift,
      mode: 'all',
      minutes: 30,
      status: 'closed',
      asked_at: at,
      asked_by: id,
      ended_at: at,
    });
    await insert(query, 'cover_asks', {
      request_id: request,
      team_member_id: member,
      rank: 1,
      state: 'waiting',
      secret_hash: Buffer.from(randomUUID()),
    });
  },
  async (query, { exhibition, member, id, name }) => {
    const other = await addMember(query, exhibition, { name: 'Somebody Else', email: null });
    const asked = {
      exhibition_id: exhibition,
      assignment_id: randomUUID(),
      shift_id: randomUUID(),
      starts_at: '2027-09-26T09:00:00Z',
      ends_at: '2027-09-26T10:00:00Z',
      label: '',
      asked_at: at,
    };
    await insert(query, 'swaps', {
      ...asked,
      asker_id: member,
      other_id: other,
      note: `${name} arrives late`,
      status: 'refused',
      ended_at: at,
      decided_by: id,
      decided_name: name,
      reason: `${name} is needed`,
    });
    await insert(query, 'swaps', {
      ...asked,
      asker_id: other,
      other_id: member,
      note: `Dear ${name}, could you?`,
      status: 'lapsed',
      lapsed_why: 'gone',
      reason: '',
    });
  },
  (query, { exhibition, id, name }) =>
    insert(query, 'rotas', {
      exhibition_id: exhibition,
      number: 1,
      published_at: at,
      published_by: id,
      overrides: JSON.stringify([{ rule: 'no-pass', reason: `${name} has it at the desk` }]),
    }),
  (query, { id }) =>
    insert(query, 'known_delegates', { conference_id: randomUUID(), person_id: id, version: 1 }),
  (query, { exhibition, id }) =>
    insert(query, 'fills', {
      exhibition_id: exhibition,
      status: 'done',
      asked_by: id,
      asked_at: at,
      seconds: 60,
      attempts: 1,
      finished_at: at,
    }),
  (query, { id }) => insert(query, 'program_searches', { person_id: id, began_at: at, most_seconds: 60 }),
  (query, { exhibition, id, name }) =>
    query(
      `INSERT INTO draft_steps (exhibition_id, number, at, person_id, person_name, act, changes)
       VALUES ($1, 1, $2, $3, $4, 'put', '{}')`,
      [exhibition, at, id, name],
    ),
  (query, { exhibition, id, name }) =>
    insert(query, 'exhibition_history', {
      exhibition_id: exhibition,
      version: 1,
      at,
      person_id: id,
      person_name: name,
      actor_id: id,
      actor_name: name,
      action: 'edited',
      changes: JSON.stringify([{ field: 'contacts', to: name }]),
    }),
  (query, { exhibition, id, name }) =>
    insert(query, 'exhibition_tasks', {
      exhibition_id: exhibition,
      kind: 'passes',
      title: 'Apply for the passes',
      due_on: '2027-07-01',
      owner_person_id: id,
      owner_name: name,
      note: '',
      done_at: at,
      done_by: id,
      done_by_name: name,
      version: 1,
    }),
  async (query, { exhibition, id, name, email }) => {
    const [from, to] = await Promise.all(
      ['Office', `${name}’s car`].map((place) =>
        insert(query, 'stock_places', { code: randomUUID(), name: place, kind: 'box', version: 1 }),
      ),
    );
    await insert(query, 'stock_acts', {
      kind: 'count',
      at,
      exhibition_id: exhibition,
      place_id: from,
      note: `Asked ${name}`,
      person_id: id,
      by_name: name,
    });
    await insert(query, 'stock_transports', {
      exhibition_id: exhibition,
      from_place_id: from,
      to_place_id: to,
      carrier_name: name,
      carrier_email: email,
      carrier_person_id: id,
      planned_at: at,
      note: `${name} comes at nine`,
      status: 'planned',
    });
  },
  async (query, { exhibition, member, name, email }) => {
    const event = await insert(query, 'stand_events', {
      exhibition_id: exhibition,
      title: `Drinks with ${name}`,
      starts_at: '2027-09-26T17:00:00Z',
      ends_at: '2027-09-26T19:00:00Z',
      host_name: name,
      summary: `${name} speaks`,
      capacity: 20,
      audience: 'invited',
      status: 'published',
      hosts_needed: 0,
      briefing: `${name} comes about housing`,
      version: 1,
    });
    await query('INSERT INTO event_readers (stand_event_id, team_member_id) VALUES ($1, $2)', [
      event,
      member,
    ]);
    const guest = await insert(query, 'event_guests', {
      stand_event_id: event,
      name,
      email: email.toUpperCase(),
      plus_ones_allowed: 1,
      status: 'coming',
      secret_hash: Buffer.from(randomUUID()),
      invited_at: at,
      version: 1,
    });
    await query('INSERT INTO guest_needs (guest_id, dietary) VALUES ($1, $2)', [guest, 'No nuts']);
  },
  (query, { exhibition, name, email }) =>
    insert(query, 'visitors', {
      exhibition_id: exhibition,
      at,
      name,
      email: email.toUpperCase(),
      interests: `Asks ${name}`,
      consent_at: at,
      consent_words: 'Yes, write to me.',
      source: 'form',
    }),
  async (query, { exhibition, member, id, name }) => {
    await insert(query, 'thanks', {
      exhibition_id: exhibition,
      team_member_id: member,
      minutes: 120,
      sent_at: at,
      sent_by: id,
      secret_hash: Buffer.from(randomUUID()),
    });
    await insert(query, 'thanks', {
      exhibition_id: exhibition,
      organisation_id: randomUUID(),
      contact_person_id: id,
      minutes: 120,
      sent_at: at,
    });
    await query(
      'INSERT INTO thanks_words (exhibition_id, people, organisations, version) VALUES ($1, $2, $3, 1)',
      [exhibition, `Thank you, and above all ${name}.`, 'Thank you.'],
    );
    const feedback = await insert(query, 'stand_feedback', {
      exhibition_id: exhibition,
      team_member_id: member,
      rating: 5,
      fair: 'yes',
      went_well: `${name} liked it`,
      to_change: '',
      again: 'yes',
      may_quote: true,
      answered_at: at,
      version: 1,
    });
    await insert(query, 'carry_notes', {
      exhibition_id: exhibition,
      kind: 'keep',
      text: `Ask ${name} again`,
      owner_person_id: id,
      owner_name: name,
      done_at: at,
      done_by: id,
      done_by_name: name,
      feedback_id: feedback,
      feedback_part: 'went-well',
      version: 1,
    });
    await insert(query, 'exhibition_history', {
      exhibition_id: exhibition,
      at,
      person_name: 'Sam Example',
      action: `Note added: “Ask ${name} again”`,
      changes: JSON.stringify([{ field: 'Note', to: `Ask ${name} again` }]),
    });
  },
  (query, { exhibition, name, email }) =>
    insert(query, 'visitor_lists', {
      exhibition_id: exhibition,
      file_name: 'visitors.csv',
      looked_at: at,
      rows: JSON.stringify([
        { at, details: { name, email: email.toUpperCase(), organisationName: null, interests: null } },
      ]),
      summary: '{}',
    }),
];

/** Writes somebody into every place that the stands have for people. */
export async function addTraces(query: Query, traced: Traced): Promise<void> {
  const { id, name, email } = traced;
  const contact = { name, role: 'Exhibition office', phone: null, email };
  const exhibition = await addExhibition(query, { contacts: JSON.stringify([contact]) });
  const member = await addMember(query, exhibition, {
    person_id: id,
    name,
    email: email.toUpperCase(),
    note: `${name} knows the way`,
  });
  for (const add of features) await add(query, { ...traced, exhibition, member });
}
