import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { ConferenceFacts, PayloadOf } from '#contracts';
import { openBrowser } from '#launcher';
import { Outbox } from '#messaging';
import { createDataSource } from '../../apps/conference-registration/src/data-source.js';
import { faultsOf } from '../browser/page-checks.js';
import {
  staffBrowser,
  goodConference,
  type StaffBrowser,
} from '../conference-registration/conferences/staff.js';
import { startConferences, type ConferenceStage } from '../conference-registration/stage.js';
import { addOwnEvent, invitationTo } from './conference-stage.js';
import { subscriber } from './personal/subscriber.js';
import { staffPerson, type Person } from './signed-in.js';

const app = 'events-calendar';
const longest = 60_000;

type Delegate = PayloadOf<'conference-registration.delegate-confirmed.v1'>;

let stage: ConferenceStage;
let staff: StaffBrowser;
let calendar: pg.Client;
let sender: DataSource;
const outbox = new Outbox('conference-registration');

beforeAll(async () => {
  stage = await startConferences({ apps: ['conference-registration', app] });
  staff = staffBrowser(stage);
  calendar = new pg.Client({ connectionString: stage.system.databaseUrl(app) });
  await calendar.connect();
  sender = await createDataSource(stage.system.databaseUrl('conference-registration')).initialize();
});
afterAll(async () => {
  await sender?.destroy();
  await calendar?.end();
  await stage?.stop();
});

const rows = async <Row>(sql: string, values: readonly unknown[] = []) =>
  (await calendar.query(sql, [...values])).rows as Row[];

async function until(what: string, isTrue: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + longest;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

interface Shown {
  readonly id: string;
  readonly ref: string;
  readonly uid: string;
  readonly title: string;
  readonly status: string;
  readonly status_reason: string | null;
  readonly sequence: number;
  readonly version: number;
  readonly place_name: string | null;
  readonly starts_at: Date;
  readonly description: string;
}

/** The event that shows a conference; `null`: there is none. */
const eventOf = async (conferenceId: string): Promise<Shown | null> =>
  (
    await rows<Shown>('SELECT e.* FROM events e JOIN shown_things c ON c.event_id = e.id WHERE c.id = $1', [
      conferenceId,
    ])
  )[0] ?? null;

/** Waits until the calendar knows all that was told of a conference or a delegate. */
async function settled(id: string): Promise<void> {
  await until('all that was told to be handled', async () => {
    const told = await stage.query<{ id: string }>(`SELECT id FROM outbox WHERE aggregate_id = $1`, [id]);
    const [{ n } = { n: 0 }] = await rows<{ n: number }>(
      'SELECT count(*)::int AS n FROM inbox WHERE message_id = ANY ($1)',
      [told.map((message) => message.id)],
    );
    return n === told.length;
  });
}

const open = async (fields: Record<string, string>): Promise<string> => {
  const id = await staff.plan(fields);
  await staff.addTicket(id);
  await staff.step(id, 'open');
  await settled(id);
  return id;
};

async function edit(id: string, fields: Record<string, string>): Promise<void> {
  const path = `/conference/manage/${id}/edit`;
  const answer = await staff.post(path, {
    ...goodConference,
    ...fields,
    version: await staff.hidden(path, 'version'),
  });
  expect(answer.status).toBe(303);
  await settled(id);
}

/** Sends messages as conference registration does, and waits until they are handled. */
async function tellDelegate(type: 'confirmed' | 'cancelled', delegate: Delegate): Promise<void> {
  await sender.transaction((manager) =>
    outbox.add(manager, {
      type: `conference-registration.delegate-${type}.v1`,
      aggregate: { id: delegate.id, version: delegate.version },
      correlationId: randomUUID(),
      payload: delegate,
    }),
  );
  await settled(delegate.id);
}

async function tellConference(facts: ConferenceFacts): Promise<void> {
  await sender.transaction((manager) =>
    outbox.add(manager, {
      type: 'conference-registration.conference-changed.v1',
      aggregate: { id: facts.id, version: facts.version },
      correlationId: randomUUID(),
      payload: facts,
    }),
  );
  await settled(facts.id);
}

const factsOf = async (id: string): Promise<ConferenceFacts> => {
  const [row] = await rows<{ facts: ConferenceFacts }>('SELECT facts FROM shown_things WHERE id = $1', [id]);
  if (row === undefined) throw new Error('nobody told of it');
  return row.facts;
};

const get = async (path: string, person: Person | null = null) => {
  const headers = person === null ? {} : await stage.identity.headers(person, app);
  const response = await fetch((stage.system.urls[app] ?? '') + path, {
    headers: { accept: 'text/html', ...headers },
    redirect: 'manual',
  });
  return { status: response.status, text: await response.text(), location: response.headers.get('location') };
};
const post = async (path: string, fields: Record<string, string>) => {
  const response = await fetch((stage.system.urls[app] ?? '') + path, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      accept: 'text/html',
      'sec-fetch-site': 'same-origin',
      ...(await stage.identity.headers(staffPerson, app)),
    },
    body: new URLSearchParams(fields),
  });
  return { status: response.status, text: await response.text(), location: response.headers.get('location') };
};
const unfolded = (feed: string) => feed.replaceAll('\r\n ', '');
const veventOf = (feed: string, uid: string) =>
  unfolded(feed)
    .split('BEGIN:VEVENT')
    .find((vevent) => vevent.includes(`UID:${uid}`)) ?? '';

