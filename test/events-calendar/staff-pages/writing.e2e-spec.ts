import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { formIn } from './form-in.js';
import { goodForm, hidden, startStaffed, textOf, type Fields, type Staffed } from './staff.js';

const path = '/calendar/manage/new';
let calendar: Staffed;
beforeAll(async () => {
  calendar = await startStaffed();
}, 60_000);
afterAll(() => calendar.stop());

describe('a new event', () => {
  test('is written as a draft, with the person’s name in its history', async () => {
    const form = await calendar.get(path);
    const once = hidden(form.html, 'once');
    const saved = await calendar.post(path, { ...goodForm, title: 'Launch', once, action: 'save' });
    expect(saved).toMatchObject({ status: 303, location: '/calendar/manage/events/2099-launch' });
    expect(saved.notice).toBe('“Launch” is saved as a draft. Only staff see it until you publish it.');
    const shown = textOf((await calendar.get('/calendar/manage/events/2099-launch')).html);
    expect(shown).toContain('Tuesday 2 June 2099, 10am to 11.30am');
    expect(shown).toMatch(/Written .* by Sam Example/);
    expect(await calendar.query('SELECT status, sequence, version FROM events')).toEqual([
      { status: 'draft', sequence: 0, version: 1 },
    ]);
  });

  test('is written once, however often the button is pressed, at once or later', async () => {
    const before = await calendar.rows();
    const fields = {
      ...goodForm,
      title: 'Twice',
      once: '5f0c1c52-6f0e-4d4f-8a57-0f0e7f7a1b11',
      action: 'confirm',
    };
    const [first, second] = await Promise.all([calendar.post(path, fields), calendar.post(path, fields)]);
    const third = await calendar.post(path, fields);
    expect(first.location).toBe('/calendar/manage/events/2099-twice');
    expect(new Set([first, second, third].map(({ location }) => location)).size).toBe(1);
    const after = await calendar.rows();
    expect(after['events']).toBe((before['events'] ?? 0) + 1);
    // Gone back to and changed, it is another event.
    const changed = await calendar.post(path, { ...fields, title: 'Thrice' });
    expect(changed.location).not.toBe(first.location);
  });

  test('that lacks a place or link is saved after the warning was seen', async () => {
    const fields = { ...goodForm, title: 'Hybrid', format: 'hybrid', 'place.name': '' };
    const before = await calendar.rows();
    const warned = await calendar.post(path, { ...fields, action: 'save' });
    expect(warned.status).toBe(200);
    expect(textOf(warned.html)).toContain('There is no place yet.');
    expect(textOf(warned.html)).toContain('There is no joining link yet.');
    expect(warned.html).toContain('Save the draft anyway');
    expect(await calendar.rows()).toEqual(before);
    const saved = await calendar.post(path, { ...fields, action: 'confirm' });
    expect(saved.status).toBe(303);
  });

  test('that clashes with another is warned of, drafts among them', async () => {
    await calendar.write({ title: 'Board', 'when.start.date.day': '3', 'when.start.date.month': '3' });
    const fields = { ...goodForm, title: 'Other', 'when.start.date.day': '3', 'when.start.date.month': '3' };
    const clash = await calendar.post(path, {
      ...fields,
      'when.start.time': '11am',
      'when.end.time': '12 noon',
    });
    expect(textOf(clash.html)).toContain(
      'The time clashes with “Board”: Tuesday 3 March 2099, 10am to 11.30am.',
    );
    const after = await calendar.post(path, {
      ...fields,
      'when.start.time': '11.30am',
      'when.end.time': '12 noon',
    });
    expect(after.status).toBe(303);
  });

  test('is previewed as readers will see it, and gone back to with everything kept', async () => {
    const before = await calendar.rows();
    const fields = {
      ...goodForm,
      title: 'Seen <b>first</b>',
      description: '# Programme\n\n<script>alert(1)</script>',
    };
    const preview = await calendar.post(path, { ...fields, action: 'preview' });
    expect(preview.status).toBe(200);
    expect(preview.html).toContain('<h3>Programme</h3>');
    expect(preview.html).not.toContain('<script>alert');
    expect(preview.html).not.toContain('<b>first');
    const carried = formIn(preview.html);
    expect(carried).toMatchObject({ ...goodForm, ...fields });
    const again = await calendar.post(path, { ...carried, action: 'change' });
    expect(again.status).toBe(200);
    expect(again.html).toContain('value="Seen &lt;b>first&lt;/b>"');
    expect(await calendar.rows()).toEqual(before);
  });

  test('begins a series of the name that was typed', async () => {
    const saved = await calendar.write({ title: 'In a series', newSeries: 'LGA & carers’ calls' });
    expect(textOf((await calendar.get(saved)).html)).toContain('LGA & carers’ calls');
    expect(await calendar.query('SELECT * FROM series')).toEqual([
      { slug: 'lga-and-carers-calls', name: 'LGA & carers’ calls' },
    ]);
  });

  test('takes nothing but what its form asks for', async () => {
    const saved = await calendar.write({
      title: 'Greedy',
      status: 'published',
      ref: '2099-chosen',
      uid: 'chosen@example.org',
      id: '01890000-0000-7000-8000-000000000000',
      sequence: '9',
      version: '9',
      'recurrence.rule': 'FREQ=DAILY',
      'recurrence.exceptions': 'x',
      __proto__: 'x',
    });
    expect(saved).toBe('/calendar/manage/events/2099-greedy');
    const rows = await calendar.query(
      `SELECT status, sequence, version, rule FROM events WHERE ref = '2099-greedy' AND uid <> 'chosen@example.org'`,
    );
    expect(rows).toEqual([{ status: 'draft', sequence: 0, version: 1, rule: null }]);
  });
});

