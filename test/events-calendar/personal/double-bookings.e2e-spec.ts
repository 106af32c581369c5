import { randomUUID } from 'node:crypto';
import type { ShiftFacts } from '#contracts';
import { openBrowser, startSystem, type System } from '#launcher';
import { createDataSource as conferenceDataSource } from '../../../apps/conference-registration/src/data-source.js';
import { createDataSource as standsDataSource } from '../../../apps/exhibition-stands/src/data-source.js';
import { conferenceFacts } from '../../conference-facts.js';
import { faultsOf } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { strictCheck } from '../ical/strict-check.js';
import { startTelling, type Telling } from '../read-model/telling.js';
import { startIdentity, type TestIdentity } from '../signed-in.js';
import { subscriber } from './subscriber.js';

const app = 'events-calendar';
const path = '/calendar/my-feed';

let identity: TestIdentity;
let system: System;
let conferences: Telling;
let stands: Telling;

beforeAll(async () => {
  identity = await startIdentity();
  system = await startSystem({
    apps: [app, 'conference-registration', 'exhibition-stands'],
    env: identity.env,
  });
  conferences = await startTelling(system, app, {
    app: 'conference-registration',
    createDataSource: conferenceDataSource,
  });
  stands = await startTelling(system, app, {
    app: 'exhibition-stands',
    createDataSource: standsDataSource,
  });
}, 120_000);

afterAll(async () => {
  await stands?.stop();
  await conferences?.stop();
  await system?.stop();
  await identity?.stop();
});

const conference = conferenceFacts(
  [
    { date: '2035-10-09', opens: '10:00', closes: '17:00' },
    { date: '2035-10-10', opens: null, closes: null },
  ],
  { slug: 'annual-2035', title: 'Annual Conference 2035', place: null, path: '/conference/annual-2035' },
);

const shift = (personId: string, different: Partial<ShiftFacts> = {}): ShiftFacts => ({
  id: randomUUID(),
  shiftId: randomUUID(),
  exhibitionId: conference.id,
  exhibitionTitle: 'Labour Party Conference',
  personId,
  start: '2035-10-09T10:00:00Z',
  end: '2035-10-09T11:00:00Z',
  zone: 'Europe/London',
  place: null,
  stand: null,
  label: '',
  isLead: false,
  walkingMinutes: 15,
  path: '/stands/labour-2035',
  version: 1,
  ...different,
});

const textOf = (html: string): string => html.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');

it('says on the page of their own calendar what somebody cannot both do, until it is so no more', async () => {
  const personId = randomUUID();
  const them = await subscriber(system.urls[app] ?? '', identity, { id: personId, roles: ['person'] });
  const page = async () => textOf((await them.open(path)).html);
  await conferences.tell('conference-registration.conference-published.v1', 1, conference);
  const delegate = {
    id: randomUUID(),
    conferenceId: conference.id,
    bookingId: randomUUID(),
    personId,
    organisationId: null,
    version: 1,
  };
  await conferences.tell('conference-registration.delegate-confirmed.v1', 1, delegate);
  expect(await page()).not.toContain('You are booked twice');
  const feedPath = await them.makeFeed();
  const feed = async () => {
    const text = await (await fetch((system.urls[app] ?? '') + feedPath)).text();
    expect(strictCheck(text)).toEqual([]);
    return text.replaceAll(/\r\n[ \t]/g, '');
  };
  expect(await feed()).not.toContain('This overlaps');
  const facts = shift(personId);
  await stands.tell('exhibition-stands.shift-assigned.v1', 1, facts);
  expect(await page()).toContain(
    'Annual Conference 2035, Tuesday 9 October 2035, 10am to 5pm; and Stand at Labour Party Conference, Tuesday 9 October 2035, 11am to 12 noon.',
  );
  expect(await feed()).toContain(
    'DESCRIPTION:This overlaps Annual Conference 2035\\, Tuesday 9 October 2035\\, 10am to 5pm.',
  );
  const next = { start: '2035-10-10T09:00:00Z', end: '2035-10-10T10:00:00Z', version: 2 };
  await stands.tell('exhibition-stands.shift-changed.v1', 2, { ...facts, ...next });
  expect(await page()).toContain(
    'Annual Conference 2035, Wednesday 10 October 2035; and Stand at Labour Party Conference, Wednesday 10 October 2035, 10am to 11am.',
  );

  const headers = await identity.headers({ id: personId, roles: ['person'] });
  const browser = await openBrowser();
  try {
    const shown = await browser.newPage({ extraHTTPHeaders: { ...headers } });
    await shown.goto((system.urls[app] ?? '') + path);
    await shoot(shown, 'double-bookings my calendar');
    expect(await faultsOf(shown)).toEqual([]);
  } finally {
    await browser.close();
  }

  await conferences.tell('conference-registration.delegate-cancelled.v1', 2, { ...delegate, version: 2 });
  expect(await page()).not.toContain('You are booked twice');
  expect(await feed()).not.toContain('This overlaps');
}, 120_000);
