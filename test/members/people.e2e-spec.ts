import { formIn } from '../events-calendar/staff-pages/form-in.js';
import { textOf, type Fields, type TestBrowser } from './browsing.js';
import { ada, sam, startPeople, type PeopleSystem } from './people-system.js';

let people: PeopleSystem;
let staff: TestBrowser;
let admin: TestBrowser;
beforeAll(async () => {
  people = await startPeople();
  staff = await people.signedIn(sam);
  admin = await people.signedIn(ada);
});
afterAll(() => people.stop());

const manage = '/members/manage/people';
const pathOf = async (name: string, step = '') => `${manage}/${await people.idOf(name)}${step}`;
const idIn = (location: string | null) => location?.split('/').at(-1) ?? '';

interface Told {
  readonly version: number;
  readonly payload: Record<string, unknown>;
}

/** What was told of a person, the last first. */
const toldOf = (id: string) =>
  people.query<Told>(
    `SELECT aggregate_version AS version, payload FROM outbox
     WHERE type = 'members.person-changed.v1' AND aggregate_id = $1 ORDER BY position DESC`,
    [id],
  );
const actsOn = (id: string) =>
  people.query<{ act: string; actor: string; behalf: string | null; details: object }>(
    `SELECT act, actor_name AS actor, on_behalf_of_id AS behalf, details FROM audit_entries WHERE subject_id = $1 ORDER BY id`,
    [id],
  );
const liveSessions = async (id: string) =>
  (await people.query('SELECT id FROM sessions WHERE person_id = $1 AND ended_at IS NULL', [id])).length;

/** Makes a person through the form. @returns their id */
async function make(name: string, fields: Fields = {}): Promise<string> {
  const answer = await staff.post(`${manage}/new`, {
    name,
    once: `once-${name}-0123456789`.replaceAll(' ', '-'),
    ...fields,
  });
  if (answer.location === null) throw new Error(textOf(answer.html));
  return idIn(answer.location);
}

const oldham = async () => {
  const [row] = await people.query<{ id: string }>(
    `SELECT id FROM organisations WHERE name = 'Oldham Council'`,
  );
  return row?.id ?? '';
};

describe('the list of people', () => {
  const namesFor = async (query: string) => {
    const { html } = await staff.get(`${manage}?${query}`);
    return [...html.matchAll(/<th scope="row"[^>]*><a[^>]*>([^<]*)</g)].map(([, name]) => name);
  };

  it.each([
    ['q=xiu', ['Xiu Example', '例修']],
    ['q=dora+torbay', ['Dora Double', 'Dora Double-Record']],
    ['q=wanda@example', ['Wanda Twohats']],
    ['q=%25', []],
    ['role=admin', ['Ada Admin']],
    ['role=staff', ['Kit Keeper', 'Sam Staff']],
    ['q=york&role=booking-contact', ['Gus Groupsecretary']],
    ['board=finance-and-general-purposes-group', ['Councillor Vikram Vicechair', 'Finn Finances']],
    ['role=root&page=-1&q=olwen', ['Olwen Enghraifft']],
  ])('finds %s', async (query, names) => {
    expect(await namesFor(query)).toEqual(names);
  });

  it('finds the people of an organisation', async () => {
    expect(await namesFor(`organisation=${await oldham()}`)).toEqual(['Bea Booker', 'Finn Finances']);
  });
});

