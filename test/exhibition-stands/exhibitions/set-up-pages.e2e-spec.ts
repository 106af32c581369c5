import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boxes, dayLine, startSetUp, type SetUpStage } from './exhibitions-stage.js';

let stage: SetUpStage;
let id: string;
let path: string;

const long = 'Exhibition of very long words '.repeat(7).slice(0, 199).trim();
const markup = '<script>alert(1)</script><b>bold</b>';

const wishes = {
  title: 'Labour Party Conference 2035',
  host: 'The Labour Party',
  summary: 'Come and see us.',
  city: 'Liverpool',
  ...boxes('firstDay', '2035-09-23'),
  ...boxes('lastDay', '2035-09-26'),
  opens: '9am',
  closes: '5pm',
};

beforeAll(async () => {
  stage = await startSetUp();
});
afterAll(() => stage.stop());

const messages = async (about: string) =>
  stage.query<{ type: string; payload: { version: number; title: string; when: { days: object[] } } }>(
    `SELECT type, payload FROM outbox WHERE aggregate_id = $1 ORDER BY position`,
    [about],
  );

describe('an exhibition', () => {
  it('is planned as a draft, once however often the button is pressed', async () => {
    const { html } = await stage.staff.get('/stands/manage/new');
    const once = /name="once" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const sent = { ...wishes, zone: 'Europe/London', walkingMinutes: '10', once };
    const [first, second] = await Promise.all([
      stage.staff.post('/stands/manage/new', sent),
      stage.staff.post('/stands/manage/new', sent),
    ]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(second.location).toBe(first.location);
    path = first.location ?? '';
    id = path.split('/').at(-1) ?? '';
    expect(await stage.text(path)).toContain('Open, Sunday 23 September 2035, 9am to 5pm');
    expect((await stage.staff.get('/stands/labour-party-conference-2035')).status).toBe(404);
    expect(await stage.text('/stands')).not.toContain('Labour');
  });

  it('says beside each field what is wrong with it', async () => {
    const sent = { ...wishes, title: '', host: ' ', closes: 'late', walkingMinutes: '-3', slug: 'Manage!' };
    const { status, html } = await stage.send('/stands/manage/new', sent);
    expect(status).toBe(422);
    for (const field of ['title', 'host', 'slug', 'closes', 'walkingMinutes']) {
      expect(html).toContain(`id="${field}-error"`);
    }
    const reserved = await stage.send('/stands/manage/new', { ...wishes, slug: 'manage' });
    expect(reserved.html).toContain('is the address of something else');
  });

  it('keeps days past midnight and says so', async () => {
    const saved = await stage.send(`${path}/days/edit`, {
      ...dayLine(4, { day: '2035-09-22', kind: 'build-up', opens: '10pm', closes: '2am' }),
      ...dayLine(5, { day: '2035-09-26', kind: 'break-down', opens: '5pm', closes: '7:30pm' }),
    });
    expect(saved.location).toBe(`${path}/days`);
    const text = await stage.text(`${path}/days`);
    expect(text).toContain('10pm to 2am (the next day)');
    expect(text).toContain('2 hours and 30 minutes');
  });

  it('counts the hours of days on which the clock changes', async () => {
    const { manage } = await stage.exhibition({ status: 'draft', days: ['2027-03-27'] });
    const saved = await stage.send(`${manage}/days/edit`, {
      ...dayLine(0, { day: '2027-03-27', opens: '10pm', closes: '6am' }),
      ...dayLine(1, { day: '2027-03-28', opens: '9am', closes: '5pm' }),
    });
    expect(saved.location).toBe(`${manage}/days`);
    expect(await stage.text(`${manage}/days`)).toContain('7 hours, as the clock goes forward');
    const autumn = await stage.send(`${manage}/days/edit`, {
      ...dayLine(0, { day: '2026-10-24', opens: '22:00', closes: '06:00' }),
      ...dayLine(1, { day: '2026-10-25', opens: '9am', closes: '5pm' }),
    });
    expect(autumn.location).toBe(`${manage}/days`);
    const text = await stage.text(`${manage}/days`);
    expect(text).toContain('9 hours, as the clock goes back');
    expect(text).toContain('8 hours');
  });

  it.each([
    [
      'that the clock leaves out',
      { day: '2027-03-28', opens: '01:10', closes: '01:50' },
      'opens',
      'leaves out',
    ],
    [
      'that close before they open',
      { day: '2027-03-28', opens: '5pm', closes: '9am' },
      'closes',
      'closes before',
    ],
    [
      'of another month',
      { day: '2027-05-28', opens: '9am', closes: '5pm' },
      'day',
      'days from the first line',
    ],
    ['given twice', { day: '2027-03-27', opens: '6pm', closes: '8pm' }, 'day', 'given twice'],
    [
      'that overlap',
      { day: '2027-03-27', kind: 'build-up', opens: '8am', closes: '9:30am' },
      'opens',
      'overlaps',
    ],
    ['that there are not', { day: '2027-02-30', opens: '9am', closes: '5pm' }, 'day', 'real date'],
    ['without hours', { day: '2027-03-28', opens: '', closes: '' }, 'opens', 'Enter a time'],
  ])('refuses days %s beside the field', async (_, line, field, words) => {
    const { manage } = await stage.exhibition({ status: 'draft', days: ['2027-03-27'] });
    const { status, html } = await stage.send(`${manage}/days/edit`, {
      ...dayLine(0, { day: '2027-03-27', opens: '9am', closes: '5pm' }),
      ...dayLine(1, line),
    });
    expect(status).toBe(422);
    expect(html).toContain(`id="days-1-${field}-error"`);
    expect(html).toContain(words);
  });

  it('shows markup as text, everywhere', async () => {
    const saved = await stage.send(`${path}/edit`, {
      summary: markup,
      description: markup,
      venue: markup,
      hall: markup,
      'contacts.0.name': markup,
      'contacts.0.role': markup,
    });
    expect(saved.location).toBe(path);
    for (const page of [path, `${path}/edit`, `${path}/history`]) {
      const { html } = await stage.staff.get(page);
      expect(html).not.toContain('<script>alert');
      expect(html).toContain('&lt;script>alert');
    }
    await stage.send(`${path}/edit`, {
      summary: 'Come and see us.',
      description: 'Come.',
      venue: 'The Arena',
      hall: '',
      'contacts.0.name': '',
      'contacts.0.role': '',
    });
  });

  it('keeps what somebody wrote when another has changed it meanwhile', async () => {
    const { manage } = await stage.exhibition({ status: 'draft' });
    const before = await stage.send(`${manage}/edit`, { city: 'Leeds' });
    expect(before.location).toBe(manage);
    const late = await stage.send(`${manage}/edit`, { city: 'York', version: '1' });
    expect(late.status).toBe(409);
    expect(late.html).toContain('value="York"');
    expect(late.html).toContain('Leeds');
    // The same again is a second press.
    const again = await stage.send(`${manage}/edit`, { city: 'Leeds', version: '1' });
    expect(again.location).toBe(manage);
  });

  it('is published, told of, changed and called off, and cannot go back', async () => {
    expect(await messages(id)).toEqual([]);
    expect((await stage.send(`${path}/status/published`)).location).toBe(path);
    expect(await stage.text('/stands/labour-party-conference-2035')).toContain(
      'Sunday 23 September 2035: 9am to 5pm',
    );
    expect((await stage.staff.get('/stands/sitemap.xml')).html).toContain(
      '/stands/labour-party-conference-2035<',
    );
    await stage.send(`${path}/edit`, { standNumber: '14' });
    await stage.send(`${path}/edit`, { walkingMinutes: '12' });
    const told = await messages(id);
    expect(told.map(({ type }) => type)).toEqual([
      'exhibition-stands.exhibition-published.v1',
      'exhibition-stands.exhibition-changed.v1',
    ]);
    expect(told[0]?.payload.when.days).toHaveLength(4);
    expect((await stage.send(`${path}/edit`, { slug: 'other-2035' })).status).toBe(422);
    expect((await stage.send(`${path}/delete`)).status).toBe(303);
    expect((await stage.send(`${path}/status/cancelled`, { reason: '' })).status).toBe(422);
    expect((await stage.send(`${path}/status/cancelled`, { reason: 'No hall.' })).location).toBe(path);
    expect(await stage.text('/stands/labour-party-conference-2035')).toContain('No hall.');
    expect((await stage.staff.get(`${path}/edit`)).location).toBe(path);
    expect((await stage.staff.get(`${path}/status/published`)).location).toBe(path);
  });

  it('is deleted as a draft only, harmlessly twice', async () => {
    const { manage } = await stage.exhibition({ status: 'draft' });
    expect((await stage.send(`${manage}/delete`)).location).toBe('/stands/manage');
    expect((await stage.staff.post(`${manage}/delete`, { version: '1' })).location).toBe('/stands/manage');
    expect((await stage.staff.get(manage)).status).toBe(404);
  });

  it('has names of 200 characters', async () => {
    const { location } = await stage.send('/stands/manage/new', {
      ...wishes,
      title: long,
      host: long,
      city: long,
    });
    expect(location).toMatch(/^\/stands\/manage\/[\da-f-]+$/);
    expect(await stage.text(location ?? '')).toContain(long);
    expect((await stage.send('/stands/manage/new', { ...wishes, title: 'x'.repeat(201) })).status).toBe(422);
  });
});
