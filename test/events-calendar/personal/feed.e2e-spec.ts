import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { startSystem, type System } from '#launcher';
import { today } from '../public-pages/sample-calendar.js';
import { seed } from '../public-pages/seed.js';
import { officerAt, organisation, person, seat, startTelling, type Telling } from '../read-model/telling.js';
import { startIdentity, type Person, type TestIdentity } from '../signed-in.js';
import { strictCheck } from '../ical/strict-check.js';
import { readWithIcalJs, readWithNodeIcal } from '../ical/readers.js';
import { raw } from '../raw-request.js';
import { eventsForEachAudience, shownBy, titlesFor } from './calendar.js';
import { subscriber } from './subscriber.js';

describe('a person’s own feed', () => {
  let identity: TestIdentity;
  let system: System;
  let telling: Telling;
  const council = organisation();
  const url = () => system.urls['events-calendar'] ?? '';
  const get = (path: string, headers: Record<string, string> = {}) => fetch(url() + path, { headers });
  const shown = async (path: string) => shownBy(await (await get(path)).text());
  const day = (days: number) => today().add({ days }).toString();
  const secrets: string[] = [];

  const signIn = (id: string, different: Partial<Person> = {}) =>
    subscriber(url(), identity, { id, name: 'Ann Example', roles: ['person'], ...different });

  /** Tells of a person and makes their feed. */
  const subscribed = async (different: Parameters<typeof person>[0]) => {
    const told = person(different);
    await telling.tell('members.person-changed.v1', 1, told);
    const browser = await signIn(told.id);
    const path = await browser.makeFeed();
    secrets.push(path);
    return { told, browser, path };
  };

  beforeAll(async () => {
    identity = await startIdentity();
    system = await startSystem({ apps: ['events-calendar', 'members'], env: identity.env });
    await seed(system.databaseUrl('events-calendar'), eventsForEachAudience());
    telling = await startTelling(system);
    await telling.tell('members.organisation-changed.v1', 1, council);
  });

  afterAll(async () => {
    await telling.stop();
    await system.stop();
    await identity.stop();
  });

  it('holds what is public for somebody of whom nothing is known', async () => {
    const path = await (await signIn(randomUUID())).makeFeed();
    await expect(shown(path)).resolves.toEqual({
      titles: titlesFor('all'),
      calls: ['https://calls.example.org/all'],
    });
  });

  it('holds members’ events, and how to join, for people of a member organisation, until it leaves', async () => {
    const own = organisation();
    await telling.tell('members.organisation-changed.v1', 1, own);
    const { path } = await subscribed({ affiliations: officerAt(own.id) });
    await expect(shown(path)).resolves.toEqual({
      titles: titlesFor('all', 'members'),
      calls: ['all', 'all-members', 'members'].map((name) => `https://calls.example.org/${name}`),
    });
    await telling.tell('members.organisation-changed.v1', 2, { ...own, status: 'left', leftOn: day(0) });
    await expect(shown(path)).resolves.toMatchObject({ titles: titlesFor('all') });
  });

  it('holds a board’s events for those who sit on it, until they lose the seat', async () => {
    const { told, path } = await subscribed({
      affiliations: officerAt(council.id),
      seats: [seat('2020-01-01', null)],
    });
    const before = await shown(path);
    expect(before.titles).toEqual(titlesFor('all', 'members', 'oversight'));
    expect(before.calls).toContain('https://calls.example.org/oversight');
    await telling.tell('members.person-changed.v1', 2, { ...told, seats: [] });
    const after = await shown(path);
    expect(after.titles).toEqual(titlesFor('all', 'members'));
    expect(after.calls).not.toContain('https://calls.example.org/oversight');
  });

  it.each([
    ['ended yesterday', -300, -1, false],
    ['ends today', -300, 0, true],
    ['begins today', 0, 300, true],
    ['begins tomorrow', 1, null, false],
  ])('goes by the dates of a term: one that %s', async (_, from, to, holds) => {
    const { path } = await subscribed({ seats: [seat(day(from), to === null ? null : day(to))] });
    const { titles } = await shown(path);
    expect(titles.includes('For the oversight committee')).toBe(holds);
  });

  it('holds for staff what their pages show them, drafts aside', async () => {
    const { path } = await subscribed({ roles: ['staff'] });
    const { titles } = await shown(path);
    expect(titles).toEqual(titlesFor('all', 'members', 'oversight', 'other', 'guests'));
  });

  it('passes the strict check and says the same to two parsers', async () => {
    const { path } = await subscribed({ affiliations: officerAt(council.id), seats: [seat(day(0), null)] });
    const bytes = new Uint8Array(await (await get(path)).arrayBuffer());
    expect(strictCheck(bytes)).toEqual([]);
    const text = new TextDecoder().decode(bytes);
    expect(readWithNodeIcal(text)).toEqual(readWithIcalJs(text));
    expect(text).toContain('X-WR-CALNAME:My network events\r\n');
    expect(text).not.toContain('personal');
  });

  it('is the same bytes for the same rights, across restarts, and asked for again by ETag in either form', async () => {
    const one = await subscribed({ affiliations: officerAt(council.id) });
    const other = await subscribed({
      affiliations: officerAt(council.id),
      seats: [seat('2020-01-01', day(-1))],
    });
    const plain = await raw(url() + one.path, {});
    const packed = await raw(url() + one.path, { 'accept-encoding': 'gzip' });
    expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
    expect((await raw(url() + other.path, {})).body.equals(plain.body)).toBe(true);
    await system.restart('events-calendar');
    const again = await raw(url() + one.path, {});
    expect([again.body.equals(plain.body), again.headers.etag]).toEqual([true, plain.headers.etag]);
    for (const etag of [plain.headers.etag, packed.headers.etag]) {
      const asked = await raw(url() + one.path, { 'if-none-match': etag ?? '' });
      expect([asked.status, asked.body.length]).toEqual([304, 0]);
    }
    const head = await raw(url() + one.path, {}, 'HEAD');
    expect([head.status, head.body.length, head.headers.etag]).toEqual([200, 0, plain.headers.etag]);
    expect(plain.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
      vary: 'Accept-Encoding',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'same-origin',
    });
    for (const none of ['set-cookie', 'content-disposition', 'last-modified']) {
      expect(plain.headers[none]).toBeUndefined();
    }
  });

  it('changes with an event that is edited', async () => {
    const { path } = await subscribed({ affiliations: officerAt(council.id) });
    const before = await (await get(path)).text();
    await telling.query(
      `UPDATE events SET title = 'For members, renamed', version = version + 1 WHERE title = 'For members'`,
    );
    await telling.until('the change to be noticed', async () => (await (await get(path)).text()) !== before);
    expect((await shown(path)).titles).toContain('For members, renamed');
    await telling.query(
      `UPDATE events SET title = 'For members', version = version + 1 WHERE title = 'For members, renamed'`,
    );
  });

  it('is opened by its address alone, and whoever asks with it sees what its person may see', async () => {
    const { path } = await subscribed({});
    const asStaff = await identity.headers({ id: 'sam', roles: ['person', 'staff'] });
    expect(shownBy(await (await get(path, asStaff)).text()).titles).toEqual(titlesFor('all'));
    const other = `${path.slice(0, -5)}${path.at(-5) === 'A' ? 'B' : 'A'}.ics`;
    for (const wrong of [other, `${path}x`, path.slice(0, -4), '/calendar/feeds/personal/.ics']) {
      expect([wrong, (await get(wrong, asStaff)).status]).toEqual([wrong, 404]);
    }
  });

  it('is nowhere once it was removed, and the old address nowhere once there is a new one', async () => {
    const { browser, path } = await subscribed({});
    const next = await browser.makeFeed();
    expect([(await get(path)).status, (await get(next)).status]).toEqual([404, 200]);
    const removed = await browser.send('/calendar/my-feed/remove', {});
    expect([removed.status, removed.location]).toEqual([303, '/calendar/my-feed']);
    expect((await get(next)).status).toBe(404);
    expect((await get(next)).headers.get('cache-control')).toBe('private, no-store');
  });

  it('does not ask the database again for an address that was nobody’s', async () => {
    const { browser, path } = await subscribed({});
    await browser.send('/calendar/my-feed/remove', {});
    expect((await get(path)).status).toBe(404);
    await telling.query('ALTER TABLE personal_feeds RENAME TO personal_feeds_away');
    try {
      expect((await get(path)).status).toBe(404);
      // One that was not asked for before would need the table.
      expect((await get(`/calendar/feeds/personal/${'z'.repeat(43)}.ics`)).status).toBe(500);
      // What cannot be a secret needs nothing.
      expect((await get('/calendar/feeds/personal/short.ics')).status).toBe(404);
    } finally {
      await telling.query('ALTER TABLE personal_feeds_away RENAME TO personal_feeds');
    }
  });

  it('leaves its secret neither in the logs nor in the tables', async () => {
    const { path } = await subscribed({});
    await get(path);
    await telling.until('the log to be written', async () =>
      system.logs('events-calendar').includes('"route":"/calendar/feeds/personal/:file","status":200'),
    );
    const secretsSeen = secrets.map((each) => each.slice('/calendar/feeds/personal/'.length, -'.ics'.length));
    const logs = system.logs('events-calendar') + system.logs('members');
    expect(secretsSeen.filter((secret) => logs.includes(secret))).toEqual([]);
    const kept = await telling.query<{ row: string }>('SELECT f::text AS row FROM personal_feeds f');
    expect(kept.length).toBeGreaterThan(0);
    expect(secretsSeen.filter((secret) => kept.some(({ row }) => row.includes(secret)))).toEqual([]);
  });
});