describe('a person’s record', () => {
  it('is made once however often the button is pressed, and told to others', async () => {
    const fields = {
      name: ' Nova  Newcomer',
      email: 'Nova@Example.org',
      organisationId: await oldham(),
      role: 'officer',
      isBookingContact: 'yes',
      once: 'token-of-this-form-1',
    };
    const first = await staff.post(`${manage}/new`, fields);
    const again = await staff.post(`${manage}/new`, fields);
    expect(first.status).toBe(303);
    expect(again.location).toBe(first.location);
    const [told, ...more] = await toldOf(idIn(first.location));
    expect(more).toEqual([]);
    expect(told).toMatchObject({
      version: 1,
      payload: {
        name: 'Nova  Newcomer',
        // Not before it is confirmed.
        email: null,
        affiliations: [{ organisationId: fields.organisationId, role: 'officer', isBookingContact: true }],
        roles: [],
        mergedInto: null,
      },
    });
    const page = textOf((await staff.get(first.location ?? '')).html);
    expect(page).toContain('nova@example.org Mail goes here Not confirmed');
    expect(page).toContain('When they sign in, they are a booking contact.');
    expect(page).toMatch(/Record made .* by Sam Staff/);
  });

  it('takes nothing that its forms do not ask for', async () => {
    const id = await make('Marek Massassign', {
      roles: 'admin',
      grants: 'admin',
      mergedInto: 'x',
      version: '9',
    });
    const path = `${manage}/${id}`;
    const form = formIn((await staff.get(`${path}/edit`)).html);
    const sent = {
      ...form,
      name: 'Marek M',
      role: 'admin',
      grants: ['staff', 'admin'],
      verifiedAt: '2020-01-01',
      id: 'x',
    };
    expect((await staff.post(`${path}/edit`, sent)).status).toBe(303);
    expect((await toldOf(id))[0]?.payload).toMatchObject({
      name: 'Marek M',
      roles: [],
      mergedInto: null,
      seats: [],
    });
    expect(await people.query('SELECT role FROM grants WHERE person_id = $1', [id])).toEqual([]);
  });

  it('shows what was wrong beside what was typed, and keeps nothing', async () => {
    const before = await people.query('SELECT count(*) FROM people');
    const answer = await staff.post(`${manage}/new`, {
      name: '',
      phone: 'ring me',
      email: 'nova@example.org\r\nBcc: eve@example.org',
      organisationId: await oldham(),
    });
    const unknown = { name: 'X', organisationId: 'x', role: 'officer' };
    expect((await staff.post(`${manage}/new`, unknown)).status).toBe(422);
    expect(answer.status).toBe(422);
    expect(formIn(answer.html)).toMatchObject({ phone: 'ring me' });
    expect(textOf(answer.html)).toContain('Enter the person’s name.');
    expect(textOf(answer.html)).toContain('Write the phone number in digits');
    expect(await people.query('SELECT count(*) FROM people')).toEqual(before);
  });

  it('says what somebody else changed meanwhile, and keeps what was typed', async () => {
    const id = await make('Connie Conflict');
    const [mine, theirs] = [await staff.get(`${manage}/${id}/edit`), await admin.get(`${manage}/${id}/edit`)];
    await admin.post(`${manage}/${id}/edit`, { ...formIn(theirs.html), jobTitle: 'Mayor' });
    const sent = { ...formIn(mine.html), jobTitle: 'Leader' };
    const answer = await staff.post(`${manage}/${id}/edit`, sent);
    expect(answer.status).toBe(409);
    expect(textOf(answer.html)).toContain('Ada Admin changed this record after you opened it');
    expect(textOf(answer.html)).toContain('Job title or office: nothing → Mayor');
    expect(formIn(answer.html)).toMatchObject({ jobTitle: 'Leader', version: '2' });
    expect((await staff.post(`${manage}/${id}/edit`, { ...formIn(answer.html) })).status).toBe(303);
    expect((await toldOf(id)).map(({ version, payload }) => [version, payload['jobTitle']])).toEqual([
      [3, 'Leader'],
      [2, 'Mayor'],
      [1, null],
    ]);
  });

  it('is not changed, nor told of, by a form that says the same', async () => {
    const id = await make('Sasha Same');
    const form = formIn((await staff.get(`${manage}/${id}/edit`)).html);
    expect((await staff.post(`${manage}/${id}/edit`, form)).status).toBe(303);
    expect(await toldOf(id)).toHaveLength(1);
  });

  it.each(['nobody', '01890000-0000-7000-8000-000000000000', '%00'])('is not found: %s', async (id) => {
    expect((await staff.get(`${manage}/${id}`)).status).toBe(404);
    expect((await staff.post(`${manage}/${id}/edit`, { name: 'X', version: '1' })).status).toBe(404);
  });
});

describe('one’s own record', () => {
  const own = '/members/account/details';

  it('is the person’s own to put right, and nobody else’s', async () => {
    const una = await people.signedIn('una@stevenage-borough-council.example.org');
    const form = formIn((await una.get(own)).html);
    expect(form).toMatchObject({ name: 'Una Untilrecently', version: '1' });
    const other = await people.idOf('Mo Sample');
    const sent = {
      ...form,
      preferredName: 'Uni',
      id: other,
      personId: other,
      roles: 'admin',
      email: 'x@example.org',
    };
    expect((await una.post(own, sent)).status).toBe(303);
    expect((await toldOf(await people.idOf('Una Untilrecently')))[0]).toMatchObject({
      version: 2,
      payload: { preferredName: 'Uni', roles: [], email: 'una@stevenage-borough-council.example.org' },
    });
    expect(await toldOf(other)).toEqual([]);
    expect((await una.post(own, { ...form, name: '' })).status).toBe(409);
    expect((await una.post(own, { name: '', version: '2' })).status).toBe(422);
    expect((await una.get(await pathOf('Mo Sample'))).status).toBe(403);
    expect((await una.post(await pathOf('Mo Sample', '/edit'), { name: 'X', version: '1' })).status).toBe(
      403,
    );
  });
});

