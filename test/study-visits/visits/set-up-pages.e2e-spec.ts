import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { whileVisitLocked } from '../visit-locked.js';
import { boxes, coach, exempt, signature, startSetUp, type SetUpStage } from './set-up-stage.js';

let stage: SetUpStage;
let id: string;
let path: string;

const markup = '<script>alert(1)</script><b>bold</b>';

const wishes = {
  title: 'Mondragon 2035',
  region: 'Basque Country',
  country: 'ES',
  zone: 'Europe/Madrid',
  summary: 'How a valley works.',
  ...boxes('firstDay', '2035-05-09'),
  ...boxes('lastDay', '2035-05-14'),
};

const money = {
  pricePence: '995',
  priceIncludes: 'Flights and rooms.',
  depositPence: '200',
  ...boxes('balanceDueOn', '2035-03-31'),
  'refunds.2.daysBefore': '30',
  'refunds.2.percent': '50',
  'refunds.0.daysBefore': '90',
  'refunds.0.percent': '100 %',
};

const dates = {
  ...boxes('applicationsOpenAt', '2026-01-05'),
  'applicationsOpenAt.time': '9am',
  ...boxes('applicationsCloseAt', '2035-01-15'),
  'applicationsCloseAt.time': '12 noon',
  ...boxes('decisionOn', '2035-02-05'),
  acceptanceDays: '10',
};

beforeAll(async () => {
  stage = await startSetUp();
});
afterAll(() => stage.stop());

const messages = async (about: string) =>
  stage.query<{ type: string; payload: { version: number; title: string; status: string } }>(
    `SELECT type, payload FROM outbox WHERE aggregate_id = $1 ORDER BY position`,
    [about],
  );

