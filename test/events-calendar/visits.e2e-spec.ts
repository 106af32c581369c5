import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ItineraryFacts, TravellerFacts, VisitFacts } from '#contracts';
import { startSystem, type System } from '#launcher';
import { createDataSource } from '../../apps/study-visits/src/data-source.js';
import { textOf } from '../members/browsing.js';
import { runDue } from '../run-due.js';
import { strictCheck } from './ical/strict-check.js';
import { subscriber } from './personal/subscriber.js';
import { person, startTelling, type Telling } from './read-model/telling.js';
import { staffPerson, startIdentity, type TestIdentity } from './signed-in.js';

const app = 'events-calendar';

let system: System;
let identity: TestIdentity;
let visits: Telling;
let members: Telling;

beforeAll(async () => {
  identity = await startIdentity(app);
  system = await startSystem({ apps: [app, 'study-visits', 'members'], env: identity.env });
  visits = await startTelling(system, app, { app: 'study-visits', createDataSource });
  members = await startTelling(system, app);
});
afterAll(async () => {
  await members?.stop();
  await visits?.stop();
  await system?.stop();
  await identity?.stop();
});

const visit = (different: Partial<VisitFacts> = {}): VisitFacts => ({
  id: randomUUID(),
  slug: 'mondragon-2035',
  title: 'Study visit to Mondragón',
  status: 'announced',
  statusReason: null,
  summary: 'How a valley works.',
  region: 'Basque Country',
  when: { zone: 'Europe/Madrid', firstDay: '2035-03-11', lastDay: '2035-03-16' },
  applications: { openAt: '2034-09-01T08:00:00Z', closeAt: '2034-11-30T12:00:00Z' },
  path: '/visits/mondragon-2035',
  version: 1,
  ...different,
});

const traveller = (
  { id: visitId, title, when, region, path }: VisitFacts,
  personId: string,
  different: Partial<TravellerFacts> = {},
): TravellerFacts => ({
  id: randomUUID(),
  visitId,
  visitTitle: title,
  personId,
  organisationId: null,
  firstDay: when.firstDay,
  lastDay: when.lastDay,
  zone: when.zone,
  region,
  path,
  version: 1,
  ...different,
});

interface Shown {
  readonly ref: string;
  readonly title: string;
  readonly kind: string;
  readonly status: string;
  readonly sequence: number;
}
const eventOf = async (id: string): Promise<Shown | null> =>
  (
    await visits.query<Shown>(
      'SELECT e.* FROM events e JOIN shown_things s ON s.event_id = e.id WHERE s.id = $1',
      [id],
    )
  )[0] ?? null;
const pageOf = async (path: string, isStaff = false) => {
  const headers = isStaff ? await identity.headers(staffPerson) : {};
  const response = await fetch((system.urls[app] ?? '') + path, {
    headers: { accept: 'text/html', ...headers },
  });
  return response.text();
};

describe('a study visit in the calendar', () => {
  it('is an event that follows it, cannot be changed here, and is called off with it', async () => {
    const facts = visit();
    await visits.tell('study-visits.visit-announced.v1', 1, facts);
    const event = await eventOf(facts.id);
    expect(event).toMatchObject({ kind: 'study visit', status: 'published', sequence: 0 });
    expect(await pageOf(`/calendar/events/${event?.ref}`)).toMatch(/11 .*16 March 2035/);
    const moved = { ...facts, version: 3, when: { ...facts.when, lastDay: '2035-03-17' } };
    await visits.tell('study-visits.visit-changed.v1', 3, moved);
    await visits.tell('study-visits.visit-changed.v1', 2, { ...facts, title: 'Older', version: 2 });
    expect(await eventOf(facts.id)).toMatchObject({ title: facts.title, sequence: 1 });
    const page = await pageOf(`/calendar/manage/events/${event?.ref}`, true);
    expect(page).toContain(`href="/visits/manage/${facts.id}"`);
    const off = { ...moved, status: 'cancelled', statusReason: 'Too few applied.', version: 4 } as const;
    await visits.tell('study-visits.visit-changed.v1', 4, off);
    expect(await eventOf(facts.id)).toMatchObject({ status: 'cancelled', sequence: 2 });
    expect(await pageOf(`/calendar/events/${event?.ref}`)).toContain('Too few applied.');
  });
});