describe('addresses', () => {
  it('are one person’s', async () => {
    const id = await make('Ama Addresses');
    const answer = await staff.post(`${manage}/${id}/emails/new`, {
      email: 'BEA.Booker@oldham-council.example.org',
    });
    expect(answer.status).toBe(422);
    expect(textOf(answer.html)).toContain('Bea Booker has this address already.');
  });

  it('are one person’s when two are given them at once', async () => {
    const [a, b] = [await make('Ann At Once'), await make('Ben At Once')];
    const answers = await Promise.all(
      [a, b].map((id) => staff.post(`${manage}/${id}/emails/new`, { email: 'at.once@example.org' })),
    );
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['303', '422']);
  });

  it('are added, chosen and removed', async () => {
    const path = await pathOf('Wanda Twohats');
    const second = 'wanda@example.org';
    expect((await staff.post(`${path}/emails/primary`, { address: second })).status).toBe(303);
    expect((await toldOf(idIn(path)))[0]?.payload).toMatchObject({ email: second });
    const refused = await staff.post(`${path}/emails/remove`, { address: second });
    expect(refused.status).toBe(422);
    expect(textOf(refused.html)).toContain('Choose another address for that first.');
    const first = 'wanda.twohats@rochdale-metropolitan-borough-council.example.org';
    expect((await staff.post(`${path}/emails/remove`, { address: first })).status).toBe(303);
    // A second press of the button.
    expect((await staff.post(`${path}/emails/remove`, { address: first })).status).toBe(303);
    expect(textOf((await staff.get(path)).html)).not.toContain(`${first} For signing in`);
  });

  it('of staff are for an administrator to change, as whoever reads them signs in with them', async () => {
    const path = await pathOf('Ada Admin');
    expect((await staff.post(`${path}/emails/new`, { email: 'sams.own@example.org' })).status).toBe(403);
    expect((await staff.post(`${path}/emails/remove`, { address: ada })).status).toBe(403);
    const keeper = await pathOf('Kit Keeper');
    expect((await staff.post(`${keeper}/emails/new`, { email: 'sams.own@example.org' })).status).toBe(403);
    expect((await admin.post(`${keeper}/emails/new`, { email: 'kit@example.org' })).status).toBe(303);
  });
});

