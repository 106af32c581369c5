import { startSystem, type System } from '#launcher';
import { attribute, readPage } from './pages.js';
import { at, sample, sampleCalendar, today } from './sample-calendar.js';
import { seed } from './seed.js';

/** What a public page may weigh on a first visit, everything that it needs included, in bytes. */
const limit = 60 * 1024;

/** Status line and headers come on top of a body; this is more than ours have. */
const perAnswer = 1500;

describe('the weight of public pages', () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem({ apps: ['events-calendar', 'shell'] });
    // A full page of the list, a full month, and more series and tags than are offered.
    const many = Array.from({ length: 120 }, (_, index) =>
      sample({
        title: `Workshop ${index}: embedding social value in council activities, part ${index}`,
        kind: 'workshop',
        when: at(index % 28),
        place: { name: `Town hall ${index}`, address: null, coordinates: null },
        series: `series-number-${index}`,
        tags: [`first tag ${index}`, `second tag ${index}`],
      }),
    );
    await seed(system.databaseUrl('events-calendar'), [...sampleCalendar(), ...many]);
  });
  afterAll(() => system.stop());

  /** The length of an answer's body as it travels. */
  async function travels(path: string): Promise<number> {
    const response = await fetch(`${system.urls['shell']}${path}`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(response.status).toBe(200);
    // Node's fetch unpacks the body: the length that was sent stands in the header, or the body came as it is.
    const length = response.headers.get('content-length');
    const body = await response.arrayBuffer();
    if (response.headers.get('content-encoding') !== null) {
      expect(length).not.toBeNull();
      return Number(length) + perAnswer;
    }
    return body.byteLength + perAnswer;
  }

  it.each([
    '/',
    '/calendar',
    '/calendar?kind=workshop&page=2',
    '/calendar/archive',
    '/calendar/archive/2019',
    `/calendar/months/${today().toPlainYearMonth().toString()}`,
    '/calendar/events/annual-conference',
    '/calendar/events/officer-call',
    '/calendar/events/long',
    '/calendar/subscribe',
    '/calendar/subscribe?kind=meeting&series=officer-calls',
  ])('%s is under 60 KB in all', async (path) => {
    const page = await readPage(`${system.urls['shell']}${path}`);
    const parts = [
      ...page
        .all('link')
        .filter((link) => /stylesheet|icon/.test(attribute(link, 'rel') ?? ''))
        .map((link) => attribute(link, 'href')),
      ...page.all('script').map((script) => attribute(script, 'src')),
      ...page.all('img').map((image) => attribute(image, 'src')),
    ].filter((address) => address !== undefined);
    expect(parts.length).toBeGreaterThanOrEqual(2);
    for (const address of parts) expect(address).toMatch(/^\//);
    const weights = await Promise.all([path, ...parts].map(travels));
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThan(limit);
  });
});