describe('whoever travels', () => {
  const feedOf = async (personId: string) => {
    const browser = await subscriber(system.urls[app] ?? '', identity, { id: personId, roles: ['person'] });
    const path = await browser.makeFeed();
    return { browser, read: async () => (await fetch((system.urls[app] ?? '') + path)).text() };
  };

  it('has the visit in their own feed as theirs, until they withdraw', async () => {
    const personId = randomUUID();
    const { browser, read } = await feedOf(personId);
    const facts = visit();
    // In any order: the traveller is told first.
    const told = traveller(facts, personId);
    await visits.tell('study-visits.traveller-confirmed.v1', 1, told);
    await visits.tell('study-visits.visit-announced.v1', 1, facts);
    const unfolded = async () => (await read()).replaceAll(/\r\n[ \t]/g, '');
    expect(await unfolded()).toContain('You travel with this visit.');
    expect(await unfolded()).toContain(`UID:visit-${facts.id}@`);
    expect(strictCheck(await read())).toEqual([]);
    expect((await browser.open('/calendar/my-feed')).html).toContain(
      '“Study visit to Mondragón”, with which you travel',
    );
    await visits.tell('study-visits.traveller-withdrawn.v1', 3, { ...told, version: 3 });
    await visits.tell('study-visits.traveller-confirmed.v1', 2, { ...told, version: 2 });
    expect(await unfolded()).not.toContain('You travel with this visit.');
    // What everybody may see stays.
    expect(await unfolded()).toContain(`UID:visit-${facts.id}@`);
  });

  const item = (different: Partial<ItineraryFacts['items'][number]> = {}) => ({
    id: randomUUID(),
    title: 'Fagor',
    start: '2035-03-12T08:00:00Z',
    startZone: 'Europe/Madrid',
    end: '2035-03-12T10:00:00Z',
    endZone: 'Europe/Madrid',
    place: 'Arrasate',
    isOff: false,
    sequence: 0,
    ...different,
  });
  const itinerary = (told: TravellerFacts, items: ItineraryFacts['items'], version = 1): ItineraryFacts => ({
    travellerId: told.id,
    visitId: told.visitId,
    visitTitle: told.visitTitle,
    personId: told.personId,
    items,
    path: told.path,
    version,
  });

  it('has what is planned for them in their own feed, nobody else has it, and it follows what is changed', async () => {
    const [ada, bo] = [randomUUID(), randomUUID()];
    const feeds = { ada: await feedOf(ada), bo: await feedOf(bo) };
    const entryOf = async (feed: 'ada' | 'bo', { id }: { readonly id: string }) => {
      const text = await feeds[feed].read();
      expect(strictCheck(text)).toEqual([]);
      const entries = text.replaceAll(/\r\n[ \t]/g, '').split('BEGIN:VEVENT');
      const own = entries.filter((entry) => entry.includes(`UID:visit-item-${id}@`));
      expect(own.length).toBeLessThan(2);
      const [entry] = own;
      return entry === undefined
        ? null
        : `${/SUMMARY:(.*)\r/.exec(entry)?.[1]} ${/DTSTART[^:]*:(\w+)/.exec(entry)?.[1]} ${/STATUS:(\w+)/.exec(entry)?.[1]} ${/SEQUENCE:(\d+)/.exec(entry)?.[1]}`;
    };
    const facts = visit();
    const [adas, bos] = [traveller(facts, ada), traveller(facts, bo)];
    const [fagor, lunch] = [item(), item({ title: 'Lunch', sequence: 1 })];
    // In any order: what is planned is told before who travels.
    await visits.tell('study-visits.itinerary-changed.v1', 1, itinerary(adas, [fagor, lunch]));
    await visits.tell('study-visits.visit-announced.v1', 1, facts);
    expect(await entryOf('ada', fagor)).toBeNull();
    for (const told of [adas, bos]) await visits.tell('study-visits.traveller-confirmed.v1', 1, told);
    await visits.tell('study-visits.itinerary-changed.v1', 1, itinerary(bos, [lunch]));
    expect(await entryOf('ada', fagor)).toBe('Fagor 20350312T090000 CONFIRMED 0');
    expect([await entryOf('bo', fagor), await entryOf('bo', lunch)]).toEqual([
      null,
      'Lunch 20350312T090000 CONFIRMED 1',
    ]);
    expect(textOf((await feeds.ada.browser.open('/calendar/my-feed')).html)).toContain(
      '“Study visit to Mondragón”, with which you travel, and 2 things planned for you there',
    );
    // A later change comes first; what is older, or comes once more, changes nothing. Each item for itself.
    const later = { ...fagor, start: '2035-03-12T08:30:00Z', sequence: 2 };
    const off = { ...lunch, isOff: true, sequence: 2 };
    await visits.tell('study-visits.itinerary-changed.v1', 3, itinerary(adas, [later], 3));
    await visits.tell(
      'study-visits.itinerary-changed.v1',
      2,
      itinerary(adas, [{ ...fagor, sequence: 1 }, off], 2),
    );
    const newest = async () => [await entryOf('ada', fagor), await entryOf('ada', lunch)];
    const known = ['Fagor 20350312T093000 CONFIRMED 2', 'CANCELLED: Lunch 20350312T090000 CANCELLED 2'];
    expect(await newest()).toEqual(known);
    await visits.tell('study-visits.itinerary-changed.v1', 3, itinerary(adas, [later], 3));
    expect(await newest()).toEqual(known);
    expect(await entryOf('bo', lunch)).toBe('Lunch 20350312T090000 CONFIRMED 1');
    await visits.tell('study-visits.traveller-withdrawn.v1', 2, { ...adas, version: 2 });
    expect([await entryOf('ada', fagor), await entryOf('ada', lunch)]).toEqual([null, null]);
  });

  it('finds it held, and gone once they are erased: a message that comes late brings nothing back', async () => {
    const one = person();
    await members.tell('members.person-changed.v1', 1, one);
    const told = traveller(visit(), one.id);
    const [fagor, past] = [item(), item({ start: '2024-03-12T08:00:00Z', end: '2024-03-12T10:00:00Z' })];
    await visits.tell('study-visits.traveller-confirmed.v1', 1, told);
    await visits.tell('study-visits.itinerary-changed.v1', 1, itinerary(told, [fagor, past]));
    const kept = async () =>
      (
        await visits.query<{ id: string }>('SELECT item_id AS id FROM visit_items WHERE traveller_id = $1', [
          told.id,
        ])
      ).map(({ id }) => id);
    expect((await kept()).toSorted()).toEqual([fagor.id, past.id].toSorted());
    await runDue(system, app, 'forget-travels');
    expect(await kept()).toEqual([fagor.id]);
    await members.tell('members.person-erased.v1', 2, { id: one.id, erasureId: randomUUID() });
    expect(await kept()).toEqual([]);
    await visits.tell(
      'study-visits.itinerary-changed.v1',
      2,
      itinerary(told, [{ ...fagor, sequence: 1 }], 2),
    );
    expect(await kept()).toEqual([]);
  });

  it('is told what they cannot do besides', async () => {
    const personId = randomUUID();
    const { browser } = await feedOf(personId);
    const first = visit({ title: 'Visit one' });
    const second = visit({
      title: 'Visit two',
      when: { ...first.when, firstDay: '2035-03-16', lastDay: '2035-03-20' },
    });
    for (const facts of [first, second]) {
      await visits.tell('study-visits.visit-announced.v1', 1, facts);
      await visits.tell('study-visits.traveller-confirmed.v1', 1, traveller(facts, personId));
    }
    const page = textOf((await browser.open('/calendar/my-feed')).html);
    expect(page).toMatch(
      /Visit one.*Sunday 11 to Friday 16 March 2035.*Visit two.*Friday 16 to Tuesday 20 March 2035/,
    );
  });

  it('is moved when records are merged, forgotten when erased, and a year after the visit', async () => {
    const [loser, survivor] = [person(), person({ email: null })];
    await members.tell('members.person-changed.v1', 1, loser);
    await members.tell('members.person-changed.v1', 1, survivor);
    const [facts, old] = [
      visit(),
      visit({ when: { zone: 'Europe/Rome', firstDay: '2024-03-10', lastDay: '2024-03-15' } }),
    ];
    const told = traveller(facts, loser.id);
    await visits.tell('study-visits.traveller-confirmed.v1', 1, told);
    await visits.tell('study-visits.traveller-confirmed.v1', 1, traveller(old, loser.id));
    await members.tell('members.person-changed.v1', 2, { ...loser, mergedInto: survivor.id });
    const known = () =>
      visits.query('SELECT person_id AS id FROM visit_travellers WHERE person_id IN ($1, $2)', [
        loser.id,
        survivor.id,
      ]);
    expect(await known()).toEqual([{ id: survivor.id }, { id: survivor.id }]);
    await runDue(system, app, 'forget-travels');
    expect(await known()).toEqual([{ id: survivor.id }]);
    await members.tell('members.person-erased.v1', 2, { id: survivor.id, erasureId: randomUUID() });
    await visits.tell('study-visits.traveller-confirmed.v1', 2, { ...told, version: 2 });
    expect(await known()).toEqual([]);
    const [row] = await visits.query(
      'SELECT person_id, facts FROM visit_travellers WHERE traveller_id = $1',
      [told.id],
    );
    expect(row).toEqual({ person_id: null, facts: null });
  });
});
