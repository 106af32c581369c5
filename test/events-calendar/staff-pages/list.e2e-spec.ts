import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { startStaffed, textOf, type Fields, type Staffed } from './staff.js';

let calendar: Staffed;
beforeAll(async () => {
  calendar = await startStaffed();
});
afterAll(() => calendar.stop());

const list = '/calendar/manage';

/** The titles in the table, from the top. */
async function titles(query = ''): Promise<string[]> {
  const { html } = await calendar.get(`${list}${query}`);
  return [...html.matchAll(/<th scope="row"[^>]*><a[^>]*>([^<]*)</g)].map((match) => match[1] ?? '');
}

async function publish(path: string): Promise<void> {
  await calendar.post(`${path}/publish`, { version: await calendar.version(`${path}/publish`) });
}

const date = (name: string, day: Temporal.PlainDate): Fields => ({
  [`${name}.day`]: String(day.day),
  [`${name}.month`]: String(day.month),
  [`${name}.year`]: String(day.year),
});
const today = Temporal.Now.plainDateISO('Europe/London');

test('an empty calendar says what will be here and how to begin', async () => {
  const text = textOf((await calendar.get(list)).html);
  expect(text).toContain('Nothing: every draft is published');
  expect(text).toContain('Nothing is planned');
  expect(text).toContain('Write the first one');
  expect(text).not.toContain('Title ▲');
});

