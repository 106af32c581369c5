import { formIn } from '../events-calendar/staff-pages/form-in.js';
import { TestBrowser, textOf, type Fields } from './browsing.js';
import { ada, sam, startPeople, type PeopleSystem } from './people-system.js';

let people: PeopleSystem;
let staff: TestBrowser;
let other: TestBrowser;
beforeAll(async () => {
  people = await startPeople();
  staff = await people.signedIn(sam);
  other = await people.signedIn(ada);
});
afterAll(() => people.stop());

const manage = '/members/manage/organisations';
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date());

async function idOf(name: string): Promise<string> {
  const [row] = await people.query<{ id: string }>('SELECT id FROM organisations WHERE name = $1', [name]);
  if (!row) throw new Error(`there is no ${name}`);
  return row.id;
}

const date = (name: string, day: string): Fields => {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  return { [`${name}.day`]: dayOfMonth, [`${name}.month`]: month, [`${name}.year`]: year };
};

/** Puts an organisation on record through the form. @returns the path of its page */
async function make(name: string, fields: Fields = {}): Promise<string> {
  const form = formIn((await staff.get(`${manage}/new`)).html);
  const answer = await staff.post(`${manage}/new`, {
    ...form,
    name,
    category: 'affiliate',
    kind: 'company',
    ...fields,
  });
  if (answer.location === null) throw new Error(textOf(answer.html));
  return answer.location;
}

/** Sends the form of a page with some fields filled in otherwise. */
async function send(browser: TestBrowser, path: string, fields: Fields) {
  return browser.post(path, { ...formIn((await browser.get(path)).html), ...fields });
}

interface Told {
  readonly type: string;
  readonly version: number;
  readonly correlation: string;
  readonly payload: Record<string, unknown>;
}

/** What was told of an organisation, the first first. */
const toldOf = (path: string) =>
  people.query<Told>(
    `SELECT type, aggregate_version AS version, correlation_id AS correlation, payload FROM outbox
     WHERE aggregate_id = $1 ORDER BY position`,
    [path.split('/').at(-1)],
  );

const changesOf = (path: string) =>
  people.query<{ on: string | null; from: string | null; to: string; category: string }>(
    `SELECT on_date::text AS "on", from_status AS "from", status AS "to", category FROM membership_changes
     WHERE organisation_id = $1 ORDER BY recorded_at, id`,
    [path.split('/').at(-1)],
  );

const nextYear = `${Number(today.slice(0, 4)) + 1}-07-31`;

/** What everybody sees. */
const publicNames = async () => {
  const visitor = new TestBrowser(people.system, { origin: people.system.urls['members'] ?? '' });
  return (await visitor.get('/members')).html;
};