const weekly = { 'recurrence.repeats': 'weekly', 'recurrence.interval': '1' };
const refusals: readonly [string, Fields, string, string][] = [
  ['no title', { title: ' ' }, 'Enter a title.', 'title'],
  [
    'an end before the start',
    { 'when.end.time': '9am' },
    'The end is before the start. Check both.',
    'when-end-time',
  ],
  [
    '30 February',
    { 'when.start.date.day': '30', 'when.start.date.month': '2' },
    '30 February 2099 does not exist: February 2099 has 28 days.',
    'when-start-date-day',
  ],
  [
    '1.30am on the night that the clocks go forward',
    {
      'when.start.date.day': '28',
      'when.start.date.month': '3',
      'when.start.date.year': '2027',
      'when.start.time': '1.30am',
      'when.end.time': '4am',
    },
    'does not exist in London: the clocks go forward from 1am to 2am.',
    'when-start-time',
  ],
  [
    'an unknown zone',
    { 'when.zone': 'Europe/Atlantis' },
    'No time zone is called “Europe/Atlantis”.',
    'when-zone',
  ],
  [
    'whole days in the wrong order',
    {
      'when.type': 'all-day',
      'when.first.day': '3',
      'when.first.month': '6',
      'when.first.year': '2099',
      'when.last.day': '1',
      'when.last.month': '6',
      'when.last.year': '2099',
    },
    'The last day is before the first.',
    'when-last-day',
  ],
  [
    'a month without a year',
    { 'when.type': 'month', 'when.month.month': 'June', 'when.month.year': '' },
    'The date needs a year.',
    'when-month-year',
  ],
  ['a recurrence without an end', { ...weekly }, 'Say when it stops repeating', 'recurrence-ends'],
  [
    'a recurrence beyond the years that the calendar keeps',
    {
      ...weekly,
      'recurrence.ends': 'until',
      'recurrence.until.day': '3',
      'recurrence.until.month': '6',
      'recurrence.until.year': '2110',
    },
    'The year must be between 1990 and 2100',
    'recurrence-until-year',
  ],
  [
    'a recurrence over more than ten years by its last day',
    {
      ...weekly,
      'when.start.date.year': '2027',
      'when.start.date.day': '1',
      'recurrence.ends': 'until',
      'recurrence.until.day': '2',
      'recurrence.until.month': '6',
      'recurrence.until.year': '2037',
    },
    'It would repeat for more than 10 years. End it by 1 June 2037.',
    'recurrence-until-day',
  ],
  [
    'a recurrence of too many years by its count',
    {
      'recurrence.repeats': 'yearly',
      'recurrence.interval': '1',
      'recurrence.ends': 'count',
      'recurrence.count': '12',
    },
    'It would repeat for more than 10 years.',
    'recurrence-count',
  ],
  ['half a coordinate', { 'place.latitude': '51.5' }, 'Enter both latitude and longitude', 'place-latitude'],
  [
    'a link that is none',
    { 'joining.url': 'javascript:alert(1)' },
    'Enter the whole web address',
    'joining-url',
  ],
  [
    'a link shown to more people than the event',
    { audience: 'members', 'joining.url': 'https://example.org', 'joining.shownTo': 'public' },
    'The joining link cannot be shown to more people than the event.',
    'joining-shownTo',
  ],
  ['a board’s event without the board', { audience: 'board' }, 'Choose the board', 'board'],
  [
    'a board for an event of all members',
    { audience: 'members', board: 'values-and-principles-board' },
    'A board is chosen, but the event is not for a board.',
    'board',
  ],
  [
    'two series',
    { series: 'a', newSeries: 'B' },
    'Choose a series from the list or name a new one, not both.',
    'newSeries',
  ],
  [
    'an address that is none',
    { 'organiser.name': 'A', 'organiser.email': 'nobody' },
    'is not an email address',
    'organiser-email',
  ],
];