describe('with events of every status', () => {
  beforeAll(async () => {
    await calendar.write({ title: 'Apples', kind: 'launch' });
    const bees = await calendar.write({
      title: 'Bees',
      audience: 'board',
      board: 'values-and-principles-board',
    });
    await publish(bees);
    const cakes = await calendar.write({ title: 'Cakes', 'when.start.date.day': '1', format: 'online' });
    await publish(cakes);
    await calendar.post(`${cakes}/postpone`, { version: '2', reason: 'Storm' });
    const drums = await calendar.write({ title: 'Drums', 'when.start.date.year': '2001' });
    await publish(drums);
    await calendar.post(`${drums}/cancel`, { version: '2', reason: 'Storm' });
    const eggs = await calendar.write({ title: 'Eggs 50%', format: 'online', 'when.start.date.day': '5' });
    await publish(eggs);
    const here = await calendar.write({
      title: 'Here',
      'place.name': '',
      ...date('when.start.date', today),
      ...date('when.end.date', today.add({ days: 1 })),
    });
    await publish(here);
  });

  test('says first what needs doing, each a link to the events concerned', async () => {
    const { html } = await calendar.get(list);
    const tasks = [...html.matchAll(/<li><a class="govuk-link" href="([^"]*)">([^<]*)<\/a><\/li>/g)].map(
      (match) => [match[2], match[1]?.replaceAll('&amp;', '&')],
    );
    expect(tasks.map(([words]) => words)).toEqual([
      '1 event this month has no place',
      '1 online event has no joining link',
      '1 postponed event waits for a new date',
      '1 draft not yet published',
    ]);
    const found = await Promise.all(tasks.map(([, path]) => titles(path?.replace(list, ''))));
    expect(found).toEqual([['Here'], ['Eggs 50%'], ['Cakes'], ['Apples']]);
  });

  test('lists what is coming, drafts among it, the next first', async () => {
    expect(await titles()).toEqual(['Here', 'Cakes', 'Apples', 'Bees', 'Eggs 50%']);
    const text = textOf((await calendar.get(list)).html);
    expect(text).toContain('5 coming events');
    expect(text).toMatch(
      /Bees Tuesday 2 June 2099, 10am to 11.30am Published Values & Principles Board only Meeting/,
    );
  });

  test.each([
    ['?period=past', ['Drums']],
    ['?period=all&sort=title', ['Apples', 'Bees', 'Cakes', 'Drums', 'Eggs 50%', 'Here']],
    ['?status=draft', ['Apples']],
    ['?status=postponed', ['Cakes']],
    ['?status=cancelled', []],
    ['?status=cancelled&period=all', ['Drums']],
    ['?sort=-title', ['Here', 'Eggs 50%', 'Cakes', 'Bees', 'Apples']],
    ['?sort=status', ['Apples', 'Here', 'Bees', 'Eggs 50%', 'Cakes']],
    ['?sort=-kind&status=published', ['Here', 'Bees', 'Eggs 50%']],
    ['?sort=-audience', ['Bees', 'Here', 'Cakes', 'Apples', 'Eggs 50%']],
    ['?q=bee', ['Bees']],
    ['?q=0%25', ['Eggs 50%']],
    ['?q=2099-ap', ['Apples']],
    ['?q=town+hall&status=draft', ['Apples']],
    ['?status=x&period=y&sort=z&page=-3&lacks=w', ['Here', 'Cakes', 'Apples', 'Bees', 'Eggs 50%']],
    ["?q=')%20--", []],
  ])('%s', async (query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });

  test('a heading sorts by its column and then the other way, and keeps what is filtered by', async () => {
    const { html } = await calendar.get(`${list}?q=e&sort=title`);
    expect(html).toMatch(/aria-sort="ascending"><a href="\/calendar\/manage\?q=e&amp;sort=-title">Title</);
    expect(html).toMatch(/<th[^>]*><a href="\/calendar\/manage\?q=e">When</);
    expect(html.match(/aria-sort/g)).toHaveLength(1);
  });

  test('says so where nothing is found, or the list ends before the page', async () => {
    expect(textOf((await calendar.get(`${list}?q=zebra`)).html)).toContain('No event is like this');
    expect(textOf((await calendar.get(`${list}?page=7`)).html)).toContain('The list ends before this page');
  });

  test('links to writing, importing and exporting', async () => {
    const { html } = await calendar.get(list);
    for (const page of ['new', 'import', 'export.csv', 'export.ics']) {
      expect(html).toContain(`href="${list}/${page}"`);
    }
  });

  test('shows a recurring event once, by its next date', async () => {
    const start = today.subtract({ days: 8 });
    await calendar.write({
      title: 'Weekly',
      ...date('when.start.date', start),
      'recurrence.repeats': 'weekly',
      'recurrence.ends': 'count',
      'recurrence.count': '5',
    });
    expect((await titles()).filter((title) => title === 'Weekly')).toHaveLength(1);
    const text = textOf((await calendar.get(`${list}?q=weekly`)).html);
    const next = start.add({ days: 14 });
    expect(text).toMatch(new RegExp(`Weekly \\w+ ${next.day} .*\\(repeats\\)`));
  });

  test('comes in pages of fifty', async () => {
    await calendar.query(
      `INSERT INTO events (id, ref, uid, title, kind, format, when_type, starts_at, ends_at, zone, description,
         audience, tags, status, sequence, version, created_at, changed_at)
       SELECT gen_random_uuid(), '2098-' || n, n || '@x', 'Many ' || lpad(n::text, 3, '0'), 'meeting', 'in person',
         'timed', '2098-01-01Z', '2098-01-02Z', 'UTC', '', 'public', '{}', 'draft', 0, 1, now(), now()
       FROM generate_series(1, 120) n`,
    );
    await calendar.query(
      `INSERT INTO occurrences (event_id, original, starts, ends, when_type, zone)
       SELECT id, '', starts_at, ends_at, 'timed', 'UTC' FROM events WHERE title LIKE 'Many%'`,
    );
    const pages = await Promise.all(
      ['', '&page=2', '&page=3'].map((page) => titles(`?q=many&sort=title${page}`)),
    );
    expect(pages.map((page) => [page.length, page[0]])).toEqual([
      [50, 'Many 001'],
      [50, 'Many 051'],
      [20, 'Many 101'],
    ]);
    const { html } = await calendar.get(`${list}?q=many&sort=title&page=2`);
    expect(html).toContain('href="/calendar/manage?q=many&amp;sort=title&amp;page=3"');
    expect(textOf(html)).toContain('120 coming events with “many”');
  });
});