describe('a visit', () => {
  it('is planned as a draft, once however often the button is pressed', async () => {
    const { html } = await stage.staff.get('/visits/manage/new');
    const once = /name="once" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const [first, second] = await Promise.all([
      stage.staff.post('/visits/manage/new', { ...wishes, once }),
      stage.staff.post('/visits/manage/new', { ...wishes, once }),
    ]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(second.location).toBe(first.location);
    path = first.location ?? '';
    id = path.split('/').at(-1) ?? '';
    expect(await stage.text(path)).toContain('Wednesday 9 May 2035');
    expect((await stage.staff.get('/visits/mondragon-2035')).status).toBe(404);
    expect(await stage.text('/visits')).not.toContain('Mondragon');
    expect(await messages(id)).toEqual([]);
  });

  it('says beside each field what is wrong with it', async () => {
    const sent = {
      ...wishes,
      title: '',
      region: ' ',
      country: '',
      slug: 'Manage!',
      ...boxes('lastDay', '2035-05-32'),
    };
    const { status, html } = await stage.send('/visits/manage/new', sent);
    expect(status).toBe(422);
    for (const field of ['title', 'region', 'country', 'slug', 'lastDay']) {
      expect(html).toContain(`id="${field}-error"`);
    }
    const reserved = await stage.send('/visits/manage/new', { ...wishes, slug: 'manage' });
    expect(reserved.html).toContain('is the address of something else');
  });

  it('cannot be announced before it says all that people need, and what is missing leads there', async () => {
    const { html } = await stage.staff.get(path);
    for (const part of ['edit/money', 'edit/applications']) expect(html).toContain(`href="${path}/${part}"`);
    expect(html).not.toContain('status/announced');
    expect(await stage.text('/visits/manage')).toContain('before Mondragon 2035 can be announced');
    const early = await stage.send(`${path}/status/announced`);
    expect(early.status).toBe(422);
    expect(early.html).toContain('Nothing says when applications open and close');
  });

  it('keeps places and limits, and refuses those that do not fit beside the field', async () => {
    const saved = await stage.send(`${path}/edit/places`, {
      places: '25',
      organisationLimit: '2',
      'categoryLimits.supporter': '3',
      'reserved.press': '1',
      'reserved.newcomer': '4',
      filledFirst: 'newcomer',
      fundedPlaces: '5',
    });
    expect(saved.location).toBe(path);
    const text = await stage.text(path);
    expect(text).toMatch(/4 places for organisations of which nobody.*1 place for the press/);
    expect(text).toContain('At most 3 from supporters');
    const wrong = await stage.send(`${path}/edit/places`, { 'reserved.press': '22', fundedPlaces: 'five' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('id="fundedPlaces-error"');
    const many = await stage.send(`${path}/edit/places`, { 'reserved.press': '22' });
    expect(many.html).toContain('26 places would be reserved, and there are 25 in all');
  });

  it('keeps prices and refunds, in order whatever the order of the lines', async () => {
    expect((await stage.send(`${path}/edit/money`, money)).location).toBe(path);
    const text = await stage.text(path);
    expect(text).toContain('£995.00');
    expect(text).toMatch(
      /Until Thursday 8 February 2035, you pay nothing.*Until Monday 9 April 2035, 50 per cent/,
    );
    const wrong = await stage.send(`${path}/edit/money`, {
      depositPence: '1,000',
      'refunds.1.percent': '101',
    });
    expect(wrong.html).toContain('id="refunds-1-percent-error"');
    const more = await stage.send(`${path}/edit/money`, { depositPence: '1,000' });
    expect(more.status).toBe(422);
    expect(more.html).toContain('id="depositPence-error"');
  });

  it('keeps the dates for applications by the clock in London, and refuses times that are none', async () => {
    const spring = { ...boxes('applicationsCloseAt', '2034-03-26'), 'applicationsCloseAt.time': '1.30am' };
    const none = await stage.send(`${path}/edit/applications`, { ...dates, ...spring });
    expect(none.status).toBe(422);
    expect(none.html).toContain('put forward in that night');
    const autumn = { ...boxes('applicationsCloseAt', '2034-10-29'), 'applicationsCloseAt.time': '1.30am' };
    expect((await stage.send(`${path}/edit/applications`, { ...dates, ...autumn })).html).toContain(
      'shows this time twice',
    );
    const late = { ...boxes('applicationsCloseAt', '2035-05-20'), ...boxes('decisionOn', '') };
    expect((await stage.send(`${path}/edit/applications`, { ...dates, ...late })).html).toContain(
      'close after the visit has begun',
    );
    expect((await stage.send(`${path}/edit/applications`, dates)).location).toBe(path);
    expect(await stage.text(path)).toContain('Monday 15 January 2035, 12 noon');
  });

  it('is announced once package travel was considered and signed', async () => {
    expect(await stage.text(path)).toContain(
      'nobody has signed that the rules of package travel were considered',
    );
    expect((await stage.send(`${path}/package-travel/edit`, exempt)).location).toBe(`${path}/package-travel`);
    expect((await stage.send(`${path}/package-travel/sign`, signature)).location).toBe(
      `${path}/package-travel`,
    );
    expect(await stage.text(`${path}/package-travel`)).toMatch(
      /version 1, signed by .* \(Head of operations\)/,
    );
    const announced = await stage.send(`${path}/status/announced`);
    expect(announced.location).toBe(path);
    // A second press of the button.
    const again = await stage.staff.post(`${path}/status/announced`, { version: '5' });
    expect(again.location).toBe(path);
    expect((await messages(id)).map(({ type }) => type)).toEqual(['study-visits.visit-announced.v1']);
  });

  it('is read by everybody, with all that they need to decide', async () => {
    const answer = await fetch(`${stage.url}/visits/mondragon-2035`);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    for (const words of [
      'Basque Country, Spain',
      'Applications are open until',
      'Monday 15 January 2035, 12 noon',
      '5 places are funded',
      'At most 2 delegates from one organisation',
      '1 place for the press',
      'Until Thursday 8 February 2035, you pay nothing',
      'href="/visits/mondragon-2035/apply"',
      '"@type":"Event"',
      '"price":"995.00"',
    ]) {
      expect(html).toContain(words);
    }
    expect(await stage.text('/visits')).toContain('Mondragon 2035');
    const sitemap = await (await fetch(`${stage.url}/visits/sitemap.xml`)).text();
    expect(sitemap).toContain('/visits/mondragon-2035</loc>');
  });

  it('tells others of a change only where they see something of it', async () => {
    expect((await stage.send(`${path}/edit/places`, { fundedPlaces: '6' })).location).toBe(path);
    expect(await messages(id)).toHaveLength(1);
    expect((await stage.send(`${path}/edit`, { title: 'Mondragon in May 2035' })).location).toBe(path);
    const [, changed] = await messages(id);
    expect(changed).toMatchObject({
      type: 'study-visits.visit-changed.v1',
      payload: { title: 'Mondragon in May 2035' },
    });
    expect((await stage.staff.get('/visits/mondragon-2035')).status).toBe(200);
  });

  it('keeps what everybody has read once it is announced', async () => {
    const blank = { ...boxes('applicationsOpenAt', ''), 'applicationsOpenAt.time': '' };
    const refused = await stage.send(`${path}/edit/applications`, blank);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('id="applicationsOpenAt-error"');
    const moved = await stage.send(`${path}/edit`, {
      ...boxes('firstDay', '2035-01-10'),
      ...boxes('lastDay', '2035-01-12'),
    });
    expect(moved.status).toBe(422);
    expect(moved.html).toContain('Applications would close after the visit has begun');
    const slug = await stage.staff.post(`${path}/edit`, {
      ...wishes,
      slug: 'elsewhere',
      version: '99',
    });
    expect(slug.status).toBe(409);
  });

  it('says that its price changed since package travel was signed', async () => {
    expect((await stage.send(`${path}/edit/money`, { pricePence: '1095' })).location).toBe(path);
    const text = await stage.text(`${path}/package-travel`);
    expect(text).toContain('Changed since it was signed on');
    expect(text).toContain('£1,095.00');
    expect((await stage.send(`${path}/edit/money`, { pricePence: '995' })).location).toBe(path);
    expect(await stage.text(`${path}/package-travel`)).not.toContain('Changed since');
  });

  it('is not made smaller than the number of those who have a place', async () => {
    const visit = await stage.visit();
    await stage.traveller(visit, { name: 'Ana' });
    await stage.traveller(visit, { name: 'Ben' });
    await stage.traveller(visit, { part: 'leader' });
    const small = { places: '1', organisationLimit: '1' };
    const refused = await stage.send(`${visit.manage}/edit/places`, small);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('2 delegates have a place already');
    expect((await stage.send(`${visit.manage}/edit/places`, { ...small, places: '2' })).location).toBe(
      visit.manage,
    );
  });

  it('is confirmed once risks are signed off and somebody comes, and cancelled with a reason', async () => {
    const visit = await stage.visit({ title: 'Preston' });
    const early = await stage.send(`${visit.manage}/status/confirmed`);
    expect(early.html).toContain('The risk assessment is not signed off');
    await stage.send(`${visit.manage}/risks/new`, coach);
    await stage.send(`${visit.manage}/risks/sign`, signature);
    await stage.traveller(visit);
    expect((await stage.send(`${visit.manage}/status/confirmed`)).location).toBe(visit.manage);
    expect(await stage.text(`/visits/${visit.slug}`)).toContain('it takes place');
    const wordless = await stage.send(`${visit.manage}/status/cancelled`, { reason: ' ' });
    expect(wordless.status).toBe(422);
    expect(wordless.html).toContain('id="reason-error"');
    await stage.send(`${visit.manage}/status/cancelled`, { reason: markup });
    const { html } = await stage.staff.get(`/visits/${visit.slug}`);
    expect(html).not.toContain('<b>bold');
    expect(html).toContain('EventCancelled');
    expect((await messages(visit.id)).map(({ payload }) => payload.status)).toEqual([
      'confirmed',
      'cancelled',
    ]);
    const edit = await stage.staff.get(`${visit.manage}/edit`);
    expect(edit.location).toBe(visit.manage);
  });
});

describe('two who change one visit', () => {
  it('do not lose what either wrote', async () => {
    const visit = await stage.visit({ title: 'Kept', status: 'draft' });
    const edit = `${visit.manage}/edit/places`;
    const answers = await whileVisitLocked(stage, visit.id, 2, () =>
      Promise.all([stage.send(edit, { places: '30' }), stage.send(edit, { places: '40' })]),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303, 409]));
    const late = answers.find(({ status }) => status === 409);
    expect(late?.html).toContain('Save mine in place of theirs');
    expect(late?.html).toMatch(/value="(30|40)"/);
    const [row] = await stage.query<{ version: number }>('SELECT version FROM visits WHERE id = $1', [
      visit.id,
    ]);
    expect(row?.version).toBe(2);
  });

  it('may press the same button twice', async () => {
    const visit = await stage.visit({ title: 'Twice', status: 'draft' });
    const edit = `${visit.manage}/edit/places`;
    const answers = await whileVisitLocked(stage, visit.id, 2, () =>
      Promise.all([stage.send(edit, { places: '30' }), stage.send(edit, { places: '30' })]),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  });
});

describe('a copy', () => {
  it('has all that was planned, its dates moved, nothing signed and nobody in it', async () => {
    const contacts = JSON.stringify([{ name: 'Robin', role: '', phone: null, email: 'robin@example.org' }]);
    const { manage } = await stage.visit({ title: 'Emilia-Romagna 2035', columns: { contacts } });
    await stage.send(`${manage}/risks/new`, coach);
    await stage.send(`${manage}/risks/sign`, signature);
    await stage.send(`${manage}/package-travel/edit`, exempt);
    await stage.send(`${manage}/budget/new`, {
      description: 'Flights',
      plannedPence: '5000',
      actualPence: '5100',
    });
    const copied = await stage.send(`${manage}/copy`);
    expect(copied.location).toMatch(/^\/visits\/manage\//);
    const copy = copied.location ?? '';
    const text = await stage.text(copy);
    expect(text).toContain('Emilia-Romagna 2036');
    expect(text).toContain('Sunday 9 March 2036');
    expect(text).not.toContain('Robin');
    expect(await stage.text(`${copy}/risks`)).toContain('Nobody has signed off this risk assessment yet.');
    expect(await stage.text(`${copy}/risks`)).toContain('The coach has an accident');
    expect(await stage.text(`${copy}/budget`)).toContain('£5,000.00');
    expect(await stage.text(`${copy}/package-travel`)).toContain('Nobody has signed this yet.');
    expect(await stage.text(`${copy}/history`)).toContain('Copied from “Emilia-Romagna 2035”');
  });
});

describe('a draft', () => {
  it('is deleted once that is confirmed, harmlessly twice; what was announced is not', async () => {
    const { manage } = await stage.visit({ status: 'draft' });
    expect((await stage.send(`${manage}/delete`)).location).toBe('/visits/manage');
    expect((await stage.staff.post(`${manage}/delete`)).location).toBe('/visits/manage');
    const known = await stage.visit();
    expect((await stage.staff.post(`${known.manage}/delete`, { version: '1' })).location).toBe(known.manage);
    expect((await stage.staff.get(known.manage)).status).toBe(200);
  });
});

describe('addresses that lead nowhere', () => {
  it.each(['/visits/nothing-here', '/visits/%00', '/visits/manage/nothing', '/visits/manage/nothing/risks'])(
    '%s is a page that says so',
    async (address) => {
      expect((await stage.staff.get(address)).status).toBe(404);
    },
  );

  it('are sections and steps that there are not', async () => {
    const { manage } = await stage.visit();
    expect((await stage.staff.get(`${manage}/edit/nothing`)).status).toBe(404);
    expect((await stage.staff.get(`${manage}/status/over`)).status).toBe(404);
  });
});

describe('visitors', () => {
  it('see nothing of plans', async () => {
    for (const part of [
      '',
      '/edit',
      '/edit/money',
      '/budget',
      '/risks',
      '/package-travel',
      '/documents',
      '/history',
    ]) {
      expect((await fetch(`${stage.url}${path}${part}`, { redirect: 'manual' })).status).toBe(403);
    }
  });
});
