import { DataSource } from 'typeorm';
import { startSystem, type System } from '#launcher';
import { createDataSource } from '../../../apps/events-calendar/src/data-source.js';
import {
  audiences,
  eventStatuses,
  type CalendarEvent,
} from '../../../apps/events-calendar/src/events/domain/event.js';
import { mayRead, visitor, type Reader } from '../../../apps/events-calendar/src/events/domain/visibility.js';
import { EventConditions } from '../../../apps/events-calendar/src/listing/conditions.js';
import { startIdentity, type TestIdentity } from '../signed-in.js';
import { readPage } from './pages.js';
import { at, onDays, sample, today } from './sample-calendar.js';
import { seed } from './seed.js';
import type { Role } from '#platform';

const boards = ['values-and-principles-board', 'executive-oversight-committee'];

/** Every audience with every status and board, to come and over; their titles are words of their own. */
function everyCombination(): CalendarEvent[] {
  return audiences.flatMap((audience) =>
    eventStatuses.flatMap((status) =>
      (audience === 'board' ? boards : [null]).flatMap((board) =>
        [at(3), onDays(-40)].map((when, index) => {
          const name = ['event', audience, status, board ?? 'any', index === 0 ? 'next' : 'past'].join('-');
          return sample({
            ref: name,
            title: `Title of ${name}`,
            audience,
            status,
            board,
            when,
            series: 'combinations',
            tags: [`tag of ${name}`],
            place: { name: `Place of ${name}`, address: null, coordinates: null },
            statusReason: status === 'cancelled' || status === 'postponed' ? `Reason of ${name}` : null,
          });
        }),
      ),
    ),
  );
}

const readers: readonly (Reader & { readonly roles: readonly Role[] })[] = [
  { roles: ['visitor'], boards: [] },
  { roles: ['person'], boards: [] },
  { roles: ['person', 'booking-contact'], boards: [] },
  { roles: ['person', 'board'], boards: boards.slice(0, 1) },
  { roles: ['person', 'board'], boards },
  { roles: ['person', 'staff'], boards: [] },
  { roles: ['person', 'admin'], boards: [] },
];

describe('who sees what', () => {
  const events = everyCombination();
  let system: System;
  let identity: TestIdentity;
  let dataSource: DataSource;

  beforeAll(async () => {
    identity = await startIdentity();
    system = await startSystem({ apps: ['events-calendar'], env: identity.env });
    await seed(system.databaseUrl('events-calendar'), events, { combinations: 'Combinations' });
    dataSource = await createDataSource(system.databaseUrl('events-calendar')).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await system.stop();
    await identity.stop();
  });

  const readable = (reader: Reader) =>
    events.filter((event) => event.status !== 'draft' && mayRead(event, reader)).map((event) => event.ref);

  const open = async (path: string, reader: (typeof readers)[number]) =>
    readPage(
      `${system.urls['events-calendar']}${path}`,
      reader.roles.includes('visitor') ? {} : await identity.headers(reader),
    );

  it.each([...readers, visitor, { roles: [], boards }])(
    'is the same in queries as in the rules for %j',
    async (reader) => {
      const where = new EventConditions().visibleTo(reader);
      const rows: { ref: string }[] = await dataSource.query(
        `SELECT e.ref FROM events e WHERE ${where.sql}`,
        where.parameters,
      );
      expect(rows.map((row) => row.ref).sort()).toEqual(readable(reader).sort());
    },
  );

  const month = (days: number) => `/calendar/months/${today().add({ days }).toPlainYearMonth().toString()}`;
  const pages = [
    '/calendar',
    '/calendar?q=title',
    '/calendar?place=place',
    '/calendar?series=combinations',
    '/calendar/archive',
    `/calendar/archive/${onDays(-40).first.year}`,
    month(3),
    month(-40),
    '/calendar/sitemap.xml',
    '/calendar/fragments/upcoming',
    '/calendar/subscribe',
    '/calendar/events/event-public-published-any-next',
    '/calendar/events/event-public-cancelled-any-past',
  ];

  describe.each(readers)('for %j', (reader) => {
    it.each(pages)('%s names nothing else', async (path) => {
      const page = await open(path, reader);
      expect(page.status).toBe(200);
      const allowed = readable(reader);
      const named = events
        .filter(({ ref }) => new RegExp(`${ref}(?![\\w-])`).test(page.html))
        .map(({ ref }) => ref);
      expect(named.filter((ref) => !allowed.includes(ref))).toEqual([]);
    });

    it('the list of what’s on and the archive name all that may be read', async () => {
      const [coming, past] = await Promise.all(
        ['/calendar', `/calendar/archive/${onDays(-40).first.year}`].map((path) => open(path, reader)),
      );
      const named = [...(coming?.links ?? []), ...(past?.links ?? [])].flatMap(
        ({ href }) => /^\/calendar\/events\/([\w-]+)$/.exec(href)?.[1] ?? [],
      );
      expect(named.sort()).toEqual(readable(reader).sort());
    });

    it('an event’s page is there for whoever may read it, and for nobody else', async () => {
      for (const event of events) {
        const { status } = await open(`/calendar/events/${event.ref}`, reader);
        expect([event.ref, status]).toEqual([event.ref, mayRead(event, reader) ? 200 : 404]);
      }
    });
  });

  it('a visitor is never given what a page was for somebody signed in', async () => {
    const staff = { roles: ['person', 'staff'] as const, boards: [] };
    const before = await open('/calendar?q=of', readers[0] ?? staff);
    await open('/calendar?q=of', staff);
    const after = await open('/calendar?q=of', readers[0] ?? staff);
    expect(after.html).toBe(before.html);
    expect(after.html).not.toContain('members-published');
  });
});
