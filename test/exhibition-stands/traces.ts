import { randomUUID } from 'node:crypto';
import { addExhibition, addMember, addOwnShift, insert } from './rows.js';
import { at, type AddTraces, type Query, type Traced } from './traced.js';
import { tracesAround } from './traces-around.js';

/** What each feature has of somebody. Whoever adds a table with people in it adds a row here. */
const features: readonly AddTraces[] = [
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
  (query, { id }) =>
    insert(query, 'known_travels', {
      person_id: id,
      visit_id: randomUUID(),
      visit_title: 'Study visit',
      first_day: '2027-03-11',
      last_day: '2027-03-16',
      zone: 'Europe/Madrid',
      version: 1,
    }),
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
  ...tracesAround,
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