const ownEvent = (title: string) => addOwnEvent(stage, post, title);
const invitedTo = (conferenceId: string) => invitationTo(stage, conferenceId);

describe('a conference in the calendar', () => {
  it('is an event from its opening on, and says what the conference says', async () => {
    const id = await staff.plan({ title: 'Conference of 2035' });
    await staff.addTicket(id);
    expect(await rows('SELECT FROM shown_things WHERE id = $1', [id])).toEqual([]);
    await staff.step(id, 'open');
    await settled(id);
    const event = await eventOf(id);
    expect(event).toMatchObject({
      title: 'Conference of 2035',
      status: 'published',
      sequence: 0,
      place_name: 'Rochdale Town Hall',
      starts_at: new Date('2035-10-09T08:30:00Z'),
    });
    expect(event?.uid).toMatch(new RegExp(`^conference-${id}@`));
    const page = await get(`/calendar/events/${event?.ref}`);
    expect(page.text).toContain('Wednesday 10 October 2035, 9am to 3:30pm');
    expect(page.text).toContain(`/conference/conference-of-2035"`);
    const feed = await get('/calendar/feeds/all.ics');
    expect(veventOf(feed.text, event?.uid ?? '')).toContain('SUMMARY:Conference of 2035');
  });

  it('moves with it, tells followers by an edit of its own, and stays when only booking stops', async () => {
    const id = await open({ title: 'Moving conference' });
    await edit(id, { title: 'Moving conference', 'venue.name': 'Leigh Town Hall' });
    expect(await eventOf(id)).toMatchObject({ place_name: 'Leigh Town Hall', sequence: 0, version: 2 });
    await edit(id, {
      title: 'Moving conference',
      'venue.name': 'Leigh Town Hall',
      times: '10am to 5pm\n9am to 3.30pm',
    });
    expect(await eventOf(id)).toMatchObject({
      starts_at: new Date('2035-10-09T09:00:00Z'),
      sequence: 1,
      version: 3,
    });
    await staff.step(id, 'paused', 'A bigger hall');
    await settled(id);
    expect(await eventOf(id)).toMatchObject({ status: 'published', version: 3 });
    const event = await eventOf(id);
    expect(
      await rows(`SELECT type FROM outbox WHERE aggregate_id = $1 ORDER BY position`, [event?.id]),
    ).toEqual([
      { type: 'events-calendar.event-published.v1' },
      { type: 'events-calendar.event-changed.v1' },
      { type: 'events-calendar.event-changed.v1' },
    ]);
  });

  it('is called off with it, for everybody who has it in their calendar', async () => {
    const id = await open({ title: 'Cancelled conference' });
    await staff.step(id, 'cancelled', 'The hall has flooded.');
    await settled(id);
    const event = await eventOf(id);
    expect(event).toMatchObject({ status: 'cancelled', status_reason: 'The hall has flooded.', sequence: 1 });
    const vevent = veventOf((await get('/calendar/feeds/all.ics')).text, event?.uid ?? '');
    expect(vevent).toContain('STATUS:CANCELLED');
    expect(vevent).toContain('SEQUENCE:1');
    expect((await get(`/calendar/events/${event?.ref}`)).text).toContain('The hall has flooded.');
  });

  it('ignores what is older, and takes a message twice as once', async () => {
    const id = await open({ title: 'In order' });
    const facts = await factsOf(id);
    await tellConference({ ...facts, title: 'Newer', version: facts.version + 5 });
    await tellConference({ ...facts, title: 'Older', version: facts.version + 3 });
    expect(await eventOf(id)).toMatchObject({ title: 'Newer', version: 2 });
    await tellConference({ ...facts, title: 'Newer', version: facts.version + 5 });
    expect(await eventOf(id)).toMatchObject({ title: 'Newer', version: 2 });
  });

  it('shows a conference that was told of out of order, and none that was called off before', async () => {
    const facts = await factsOf(await open({ title: 'A model' }));
    const changedFirst = { ...facts, id: randomUUID(), slug: 'x', title: 'Changed first' };
    await tellConference(changedFirst);
    expect(await eventOf(changedFirst.id)).toMatchObject({ title: 'Changed first', status: 'published' });
    const cancelled: ConferenceFacts = {
      ...facts,
      id: randomUUID(),
      title: 'Never seen',
      status: 'cancelled',
      version: 9,
    };
    await tellConference(cancelled);
    expect(await eventOf(cancelled.id)).toBeNull();
  });

  it('cannot be changed in the calendar, by page, by API or by a file', async () => {
    const id = await open({ title: 'Read only' });
    const event = await eventOf(id);
    const page = (await get(`/calendar/manage/events/${event?.ref}`, staffPerson)).text;
    expect(page).toContain(`href="/conference/manage/${id}"`);
    expect(page).not.toContain(`${event?.ref}/edit`);
    expect(page).not.toContain(`${event?.ref}/cancel`);
    expect((await get(`/calendar/manage/events/${event?.ref}/edit`, staffPerson)).status).toBe(403);
    expect((await get(`/calendar/manage/events/${event?.ref}/cancel`, staffPerson)).status).toBe(403);
    const cancel = await post(`/calendar/manage/events/${event?.ref}/cancel`, { version: '1', reason: 'No' });
    expect(cancel.status).toBe(403);
    expect(cancel.text).toContain('This event comes from conference registration');
    const api = await fetch(`${stage.system.urls[app]}/api/v1/events-calendar/events/${event?.ref}/status`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'if-match': '"1"',
        ...(await stage.identity.headers({ ...staffPerson, via: 'api' }, app)),
      },
      body: JSON.stringify({ status: 'cancelled', reason: 'No' }),
    });
    expect([api.status, ((await api.json()) as { code: string }).code]).toEqual([
      403,
      'comes-from-conference',
    ]);
    const file = await fetch(`${stage.system.urls[app]}/api/v1/events-calendar/imports`, {
      method: 'POST',
      headers: {
        'content-type': 'text/csv',
        ...(await stage.identity.headers({ ...staffPerson, via: 'api' }, app)),
      },
      body: `ref,title,kind,format,start,audience\n${event?.ref},Mine,conference,in person,2035-10-09,public\n`,
    });
    const uploaded = (await file.json()) as { id: string };
    const read = await fetch(`${stage.system.urls[app]}/api/v1/events-calendar/imports/${uploaded.id}/rows`, {
      headers: await stage.identity.headers({ ...staffPerson, via: 'api' }, app),
    });
    expect(await read.text()).toContain('This event comes from conference registration.');
    expect(await eventOf(id)).toMatchObject({ title: 'Read only', version: 1 });
  });
});

