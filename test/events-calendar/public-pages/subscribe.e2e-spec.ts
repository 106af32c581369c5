import { startSystem, type System } from '#launcher';
import { attribute, readPage, type ReadPage } from './pages.js';
import { sampleCalendar } from './sample-calendar.js';
import { seed } from './seed.js';

describe('the subscribe page', () => {
  let system: System;
  const open = (path: string): Promise<ReadPage> =>
    readPage(`${system.urls['events-calendar']}/calendar/subscribe${path}`);

  beforeAll(async () => {
    system = await startSystem({ apps: ['events-calendar'] });
    await seed(system.databaseUrl('events-calendar'), sampleCalendar(), {
      'wealth-building': 'Community wealth building',
    });
  });
  afterAll(() => system.stop());

  const address = (page: ReadPage): string => {
    const input = page.all('input').find((each) => attribute(each, 'name') === 'address');
    return (input && attribute(input, 'value')) ?? '';
  };

  it.each([
    ['', '/calendar/feeds/all.ics', 'Network events'],
    [
      '?series=wealth-building',
      '/calendar/feeds/series/wealth-building.ics',
      'Network events: Community wealth building',
    ],
    [
      '?kind=meeting&kind=launch',
      '/calendar/feeds/filtered.ics?kind=meeting&kind=launch',
      'Network events: meeting, launch',
    ],
    [
      '?tag=net+zero&place=Rochdale',
      '/calendar/feeds/filtered.ics?place=Rochdale&tag=net+zero',
      'Network events: net zero, Rochdale',
    ],
  ])('makes the links of %p', async (query, path, name) => {
    const page = await open(query);
    const feed = new URL(address(page));
    expect(feed.pathname + feed.search).toBe(path);
    expect(page.headings).toContain(`2 ${name}`);
    const webcal = feed.href.replace(/^http:/, 'webcal:');
    expect(page.hrefs(/^Apple/)).toEqual([webcal]);
    expect(new URL(page.hrefs('Google Calendar')[0] ?? '').searchParams.get('cid')).toBe(webcal);
    for (const outlook of page.hrefs(/Outlook/)) {
      expect(Object.fromEntries(new URL(outlook).searchParams)).toEqual({ url: feed.href, name });
    }
    expect(page.hrefs(/Outlook/).map((href) => new URL(href).host)).toEqual([
      'outlook.office.com',
      'outlook.live.com',
    ]);
    const answer = await fetch(`${system.urls['events-calendar']}${path}`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/calendar/);
    expect(await answer.text()).toContain('BEGIN:VEVENT');
  });

  it('sends the filter builder’s form to a short address', async () => {
    const sent = await open('?kind=workshop&place=&series=&tag=&q=');
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/calendar/subscribe?kind=workshop']);
  });

  it('offers the kinds, series and tags of public events only', async () => {
    const page = await open('');
    expect(page.hrefs('Study visits')).toEqual(['/calendar/subscribe?kind=study+visit']);
    expect(page.hrefs('Community wealth building')).toEqual(['/calendar/subscribe?series=wealth-building']);
    expect(page.hrefs('net zero')).toEqual(['/calendar/subscribe?tag=net+zero']);
    expect(page.html).not.toContain('secret-tag');
  });

  it('has a QR code of the address, without inline styles', async () => {
    const page = await open('');
    const code = page.all('div').find((each) => attribute(each, 'role') === 'img');
    expect(code && attribute(code, 'aria-label')).toBe(`QR code of the address ${address(page)}`);
    expect(page.all('svg').length).toBeGreaterThan(0);
    const styled = page.elements.filter((element) => attribute(element, 'style') !== undefined);
    expect(styled).toEqual([]);
  });

  it('says how soon each calendar looks for changes', async () => {
    const { text } = await open('');
    expect(text).toMatch(/Google Calendar After some hours, up to a day/);
  });

  it('links a script that is served for good', async () => {
    const page = await open('');
    const script = page
      .all('script')
      .map((each) => attribute(each, 'src'))
      .find((src) => src?.includes('copy-address'));
    const answer = await fetch(`${system.urls['events-calendar']}${script}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect((await fetch(`${system.urls['events-calendar']}/calendar/assets/manifest.json`)).status).toBe(404);
  });
});
