import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { goodForm, startStaffed, textOf, type Fields, type Staffed } from './staff.js';

const path = '/calendar/manage/new';
let calendar: Staffed;
beforeAll(async () => {
  calendar = await startStaffed();
});
afterAll(() => calendar.stop());

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
