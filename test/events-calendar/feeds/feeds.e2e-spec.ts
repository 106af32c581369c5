import { gunzipSync } from 'node:zlib';
import { createTestDatabase, startSystem, type System, type TestDatabase } from '#launcher';
import type { CalendarEvent } from '../../../apps/events-calendar/src/events/domain/event.js';
import { readWithIcalJs, readWithNodeIcal } from '../ical/readers.js';
import { strictCheck } from '../ical/strict-check.js';
import { attack, longTitle, sample, sampleCalendar, at } from '../public-pages/sample-calendar.js';
import { seed } from '../public-pages/seed.js';
import { raw } from '../raw-request.js';
import { startIdentity, staffPerson, type TestIdentity } from '../signed-in.js';

const secrets: readonly CalendarEvent[] = [
  sample({ ref: 'secret-draft', title: 'Secret draft', status: 'draft' }),
  sample({ ref: 'secret-members', title: 'Secret of members', audience: 'members' }),
  sample({
    ref: 'secret-board',
    title: 'Secret of a board',
    audience: 'board',
    board: 'executive-oversight-committee',
  }),
  sample({ ref: 'secret-invited', title: 'Secret of the invited', audience: 'invited' }),
];

const joined = sample({
  ref: 'joined',
  title: 'Joining for members',
  format: 'online',
  joining: { url: 'https://meet.example.org/for-members-only', shownTo: 'members' },
  when: at(30),
});

const difficult = sample({ ref: '2026-difficult', title: `${longTitle}; \\ , ${attack} 🎉 ŵ`, when: at(12) });