describe('a conference that looks like an event which is there already', () => {
  it('waits until staff link the two, and then is one event with its address, UID and series', async () => {
    const ref = await ownEvent('The Annual Conference');
    const id = await open({ title: 'THE ANNUAL CONFERENCE 2035' });
    expect(await eventOf(id)).toBeNull();
    expect((await get('/calendar/manage', staffPerson)).text).toContain(`/calendar/manage/shown/${id}`);
    const path = `/calendar/manage/shown/${id}`;
    expect((await get(path)).status).toBe(403);
    expect((await get(path, staffPerson)).text).toContain('“The Annual Conference”');
    const without = await post(path, {});
    expect([without.status, without.text.includes('Say which event it is')]).toEqual([422, true]);
    const before = (await rows<Shown>('SELECT * FROM events WHERE ref = $1', [ref]))[0];
    const presses = await Promise.all([1, 2].map(() => post(path, { event: ref })));
    expect(presses.map(({ status }) => status)).toEqual([303, 303]);
    const event = await eventOf(id);
    expect(event).toMatchObject({ ref, uid: before?.uid, title: 'THE ANNUAL CONFERENCE 2035', sequence: 1 });
    expect(await rows(`SELECT series, audience FROM events WHERE ref = $1`, [ref])).toEqual([
      { series: 'annual-conferences', audience: 'public' },
    ]);
    expect((await get('/calendar/manage', staffPerson)).text).not.toContain(path);
    // What delegates are mailed for their calendars is the same event, not a second one.
    await until('the event to be known', async () => {
      const [known] = await stage.query<{ uid: string | null }>(
        'SELECT calendar_uid AS uid FROM conferences WHERE id = $1',
        [id],
      );
      return known?.uid === before?.uid;
    });
    expect(await invitedTo(id)).toContain(`\r\nUID:${before?.uid}\r\n`);
    expect((await staff.get(`/conference/manage/${id}/history`)).html).toContain(
      'Linked to an event that the calendar had before',
    );
  });

  it('has an event of its own when staff say that it is another', async () => {
    const ref = await ownEvent('Two of one name');
    const id = await open({ title: 'Two of one name' });
    await post(`/calendar/manage/shown/${id}`, { event: 'none' });
    const event = await eventOf(id);
    expect(event).toMatchObject({ title: 'Two of one name', status: 'published' });
    expect(event?.ref).not.toBe(ref);
    expect(await invitedTo(id)).toContain(`\r\nUID:${event?.uid}\r\n`);
  });
});

