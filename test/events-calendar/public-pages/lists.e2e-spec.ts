import { startSystem, type System } from '#launcher';
import { readPage, type ReadPage } from './pages.js';
import { at, onDays, sample, sampleCalendar, today } from './sample-calendar.js';
import { seed } from './seed.js';

describe('what’s on', () => {
  let system: System;
  const open = (path: string): Promise<ReadPage> => readPage(`${system.urls['events-calendar']}${path}`);

  beforeAll(async () => {
    system = await startSystem({ apps: ['events-calendar'] });
  });
  afterAll(() => system.stop());

  it('says where nothing is planned what will be there', async () => {
    const page = await open('/calendar');
    expect(page.text).toContain('Nothing is planned at the moment');
    expect(page.hrefs('subscribe to the calendar')).toEqual(['/calendar/subscribe']);
    expect((await open('/calendar/archive')).text).toContain('Nothing has taken place yet');
    expect((await open('/calendar/subscribe')).text).toContain('Nothing is coming up in it');
  });

  describe('with events', () => {
    beforeAll(async () => {
      await seed(system.databaseUrl('events-calendar'), sampleCalendar(), {
        'wealth-building': 'Community wealth building',
      });
      // A change is noticed within moments; pages of before must be gone before the tests look.
      for (let tries = 0; tries < 600; tries += 1) {
        if ((await open('/calendar')).headings.length > 3) return;
        await new Promise((resolve) => {
          setTimeout(resolve, 100);
        });
      }
    });

    it('lists what is coming up under months, what has begun first', async () => {
      const { headings } = await open('/calendar');
      expect(headings.slice(0, 3)).toEqual(['1 What’s on', '2 On now', '3 Stand at the LGA conference']);
      const conference = headings.indexOf('3 Annual Conference and AGM');
      const month = today().add({ days: 40 }).toLocaleString('en-GB', { month: 'long', year: 'numeric' });
      expect(headings.slice(0, conference).findLast((heading) => heading.startsWith('2'))).toBe(`2 ${month}`);
    });

    it('filters by what its form sends, and leads to an address without empty fields', async () => {
      const sent = await open('/calendar?q=&kind=meeting&place=&series=&tag=');
      expect([sent.status, sent.headers.get('location')]).toEqual([303, '/calendar?kind=meeting']);
      const page = await open('/calendar?kind=meeting');
      const titles = page.headings
        .filter((heading) => heading.startsWith('3'))
        .map((heading) => heading.slice(2));
      expect(new Set(titles)).toEqual(new Set(['Officer call', 'Officer call: budgets']));
      expect(page.text).toContain('11 events found');
      expect(page.meta('robots')).toBe('noindex');
    });

    it.each([
      ['kind=launch', ['Launch of the housing commission']],
      ['format=hybrid', ['Officer call: budgets']],
      [
        'format=online&kind=online+event',
        ['Community wealth building: procurement', 'Community wealth building: land and property'],
      ],
      ['place=rochdale', ['Annual Conference and AGM']],
      ['place=OL16', ['Annual Conference and AGM']],
      ['place=preston', ['Officer call: budgets']],
      ['place=%25', []],
      ['q=showca', ['Annual Conference and AGM']],
      ['q=co-operative+summit', ['Tameside Co-operative Summit']],
      ['q=%27%29%3B+%7C+%21', []],
      ['tag=net+zero', ['Annual Conference and AGM']],
      [
        'series=wealth-building',
        ['Community wealth building: procurement', 'Community wealth building: land and property'],
      ],
    ])('%s', async (query, titles) => {
      const page = await open(`/calendar?${query}`);
      expect(page.status).toBe(200);
      const shown = page.headings
        .filter((heading) => heading.startsWith('3'))
        .map((heading) => heading.slice(2));
      expect(shown).toEqual(titles);
    });

    it('shows each filter as a link that takes it away, and keeps them on the way to the other views', async () => {
      const page = await open('/calendar?kind=meeting&kind=launch&q=officer');
      expect(page.hrefs(/^Remove the filter Meetings/)).toEqual(['/calendar?kind=launch&q=officer']);
      expect(page.hrefs(/^Remove the filter “officer”/)).toEqual(['/calendar?kind=meeting&kind=launch']);
      expect(page.hrefs('Clear')).toEqual(['/calendar']);
      for (const [name, path] of [
        ['Month by month', '/calendar/months'],
        ['Past events', '/calendar/archive'],
        ['Subscribe', '/calendar/subscribe'],
      ] as const) {
        expect(page.hrefs(name)).toEqual([`${path}?kind=meeting&kind=launch&q=officer`]);
      }
      const months = await open('/calendar/months?kind=launch');
      expect([months.status, months.headers.get('location')]).toEqual([
        302,
        `/calendar/months/${today().toPlainYearMonth().toString()}?kind=launch`,
      ]);
    });

    it('says how to widen a filter that finds nothing', async () => {
      const page = await open('/calendar?q=zeppelin');
      expect(page.text).toContain('Nothing matches what you asked for');
      expect(page.hrefs('show everything')).toEqual(['/calendar']);
      expect(page.hrefs('look for it among past events')).toEqual(['/calendar/archive?q=zeppelin']);
    });

    it('leaves the titles of cancelled events in, marked in words', async () => {
      const page = await open('/calendar?q=regional');
      expect(page.text).toContain('Cancelled');
      expect((await open('/calendar?q=summit')).text).toContain('Postponed');
    });

    it('keeps what is over by years, and has no page for other years', async () => {
      const years = await open('/calendar/archive');
      const before = today().subtract({ days: 300 }).year;
      expect(years.hrefs(/^\d{4}$/)).toEqual([
        `/calendar/archive/${before}`,
        '/calendar/archive/2020',
        '/calendar/archive/2019',
      ]);
      const page = await open('/calendar/archive/2019');
      expect(page.headings).toEqual(
        expect.arrayContaining([
          '1 Past events of 2019',
          '2 October 2019',
          '3 Annual Conference and Co-operative Showcase',
        ]),
      );
      expect((await open('/calendar/archive/1995')).text).toContain('Nothing of 1995 is in the calendar');
      for (const year of ['1989', String(today().year + 1), '20x9', '02019', '-1', 'constructor']) {
        expect((await open(`/calendar/archive/${year}`)).status).toBe(404);
      }
    });

    it('lists public pages and events for search engines', async () => {
      const response = await fetch(`${system.urls['events-calendar']}/calendar/sitemap.xml`);
      const xml = await response.text();
      expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8');
      const addresses = [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(
        ([, address]) => new URL(address ?? '').pathname,
      );
      expect(addresses).toEqual(
        expect.arrayContaining([
          '/calendar',
          '/calendar/archive',
          '/calendar/archive/2019',
          '/calendar/events/annual-conference',
        ]),
      );
      for (const address of addresses) expect((await open(address)).status).toBe(200);
    });
  });
});

describe('a long list', () => {
  let system: System;
  const count = 60;
  beforeAll(async () => {
    system = await startSystem({ apps: ['events-calendar'] });
    // Several at the same moment: the order of those must not change from page to page.
    const events = Array.from({ length: count }, (_, index) =>
      sample({ title: `Event ${index}`, when: index % 3 === 0 ? onDays(5) : at(5 + (index % 4)) }),
    );
    await seed(system.databaseUrl('events-calendar'), events);
  });
  afterAll(() => system.stop());

  it('is paged without repeating or losing any', async () => {
    const seen: string[] = [];
    const counts: string[] = [];
    let path: string | undefined = '/calendar';
    while (path !== undefined) {
      const page = await readPage(`${system.urls['events-calendar']}${path}`);
      seen.push(
        ...page.links.map((link) => link.href).filter((href) => href.startsWith('/calendar/events/')),
      );
      counts.push(/Showing (.*?) coming up/.exec(page.text)?.[1] ?? '');
      path = page.hrefs('Next page')[0];
    }
    expect(counts).toEqual(['1 to 25 of 60 events', '26 to 50 of 60 events', '51 to 60 of 60 events']);
    expect(seen).toHaveLength(count);
    expect(new Set(seen).size).toBe(count);
  });

  it('shows its first page where one is asked for that there is no more', async () => {
    const page = await readPage(`${system.urls['events-calendar']}/calendar?page=40`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Showing 1 to 25 of 60 events');
  });
});