describe('feeds', () => {
  let identity: TestIdentity;
  let database: TestDatabase;
  let system: System;
  const url = (path: string) => `${system.urls['events-calendar']}${path}`;
  const get = (path: string, headers: Record<string, string> = {}) => fetch(url(path), { headers });

  beforeAll(async () => {
    identity = await startIdentity();
    database = await createTestDatabase();
    const events = [...sampleCalendar(), ...secrets, joined, difficult];
    await seed(database.url('events-calendar'), events, { 'wealth-building': 'Community wealth building' });
    system = await startSystem({
      apps: ['events-calendar'],
      database,
      env: { ...identity.env, TZ: 'Europe/London' },
    });
  });

  afterAll(async () => {
    await system.stop();
    await database.drop();
    await identity.stop();
  });

  const paths = [
    '/calendar/feeds/all.ics',
    '/calendar/feeds/filtered.ics?kind=meeting',
    '/calendar/feeds/filtered.ics?kind=meeting&kind=conference&format=in+person',
    '/calendar/feeds/filtered.ics?place=rochdale',
    '/calendar/feeds/filtered.ics?tag=net+zero',
    '/calendar/feeds/filtered.ics?tag=nothing-has-this-tag',
    '/calendar/feeds/series/wealth-building.ics',
    '/calendar/feeds/events/annual-conference.ics',
    '/calendar/feeds/events/2026-difficult.ics',
  ];

  it.each(paths)('%s passes the strict check and says the same to two parsers', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(strictCheck(bytes)).toEqual([]);
    const text = new TextDecoder().decode(bytes);
    expect(readWithNodeIcal(text)).toEqual(readWithIcalJs(text));
  });

  it('holds every public event, those that are off among them, and no other', async () => {
    const text = await (await get('/calendar/feeds/all.ics')).text();
    const titles = new Set(readWithIcalJs(text).map((seen) => seen.title));
    expect(text).not.toContain('Secret');
    expect([...titles].some((title) => title.startsWith('CANCELLED: '))).toBe(true);
    expect([...titles].some((title) => title.startsWith('POSTPONED: '))).toBe(true);
    expect(titles.has('Annual Conference and AGM')).toBe(true);
  });

  it('keeps a joining link from those it is not for', async () => {
    const text = (await (await get('/calendar/feeds/all.ics')).text()).replaceAll('\r\n ', '');
    expect(text).toContain('Joining for members');
    expect(text).not.toContain('for-members-only');
  });

  it.each(secrets.map((event) => event.ref))('%s.ics is not there for a visitor', async (ref) => {
    expect((await get(`/calendar/feeds/events/${ref}.ics`)).status).toBe(404);
  });

  it('gives a member’s event, with the link, to who may see it', async () => {
    const asMember = await identity.headers({ roles: ['person'] });
    const answer = await get('/calendar/feeds/events/secret-members.ics', asMember);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Secret of members');
    const withLink = await get('/calendar/feeds/events/joined.ics', await identity.headers(staffPerson));
    expect((await withLink.text()).replaceAll('\r\n ', '')).toContain('for-members-only');
    // What one reader was given is not kept for the next.
    expect((await get('/calendar/feeds/events/secret-members.ics')).status).toBe(404);
  });

  it.each([
    '/calendar/feeds/series/nothing.ics',
    '/calendar/feeds/events/nothing.ics',
    '/calendar/feeds/events/joined',
  ])('%s is not there', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('answers as calendar programs need it', async () => {
    const response = await get('/calendar/feeds/all.ics', { accept: 'image/png', cookie: 'flash=' });
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('content-disposition')).toBeNull();
    expect(response.headers.get('last-modified')).toBeNull();
  });

  it('packs, and asks again by ETag in either form', async () => {
    const plain = await raw(url('/calendar/feeds/all.ics'), {});
    const packed = await raw(url('/calendar/feeds/all.ics'), { 'accept-encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
    expect(packed.headers.etag).not.toBe(plain.headers.etag);
    for (const etag of [plain.headers.etag, packed.headers.etag, `W/${plain.headers.etag}`, '*']) {
      const again = await raw(url('/calendar/feeds/all.ics'), { 'if-none-match': etag ?? '' });
      expect([again.status, again.body.length]).toEqual([304, 0]);
    }
    const head = await raw(url('/calendar/feeds/all.ics'), {}, 'HEAD');
    expect([head.status, head.body.length, head.headers.etag]).toEqual([200, 0, plain.headers.etag]);
  });

  it('gives the same bytes and ETag under another server’s time zone', async () => {
    const here = await Promise.all(paths.map((path) => raw(url(path), {})));
    const other = await startSystem({
      apps: ['events-calendar'],
      database,
      env: {
        TZ: 'Pacific/Auckland',
        PUBLIC_URL: new URL(system.urls['shell'] ?? '').origin,
      },
    });
    try {
      const there = await Promise.all(
        paths.map((path) => raw(`${other.urls['events-calendar']}${path}`, {})),
      );
      expect(there.map(({ body, headers }) => [headers.etag, body.toString()])).toEqual(
        here.map(({ body, headers }) => [headers.etag, body.toString()]),
      );
    } finally {
      await other.stop();
    }
  });

  it('changes exactly one event’s SEQUENCE and DTSTAMP with one edit', async () => {
    const before = versions(await (await get('/calendar/feeds/all.ics')).text());
    const asStaff = { ...(await identity.headers({ ...staffPerson, via: 'api' })) };
    const api = url('/api/v1/events-calendar/events/2026-difficult');
    const read = await fetch(api, { headers: asStaff });
    const moved = await fetch(`${api}/status`, {
      method: 'POST',
      headers: { ...asStaff, 'content-type': 'application/json', 'if-match': read.headers.get('etag') ?? '' },
      body: JSON.stringify({ status: 'postponed', reason: 'The hall is being repaired.' }),
    });
    expect(moved.status).toBe(200);
    const answer = await get('/calendar/feeds/all.ics');
    const after = versions(await answer.text());
    const changed = [...after].filter(([uid, version]) => before.get(uid) !== version);
    expect(changed).toHaveLength(1);
    const [uid, version] = changed[0] ?? ['', ''];
    const sequence = (text: string | undefined) => Number(/^\d+/.exec(text ?? '')?.[0]);
    expect(sequence(version)).toBe(sequence(before.get(uid)) + 1);
    expect(after.size).toBe(before.size);
  });
});

/** SEQUENCE and DTSTAMP of each VEVENT, by UID and occurrence. */
function versions(feed: string): Map<string, string> {
  const blocks = feed.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1);
  const valueOf = (block: string, name: string) =>
    new RegExp(`^${name}[^:]*:(.*)$`, 'm').exec(block)?.[1]?.trim() ?? '';
  return new Map(
    blocks.map((block) => [
      `${valueOf(block, 'UID')} ${valueOf(block, 'RECURRENCE-ID')}`,
      `${valueOf(block, 'SEQUENCE')} ${valueOf(block, 'DTSTAMP')}`,
    ]),
  );
}
