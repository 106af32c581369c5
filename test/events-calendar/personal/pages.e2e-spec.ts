import { randomUUID } from 'node:crypto';
import { startSystem, type System } from '#launcher';
import { readPage } from '../public-pages/pages.js';
import { officerAt, organisation, person, seat, startTelling, type Telling } from '../read-model/telling.js';
import { startIdentity, type Person, type TestIdentity } from '../signed-in.js';
import { feedPathIn, seenIn, subscriber } from './subscriber.js';

describe('the page of one’s own calendar', () => {
  let identity: TestIdentity;
  let system: System;
  let telling: Telling;
  const url = () => system.urls['events-calendar'] ?? '';
  const signIn = (different: Partial<Person> = {}) =>
    subscriber(url(), identity, { id: randomUUID(), roles: ['person'], ...different });

  beforeAll(async () => {
    identity = await startIdentity();
    system = await startSystem({ apps: ['events-calendar', 'members'], env: identity.env });
    telling = await startTelling(system);
  });

  afterAll(async () => {
    await telling.stop();
    await system.stop();
    await identity.stop();
  });

  it('says what the feed holds and why', async () => {
    const council = organisation({ name: 'Rochdale Borough Council' });
    const told = person({
      affiliations: officerAt(council.id),
      seats: [seat('2020-01-01', '2099-03-31')],
    });
    await telling.tell('members.organisation-changed.v1', 1, council);
    await telling.tell('members.person-changed.v1', 1, told);
    const { html } = await (await signIn({ id: told.id })).open('/calendar/my-feed');
    expect(html).toContain('as you belong to Rochdale Borough Council');
    expect(html).toContain('meetings of the Executive Oversight Committee until 31 March 2099');
  });

  it('shows an address once, with a link for each calendar, and then no more', async () => {
    const browser = await signIn();
    const { html } = await browser.open('/calendar/my-feed');
    const made = await browser.send('/calendar/my-feed/make', { seen: seenIn(html) ?? '' });
    expect(made.status).toBe(200);
    const address = `${url()}${feedPathIn(made.html)}`.replace(
      url(),
      new URL(system.urls['shell'] ?? '').origin,
    );
    const webcal = encodeURIComponent(address.replace('http:', 'webcal:'));
    expect(made.html).toContain(`https://calendar.google.com/calendar/r?cid=${webcal}`);
    for (const host of ['office', 'live']) {
      expect(made.html).toContain(
        `https://outlook.${host}.com/calendar/0/addfromweb?url=${encodeURIComponent(address)}&amp;name=My%20network%20events`,
      );
    }
    expect(made.html).toContain('QR code');
    const after = await browser.open('/calendar/my-feed');
    expect(after.html).toContain('You have an address');
    expect(() => feedPathIn(after.html)).toThrow();
  });

  it('makes no second address when the answer is loaded again, or an older page is sent', async () => {
    const browser = await signIn();
    const first = await browser.makeFeed();
    const again = await browser.send('/calendar/my-feed/make', { seen: 'none' });
    expect([again.status, again.location]).toEqual([303, '/calendar/my-feed']);
    expect((await fetch(url() + first)).status).toBe(200);
  });

  it('makes one address when two are asked for at once', async () => {
    const id = randomUUID();
    const browser = await signIn({ id });
    const atOnce = Array.from({ length: 20 });
    // So that the service has connections to its database open, and nobody has to wait for one.
    await Promise.all(atOnce.map(() => browser.open('/calendar/my-feed')));
    const answers = await Promise.all(
      atOnce.map(() => browser.send('/calendar/my-feed/make', { seen: 'none' })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(atOnce.length - 1);
    await expect(
      telling.query('SELECT FROM personal_feeds WHERE person_id = $1', [id]),
    ).resolves.toHaveLength(1);
  });

  it('says so when two records with an address each have become one, and removes both', async () => {
    const [stays, goes] = [person(), person()];
    for (const told of [stays, goes]) await telling.tell('members.person-changed.v1', 1, told);
    const first = await (await signIn({ id: stays.id })).makeFeed();
    const second = await (await signIn({ id: goes.id })).makeFeed();
    await telling.tell('members.person-changed.v1', 2, { ...goes, mergedInto: stays.id });
    const browser = await signIn({ id: stays.id });
    expect((await browser.open('/calendar/my-feed')).html).toContain('You have more than one address');
    const statuses = () =>
      Promise.all([first, second].map(async (path) => (await fetch(url() + path)).status));
    await expect(statuses()).resolves.toEqual([200, 200]);
    // A browser in which the record that went is still signed in acts on the one that stays.
    await (await signIn({ id: goes.id })).send('/calendar/my-feed/remove', {});
    await expect(statuses()).resolves.toEqual([404, 404]);
  });

  it('asks before an address ends, for a new one or for none', async () => {
    const browser = await signIn();
    const [none] = [await browser.open('/calendar/my-feed/remove')];
    expect(none.status).toBe(303);
    const path = await browser.makeFeed();
    for (const step of ['replace', 'remove']) {
      expect((await browser.open(`/calendar/my-feed/${step}`)).status).toBe(200);
    }
    expect((await fetch(url() + path)).status).toBe(200);
  });

  it('lets staff who act for somebody see and remove, but make no address', async () => {
    const id = randomUUID();
    const actor = { id: 'sam', name: 'Sam Staff' };
    const acting = await signIn({ id, name: 'Xiu Example', actor });
    const { html } = await acting.open('/calendar/my-feed');
    expect(html).toContain('You are acting for Xiu Example');
    expect(seenIn(html)).toBeNull();
    expect((await acting.send('/calendar/my-feed/make', { seen: 'none' })).status).toBe(403);
    const path = await (await signIn({ id })).makeFeed();
    expect((await acting.send('/calendar/my-feed/remove', {})).status).toBe(303);
    expect((await fetch(url() + path)).status).toBe(404);
  });

  it('is for people who are signed in, and for our own forms', async () => {
    expect((await fetch(`${url()}/calendar/my-feed`)).status).toBe(403);
    const headers = await identity.headers({ id: randomUUID(), roles: ['person'] });
    for (const step of ['make', 'remove']) {
      const foreign = await fetch(`${url()}/calendar/my-feed/${step}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { ...headers, 'sec-fetch-site': 'cross-site' },
        body: new URLSearchParams({ seen: 'none' }),
      });
      expect(foreign.status).toBe(403);
    }
  });

  it('is found from the page of the other feeds', async () => {
    const path = `${url()}/calendar/subscribe`;
    const visitors = await readPage(path);
    expect(visitors.hrefs('Sign in for a calendar of your own')).toEqual([
      '/members/sign-in?return=%2Fcalendar%2Fmy-feed',
    ]);
    const theirs = await readPage(path, await identity.headers({ roles: ['person'] }));
    expect(theirs.hrefs('Get a calendar of your own')).toEqual(['/calendar/my-feed']);
  });
});