describe('the calendar’s pages about conferences', () => {
  it('have nothing wrong with them, asked, refused and settled', async () => {
    await ownEvent('Looked at by axe');
    const id = await open({ title: 'Looked at by axe' });
    const path = `${stage.system.urls[app]}/calendar/manage/shown/${id}`;
    const browser = await openBrowser();
    try {
      const context = await browser.newContext({
        extraHTTPHeaders: await stage.identity.headers(staffPerson, app),
      });
      const page = await context.newPage();
      await page.goto(`${stage.system.urls[app]}/calendar/manage`);
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('link', { name: 'looks like an event that is in the calendar already' }).click();
      expect(page.url()).toBe(path);
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('alert').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByLabel('None of these').check();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('has an event of its own now').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

describe('a delegate’s own feed', () => {
  it('has the conference as theirs until they take part no more, whatever comes when', async () => {
    const id = await open({ title: 'For delegates' });
    const uid = (await eventOf(id))?.uid ?? '';
    const personId = randomUUID();
    const browser = await subscriber(
      stage.system.urls[app] ?? '',
      { ...stage.identity, headers: (who) => stage.identity.headers(who, app) },
      {
        id: personId,
        roles: ['person'],
      },
    );
    const path = await browser.makeFeed();
    const registered = async () =>
      veventOf((await get(path)).text, uid).includes('You are registered for this conference.');
    expect(await registered()).toBe(false);
    const delegate = {
      id: randomUUID(),
      conferenceId: id,
      bookingId: randomUUID(),
      personId,
      organisationId: null,
      version: 1,
    };
    await tellDelegate('confirmed', delegate);
    expect(await registered()).toBe(true);
    expect((await browser.open('/calendar/my-feed')).html).toContain(
      '“For delegates”, for which you are registered',
    );
    await tellDelegate('cancelled', { ...delegate, version: 3 });
    expect(await registered()).toBe(false);
    // An older message does not bring them back, and nothing is kept of who it was.
    await tellDelegate('confirmed', { ...delegate, version: 2 });
    expect(await registered()).toBe(false);
    expect(
      await rows('SELECT person_id, takes_part FROM conference_delegates WHERE delegate_id = $1', [
        delegate.id,
      ]),
    ).toEqual([{ person_id: null, takes_part: false }]);
  });

  it('shows a conference that is told of only later', async () => {
    const personId = randomUUID();
    const facts = {
      ...(await factsOf(await open({ title: 'Model for later' }))),
      id: randomUUID(),
      title: 'Later',
    };
    await tellDelegate('confirmed', {
      id: randomUUID(),
      conferenceId: facts.id,
      bookingId: randomUUID(),
      personId,
      organisationId: null,
      version: 1,
    });
    await tellConference(facts);
    const browser = await subscriber(
      stage.system.urls[app] ?? '',
      { ...stage.identity, headers: (who) => stage.identity.headers(who, app) },
      {
        id: personId,
        roles: ['person'],
      },
    );
    const feed = (await get(await browser.makeFeed())).text;
    expect(veventOf(feed, (await eventOf(facts.id))?.uid ?? '')).toContain(
      'You are registered for this conference.',
    );
  });
});