describe('a form is refused, shown again as it was typed, and nothing is written', () => {
  test.each(refusals)('%s', async (_, fields, message, control) => {
    const before = await calendar.rows();
    for (const action of ['save', 'confirm', 'preview']) {
      const refused = await calendar.post(path, { ...goodForm, ...fields, action });
      expect(refused.status).toBe(422);
      expect(refused.html).toContain('<title>Error: Write a new event');
      expect(textOf(refused.html)).toContain(message);
      expect(refused.html).toContain(`<a href="#${control}">`);
      expect(refused.html).toMatch(new RegExp(` id="${control}"`));
      const [name, typed] = Object.entries(fields).at(-1) ?? ['', ''];
      if (String(typed).trim() !== '') expect(refused.html).toContain(`name="${name}"`);
    }
    expect(await calendar.rows()).toEqual(before);
  });

  test('with everything wrong at once, every problem in the order of the page', async () => {
    const refused = await calendar.post(path, {
      ...goodForm,
      title: '',
      kind: 'party',
      'when.start.date.day': '31',
      'when.start.date.month': '4',
      'when.end.time': '',
      'organiser.email': 'x',
      tags: 'x'.repeat(50),
    });
    const links = [...refused.html.matchAll(/<a href="#([\w-]+)">/g)].map((match) => match[1]);
    expect(links).toEqual([
      'title',
      'kind',
      'tags',
      'when-start-date-day',
      'when-end-time',
      'organiser-name',
      'organiser-email',
    ]);
    expect(refused.html).toContain('value="xxxx');
  });

  test('an unknown zone and half a date stay in their controls', async () => {
    const refused = await calendar.post(path, {
      ...goodForm,
      'when.zone': 'Europe/Atlantis',
      'when.start.date.day': '',
    });
    expect(refused.html).toContain('<option value="Europe/Atlantis" selected>');
    expect(refused.html).toMatch(/<input[^>]* name="when.start.date.year"[^>]* value="2099"/);
  });

  test('script in the title is text wherever it is shown', async () => {
    const title = '<script>alert(1)</script>"\'&';
    const event = await calendar.write({ title, description: '<img src=x onerror=alert(1)>' });
    for (const page of ['/calendar/manage', event, `${event}/edit`, `${event}/publish`, `${event}/delete`]) {
      const { status, html } = await calendar.get(page);
      expect(status).toBe(200);
      expect(html).not.toContain('<script>alert');
      expect(html).not.toContain('<img src=x');
    }
  });
});