describe('a new organisation', () => {
  it('is on record with its history, its numbers and its messages', async () => {
    const path = await make('Weavers & Spinners Co-op', {
      ...date('joinedOn', '2024-08-01'),
      domains: 'weavers.example\n@Spinners.example',
      'discount.percent': '25',
      'discount.reason': 'Agreed with the board.',
      staffNotes: 'Call before noon.',
    });
    const text = textOf((await staff.get(path)).html);
    for (const said of [
      'Weavers & Spinners Co-op',
      '1 August 2024',
      'spinners.example weavers.example',
      '25% without an end',
      'Call before noon.',
      'Put on record',
      'by Sam Staff',
    ]) {
      expect(text).toContain(said);
    }
    expect(await changesOf(path)).toEqual([
      { on: '2024-08-01', from: null, to: 'member', category: 'affiliate' },
    ]);
    const told = await toldOf(path);
    expect(told.map(({ type, version }) => `${type} ${version}`)).toEqual([
      'members.organisation-changed.v1 1',
      'members.membership-changed.v1 1',
    ]);
    expect(told[0]?.payload).toMatchObject({
      name: 'Weavers & Spinners Co-op',
      status: 'member',
      joinedOn: '2024-08-01',
      discount: { percent: 25, endsOn: null },
      domains: ['spinners.example', 'weavers.example'],
    });
    // What staff write for themselves goes nowhere.
    expect(JSON.stringify(told)).not.toContain('Call before noon');
    expect(JSON.stringify(told)).not.toContain('Agreed with the board');
    expect(await publicNames()).toContain('Weavers &amp; Spinners Co-op');
  });

  it('is made once, however often the button is pressed', async () => {
    const form = {
      ...formIn((await staff.get(`${manage}/new`)).html),
      name: 'Twice Pressed',
      category: 'supporter',
      kind: 'person',
    };
    const answers = await Promise.all([staff.post(`${manage}/new`, form), staff.post(`${manage}/new`, form)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(answers[0]?.location).toBe(answers[1]?.location);
  });

  it('is refused under a name that another has, however it is written, even at the same moment', async () => {
    const attempt = async (name: string) =>
      send(staff, `${manage}/new`, { name, category: 'affiliate', kind: 'company' });
    const again = await attempt('THE WEAVERS and spinners  Coop');
    expect(again.status).toBe(422);
    expect(textOf(again.html)).toContain('“Weavers & Spinners Co-op” is on record already');
    const both = await Promise.all([attempt('Dyers & Bleachers'), attempt('Dyers and Bleachers')]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 422]);
  });

  it('is asked about when its name is much like another’s', async () => {
    const fields = { name: 'Oldham Metropolitan Borough Council', category: 'full', kind: 'council' };
    const asked = await send(staff, `${manage}/new`, fields);
    expect(asked.status).toBe(422);
    expect(textOf(asked.html)).toContain('These names are much the same: Oldham Council');
    const saved = await staff.post(`${manage}/new`, { ...formIn(asked.html), ...fields, action: 'confirm' });
    expect(saved.status).toBe(303);
  });

  it('cannot have another’s domain, nor one that anybody has', async () => {
    const attempt = async (domains: string) =>
      textOf(
        (await send(staff, `${manage}/new`, { name: 'Takers', category: 'full', kind: 'x', domains })).html,
      );
    expect(await attempt('weavers.example')).toContain(
      'weavers.example belongs to Weavers & Spinners Co-op already',
    );
    expect(await attempt('gmail.com')).toContain('Anybody can have an address at gmail.com');
  });
});

describe('an edit', () => {
  it('changes the record, its history and what others know', async () => {
    const path = await make('Edited Ltd');
    const saved = await send(staff, `${path}/edit`, {
      invoiceEmail: 'pay@edited.example',
      purchaseOrderRequired: 'yes',
      version: '1',
    });
    expect(saved.location).toBe(path);
    const text = textOf((await staff.get(path)).html);
    expect(text).toContain('Email for invoices: nothing → pay@edited.example');
    expect(text).toContain('Purchase order needed: no → yes');
    const told = await toldOf(path);
    expect(told.at(-1)).toMatchObject({
      type: 'members.organisation-changed.v1',
      version: 2,
      payload: { invoiceEmail: 'pay@edited.example', purchaseOrderRequired: true },
    });
    expect(told).toHaveLength(3);
  });

  it('of nothing is no change', async () => {
    const path = await make('Unchanged Ltd');
    expect((await send(staff, `${path}/edit`, {})).status).toBe(303);
    expect(await toldOf(path)).toHaveLength(2);
  });

  it('shows what somebody else changed meanwhile, beside what was typed', async () => {
    const path = await make('Contested Ltd');
    const opened = formIn((await staff.get(`${path}/edit`)).html);
    expect((await send(other, `${path}/edit`, { staffNotes: 'Ada was here.' })).status).toBe(303);
    const late = await staff.post(`${path}/edit`, { ...opened, billingAddress: '1 Mill Lane' });
    expect(late.status).toBe(409);
    const text = textOf(late.html);
    expect(text).toContain('Ada Admin changed this organisation after you opened it');
    expect(text).toContain('Notes for staff: nothing → Ada was here.');
    expect(late.html).toContain('1 Mill Lane');
    expect((await staff.get(path)).html).not.toContain('1 Mill Lane');
    // The same button, pressed again, now knows of it.
    expect((await staff.post(`${path}/edit`, formIn(late.html))).status).toBe(303);
    expect((await staff.get(path)).html).toContain('1 Mill Lane');
  });

  it('made twice by a double press is one change', async () => {
    const path = await make('Pressed Ltd');
    const form = { ...formIn((await staff.get(`${path}/edit`)).html), staffNotes: 'Once.' };
    const answers = await Promise.all([staff.post(`${path}/edit`, form), staff.post(`${path}/edit`, form)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await toldOf(path)).toHaveLength(3);
  });

  it('of the day of joining corrects the numbers', async () => {
    const path = await make('Dated Ltd');
    expect(await changesOf(path)).toMatchObject([{ on: null, to: 'member' }]);
    await send(staff, `${path}/edit`, date('joinedOn', '2023-02-01'));
    expect(await changesOf(path)).toMatchObject([{ on: '2023-02-01', to: 'member' }]);
  });

  it('that is refused says everything, and changes nothing', async () => {
    const path = await make('Refused Ltd');
    const refused = await send(staff, `${path}/edit`, {
      name: ' ',
      invoiceEmail: 'nowhere',
      ...date('joinedOn', '2024-02-31'),
    });
    expect(refused.status).toBe(422);
    const text = textOf(refused.html);
    expect(text).toContain('Enter the organisation’s name.');
    expect(text).toContain('The day it joined must be a real date');
    expect(text).toContain('“nowhere” is not an email address');
    expect(await toldOf(path)).toHaveLength(2);
  });

  it('sets neither category nor status, whatever is sent along', async () => {
    const path = await make('Massive Ltd');
    await send(staff, `${path}/edit`, { category: 'full', status: 'left', version: '1', kind: 'charity' });
    expect((await toldOf(path)).at(-1)?.payload).toMatchObject({
      category: 'affiliate',
      status: 'member',
      kind: 'charity',
    });
  });
});

describe('the steps of an organisation', () => {
  it('lead from its application to its leaving and back', async () => {
    const path = await make('Stepping Stones', { status: 'applied' });
    const name = 'Stepping Stones';
    expect(await publicNames()).not.toContain(name);
    const go = async (to: string, fields: Fields = {}) => {
      const answer = await send(staff, `${path}/status/${to}`, fields);
      expect([to, answer.status, answer.location]).toEqual([to, 303, path]);
    };
    await go('approved');
    await go('member', date('on', '2025-01-10'));
    expect(await publicNames()).toContain(name);
    await go('leaving', { ...date('on', nextYear), reason: 'Cuts.' });
    expect(await publicNames()).toContain(name);
    await go('left', date('on', '2025-09-01'));
    expect(await publicNames()).not.toContain(name);
    await go('member');
    expect(await changesOf(path)).toEqual([
      { on: today, from: null, to: 'applied', category: 'affiliate' },
      { on: today, from: 'applied', to: 'approved', category: 'affiliate' },
      { on: '2025-01-10', from: 'approved', to: 'member', category: 'affiliate' },
      { on: today, from: 'member', to: 'leaving', category: 'affiliate' },
      { on: '2025-09-01', from: 'leaving', to: 'left', category: 'affiliate' },
      { on: today, from: 'left', to: 'member', category: 'affiliate' },
    ]);
    const told = (await toldOf(path)).filter(({ type }) => type === 'members.membership-changed.v1');
    expect(told.map(({ payload }) => payload)).toMatchObject([
      { from: null, to: { status: 'applied' } },
      { from: { status: 'applied' }, to: { status: 'approved' } },
      { to: { status: 'member' }, on: '2025-01-10' },
      { to: { status: 'leaving' }, reason: 'Cuts.' },
      { to: { status: 'left' }, on: '2025-09-01' },
      { from: { status: 'left' }, to: { status: 'member' }, on: today },
    ]);
    const early = await send(staff, `${path}/edit`, date('joinedOn', '2025-08-31'));
    expect(textOf(early.html)).toContain('It was a member before, until 2025-09-01');
    expect(textOf((await staff.get(path)).html)).toContain('Reason: Cuts.');
  });

  it('need a reason and a day where they are due', async () => {
    const path = await make('Reasonable Ltd');
    const refused = await send(staff, `${path}/status/leaving`, {});
    expect(refused.status).toBe(422);
    expect(textOf(refused.html)).toContain('Enter the day on which it leaves.');
    expect(textOf(refused.html)).toContain('Say why.');
  });

  it('that cannot be taken lead back to the organisation', async () => {
    const path = await make('Stuck Ltd');
    for (const to of ['left', 'applied', 'member']) {
      expect((await staff.get(`${path}/status/${to}`)).location).toBe(path);
      expect((await staff.post(`${path}/status/${to}`, { version: '1' })).location).toBe(path);
    }
    expect((await staff.get(`${path}/status/gone`)).status).toBe(404);
    expect(await toldOf(path)).toHaveLength(2);
  });

  it('taken by two at once are taken once', async () => {
    const path = await make('Raced Ltd');
    const form = { version: '1', reason: 'Special.' };
    const answers = await Promise.all([
      staff.post(`${path}/status/retained`, form),
      other.post(`${path}/status/retained`, form),
    ]);
    expect(answers.map(({ location }) => location)).toEqual([path, path]);
    expect(await changesOf(path)).toHaveLength(2);
  });
});

describe('a change of category', () => {
  it('is told with its reason and its day', async () => {
    const path = await make('Moving Group', { category: 'associate' });
    const changed = await send(staff, `${path}/category`, {
      category: 'full',
      reason: 'Now a council.',
      ...date('on', '2026-08-01'),
    });
    expect(changed.location).toBe(path);
    expect((await toldOf(path)).at(-1)?.payload).toMatchObject({
      from: { category: 'associate' },
      to: { category: 'full' },
      on: '2026-08-01',
      reason: 'Now a council.',
    });
    const text = textOf((await staff.get(path)).html);
    expect(text).toContain('Category: Associate → Full');
    expect(text).toContain('Reason: Now a council.');
  });
});

describe('the list of organisations', () => {
  const namesFor = async (query: string) => {
    const { html } = await staff.get(`${manage}?${query}`);
    return [...html.matchAll(/<th scope="row"[^>]*><a[^>]*>([^<]*)</g)].map(([, name]) => name);
  };

  it.each([
    ['q=weavers+and+spin', ['Weavers &amp; Spinners Co-op']],
    ['q=spinners.example', ['Weavers &amp; Spinners Co-op']],
    ['q=%25', []],
    ['q=o%00ldham+c', ['Oldham Council']],
    ['status=retained', ['Raced Ltd']],
    ['kind=charity', ['Massive Ltd']],
    ['category=supporter&kind=person', ['Twice Pressed']],
  ])('finds %s', async (query, names) => {
    expect(await namesFor(query)).toEqual(names);
  });

  it('is sorted as people look for names, fifty at a time', async () => {
    const names = await namesFor('sort=name');
    expect(names).toHaveLength(50);
    expect(names.indexOf('Royal Borough of Greenwich')).toBeGreaterThan(
      names.indexOf('Glasgow City Council'),
    );
    expect(await namesFor('page=2')).not.toHaveLength(0);
  });
});

describe('what needs doing', () => {
  it('is told with numbers, each leading to the organisations concerned', async () => {
    const path = await make('Overdue Ltd', {
      status: 'leaving',
      ...date('leftOn', '2026-01-31'),
      'discount.percent': '10',
      'discount.reason': 'Host.',
      ...date('discount.endsOn', today),
    });
    const { html } = await staff.get('/members/manage');
    const text = textOf(html);
    expect(text).toContain('1 organisation has reached the day to leave');
    expect(text).toContain('1 discount ends within 90 days');
    expect(text).toMatch(/\d+ members have no booking contact/);
    for (const due of ['left', 'discount']) {
      expect((await staff.get(`${manage}?due=${due}`)).html).toContain(path);
    }
    expect((await staff.get(`${manage}?due=contact&q=oldham+council`)).html).not.toContain(
      '>Oldham Council<',
    );
  });
});

describe('the numbers over time', () => {
  it('are the same as a page and as a file, and end with the members there are', async () => {
    const [counts] = await people.query<{ members: number }>(
      `SELECT count(*)::int AS members FROM organisations WHERE status IN ('member', 'leaving', 'retained')`,
    );
    const members = counts?.members ?? 0;
    expect(textOf((await staff.get('/members/manage/numbers')).html)).toContain(`${members} members;`);
    const file = await staff.get('/members/manage/numbers.csv');
    expect(file.headers.get('content-type')).toContain('text/csv');
    const rows = file.html.trim().split('\r\n');
    expect(rows[0]).toContain(
      'period,first day,last day,joined,left,full,associate,affiliate,supporter,total',
    );
    expect(rows.at(-1)?.endsWith(`,${members}`)).toBe(true);
    const months = await staff.get('/members/manage/numbers.csv?by=month&year=2025');
    expect(
      months.html
        .trim()
        .split('\r\n')
        .map((row) => row.split(',')[0]),
    ).toHaveLength(13);
  });
});

describe('who may', () => {
  it.each([
    '/members/manage',
    manage,
    `${manage}/new`,
    '/members/manage/numbers',
    '/members/manage/numbers.csv',
  ])('open %s: staff alone', async (path) => {
    const person = await people.signedIn('wanda@example.org');
    expect((await staff.get(path)).status).toBe(200);
    expect((await person.get(path)).status).toBe(403);
  });

  it('find the way there from the list of members: staff alone', async () => {
    expect((await staff.get('/members')).html).toContain('href="/members/manage"');
    expect(await publicNames()).not.toContain('/members/manage');
  });

  it('change an organisation: staff alone', async () => {
    const person = await people.signedIn('wanda@example.org');
    const path = `${manage}/${await idOf('Oldham Council')}`;
    for (const step of ['edit', 'category', 'status/leaving']) {
      expect((await person.post(`${path}/${step}`, { version: '1' })).status).toBe(403);
    }
  });

  it.each(['nobody', '01900000-0000-7000-8000-00000000dead', '%00', "'"])(
    'open what is not there, %s: nobody',
    async (id) => {
      expect((await staff.get(`${manage}/${id}`)).status).toBe(404);
      expect((await staff.post(`${manage}/${id}/edit`, { name: 'x', version: '1' })).status).toBe(404);
    },
  );
});