describe('organisations and boards', () => {
  it('say what somebody is in an organisation until they are taken out', async () => {
    const id = await make('Orla Organisations');
    const path = `${manage}/${id}`;
    const organisationId = await oldham();
    const refused = await staff.post(`${path}/organisations/new`, { organisationId: '', role: '' });
    expect(refused.status).toBe(422);
    expect(textOf(refused.html)).toContain('Choose an organisation.');
    const unknown = { organisationId: '01890000-0000-7000-8000-000000000000', role: 'officer' };
    expect((await staff.post(`${path}/organisations/new`, unknown)).status).toBe(422);
    expect(
      (await staff.post(`${path}/organisations/new`, { organisationId: 'x', role: 'officer' })).status,
    ).toBe(422);
    await staff.post(`${path}/organisations/new`, { organisationId, role: 'officer' });
    await staff.post(`${path}/organisations/${organisationId}`, {
      role: 'councillor',
      isBookingContact: 'yes',
    });
    expect((await toldOf(id))[0]?.payload).toMatchObject({
      affiliations: [{ organisationId, role: 'councillor', isBookingContact: true }],
    });
    await staff.post(`${path}/organisations/${organisationId}/end`);
    expect((await staff.post(`${path}/organisations/${organisationId}/end`)).status).toBe(303);
    expect((await toldOf(id))[0]).toMatchObject({ version: 4, payload: { affiliations: [] } });
    const page = textOf((await staff.get(path)).html);
    expect(page).toContain('Organisation: Oldham Council: councillor, booking contact → nothing');
  });

  it('give a seat, end it and take it back', async () => {
    const id = await make('Sid Seats');
    const path = `${manage}/${id}`;
    const seat = (startsOn: string, endsOn: string, position = '') => {
      const boxes = (name: string, day: string) => {
        const [year = '', month = '', date = ''] = day.split('-');
        return { [`${name}.day`]: date, [`${name}.month`]: month, [`${name}.year`]: year };
      };
      return {
        board: 'values-and-principles-board',
        position,
        ...boxes('startsOn', startsOn),
        ...boxes('endsOn', endsOn),
      };
    };
    await staff.post(`${path}/seats/new`, seat('2020-01-01', ''));
    const overlapping = await staff.post(`${path}/seats/new`, seat('2021-01-01', ''));
    expect(overlapping.status).toBe(422);
    expect(textOf(overlapping.html)).toContain('another term on this board, from 1 January 2020');
    const [row] = await people.query<{ id: string }>('SELECT id FROM seats WHERE person_id = $1', [id]);
    const seatPath = `${path}/seats/${row?.id}`;
    const backwards = await staff.post(seatPath, seat('2020-01-01', '2019-12-31'));
    expect(textOf(backwards.html)).toContain('must not be before its first day');
    expect((await staff.post(seatPath, seat('2020-01-01', '2020-12-31'))).status).toBe(303);
    const chair = await staff.post(`${path}/seats/new`, seat('2021-01-01', '', 'Chair'));
    const warned = textOf((await staff.get(chair.location ?? '')).html);
    expect(warned).toContain('For some of the term the board is also chaired by Olwen Enghraifft');
    const boards = textOf((await staff.get('/members/manage/boards')).html);
    expect(boards).toContain('Olwen Enghraifft and Sid Seats are entered as chair at the same time.');
    await staff.post(`${seatPath}/remove`);
    expect((await toldOf(id))[0]?.payload['seats']).toEqual([
      {
        board: 'values-and-principles-board',
        boardName: 'Values & Principles Board',
        position: 'Chair',
        startsOn: '2021-01-01',
        endsOn: null,
      },
    ]);
  });
});

describe('roles', () => {
  it('are given and withdrawn by an administrator, who is on record, and end every session', async () => {
    const id = await make('Rory Roles', { email: 'rory@example.org' });
    const path = `${manage}/${id}/roles`;
    expect((await staff.post(path, { role: 'staff', change: 'grant' })).status).toBe(403);
    await people.session('rory@example.org');
    expect((await admin.post(path, { role: 'staff', change: 'grant' })).status).toBe(303);
    expect(await liveSessions(id)).toBe(0);
    await people.session('rory@example.org');
    expect((await admin.post(path, { role: 'staff', change: 'grant' })).status).toBe(303);
    expect(await liveSessions(id)).toBe(1);
    expect((await admin.post(path, { role: 'staff', change: 'withdraw' })).status).toBe(303);
    expect(await liveSessions(id)).toBe(0);
    expect(await actsOn(id)).toEqual([
      { act: 'role-granted', actor: 'Ada Admin', behalf: null, details: { role: 'staff' } },
      { act: 'role-withdrawn', actor: 'Ada Admin', behalf: null, details: { role: 'staff' } },
    ]);
    expect((await toldOf(id)).map(({ payload }) => payload['roles'])).toEqual([[], ['staff'], []]);
    expect((await admin.post(path, { role: 'root', change: 'grant' })).status).toBe(422);
  });

  it('are not one’s own to change', async () => {
    expect(
      (await admin.post(await pathOf('Ada Admin', '/roles'), { role: 'admin', change: 'withdraw' })).status,
    ).toBe(403);
  });

  it('of the last administrators are not withdrawn by each other at once', async () => {
    const id = await make('Otto Otheradmin', { email: 'otto@example.org' });
    await admin.post(`${manage}/${id}/roles`, { role: 'admin', change: 'grant' });
    const otto = await people.signedIn('otto@example.org');
    const withdraw = { role: 'admin', change: 'withdraw' };
    const answers = await Promise.all([
      admin.post(`${manage}/${id}/roles`, withdraw),
      otto.post(await pathOf('Ada Admin', '/roles'), withdraw),
    ]);
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['303', '422']);
    expect(await people.query(`SELECT 1 FROM grants WHERE role = 'admin'`)).toHaveLength(1);
  });
});
