import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExhibitionFacts, ShiftFacts, StandEventFacts } from '#contracts';
import { startSystem, type System } from '#launcher';
import { createDataSource } from '../../apps/exhibition-stands/src/data-source.js';
import { strictCheck } from './ical/strict-check.js';
import { subscriber } from './personal/subscriber.js';
import { person, startTelling, type Telling } from './read-model/telling.js';
import { runDue } from '../run-due.js';
import { staffPerson, startIdentity, type Person, type TestIdentity } from './signed-in.js';

const app = 'events-calendar';

let system: System;
let identity: TestIdentity;
let stands: Telling;
let members: Telling;

beforeAll(async () => {
  identity = await startIdentity(app);
  system = await startSystem({ apps: [app, 'exhibition-stands', 'members'], env: identity.env });
  stands = await startTelling(system, app, { app: 'exhibition-stands', createDataSource });
  members = await startTelling(system, app);
});
afterAll(async () => {
  await members?.stop();
  await stands?.stop();
  await system?.stop();
  await identity?.stop();
});

const exhibition = (different: Partial<ExhibitionFacts> = {}): ExhibitionFacts => ({
  id: randomUUID(),
  slug: 'labour-2035',
  title: 'Labour Party Conference 2035',
  status: 'published',
  statusReason: null,
  summary: 'Come and see us.',
  when: { zone: 'Europe/London', days: [{ date: '2035-09-23', opens: '09:00', closes: '17:00' }] },
  place: { name: 'The Arena', address: 'Liverpool' },
  stand: 'Hall 2, stand 14',
  host: 'The Labour Party',
  path: '/stands/labour-2035',
  version: 1,
  ...different,
});
const standEvent = (different: Partial<StandEventFacts> = {}): StandEventFacts => ({
  id: randomUUID(),
  exhibitionId: randomUUID(),
  title: 'Meet the members',
  status: 'published',
  statusReason: null,
  audience: 'public',
  summary: 'With tea.',
  start: '2035-09-23T16:00:00Z',
  end: '2035-09-23T17:00:00Z',
  zone: 'Europe/London',
  place: { name: 'The Arena', address: 'Liverpool' },
  host: 'Rochdale',
  path: '/stands/labour-2035',
  version: 1,
  ...different,
});
const shift = (personId: string, different: Partial<ShiftFacts> = {}): ShiftFacts => ({
  id: randomUUID(),
  shiftId: randomUUID(),
  exhibitionId: randomUUID(),
  exhibitionTitle: 'Labour Party Conference 2035',
  personId,
  start: '2035-09-23T08:00:00Z',
  end: '2035-09-23T10:00:00Z',
  zone: 'Europe/London',
  place: { name: 'The Arena', address: 'Liverpool' },
  stand: 'Hall 2, stand 14',
  label: '',
  isLead: false,
  walkingMinutes: 10,
  path: '/stands/mine',
  version: 1,
  ...different,
});

interface Shown {
  readonly ref: string;
  readonly title: string;
  readonly kind: string;
  readonly status: string;
  readonly audience: string;
  readonly sequence: number;
}
const eventOf = async (id: string): Promise<Shown | null> =>
  (
    await stands.query<Shown>(
      'SELECT e.* FROM events e JOIN shown_things s ON s.event_id = e.id WHERE s.id = $1',
      [id],
    )
  )[0] ?? null;
const get = async (path: string, as: Person | null = null) => {
  const headers = as === null ? {} : await identity.headers(as);
  const response = await fetch((system.urls[app] ?? '') + path, {
    headers: { accept: 'text/html', ...headers },
  });
  return { status: response.status, text: await response.text() };
};
const post = async (path: string, fields: Record<string, string>) =>
  fetch((system.urls[app] ?? '') + path, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      accept: 'text/html',
      'sec-fetch-site': 'same-origin',
      ...(await identity.headers(staffPerson)),
    },
    body: new URLSearchParams(fields),
  });

describe('an exhibition in the calendar', () => {
  it('is an event that follows it, cannot be changed here, and is called off with it', async () => {
    const facts = exhibition();
    await stands.tell('exhibition-stands.exhibition-published.v1', 1, facts);
    const event = await eventOf(facts.id);
    expect(event).toMatchObject({ kind: 'exhibition', status: 'published', audience: 'public', sequence: 0 });
    const moved = {
      ...facts,
      version: 3,
      when: { ...facts.when, days: [{ date: '2035-09-23', opens: '10:00', closes: '17:00' }] },
    };
    await stands.tell('exhibition-stands.exhibition-changed.v1', 3, moved);
    await stands.tell('exhibition-stands.exhibition-changed.v1', 2, { ...facts, title: 'Older', version: 2 });
    expect(await eventOf(facts.id)).toMatchObject({ title: facts.title, sequence: 1 });
    const page = (await get(`/calendar/manage/events/${event?.ref}`, staffPerson)).text;
    expect(page).toContain(`href="/stands/manage/${facts.id}"`);
    const cancel = await post(`/calendar/manage/events/${event?.ref}/cancel`, { version: '2', reason: 'No' });
    expect([cancel.status, (await cancel.text()).includes('This event comes from the stands')]).toEqual([
      403,
      true,
    ]);
    await stands.tell('exhibition-stands.exhibition-changed.v1', 4, {
      ...moved,
      status: 'cancelled',
      statusReason: 'The hall has flooded.',
      version: 4,
    });
    expect(await eventOf(facts.id)).toMatchObject({ status: 'cancelled', sequence: 2 });
    expect((await get(`/calendar/events/${event?.ref}`)).text).toContain('The hall has flooded.');
  });

  it('waits until staff say which event it is, where one looks the same', async () => {
    const first = exhibition({ title: 'Co-operative Party Conference' });
    const when = { ...first.when, days: [{ date: '2035-10-05', opens: '09:00', closes: '17:00' }] };
    const response = await fetch(`${system.urls[app]}/api/v1/events-calendar/events`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(await identity.headers({ ...staffPerson, via: 'api' })),
      },
      body: JSON.stringify({
        title: 'CO-OPERATIVE PARTY CONFERENCE 2035',
        kind: 'exhibition',
        format: 'in person',
        when: { start: '2035-10-05', end: '2035-10-05', zone: 'Europe/London' },
        audience: 'public',
      }),
    });
    const { ref } = (await response.json()) as { ref: string };
    await post(`/calendar/manage/events/${ref}/publish`, { version: '1' });
    await stands.tell('exhibition-stands.exhibition-published.v1', 1, { ...first, when });
    expect(await eventOf(first.id)).toBeNull();
    const path = `/calendar/manage/shown/${first.id}`;
    expect((await get('/calendar/manage', staffPerson)).text).toContain(path);
    expect((await get(path, staffPerson)).text).toContain('This exhibition was published by the stands');
    expect((await post(path, { event: ref })).status).toBe(303);
    expect(await eventOf(first.id)).toMatchObject({ ref, title: first.title });
  });
});

describe('an event on a stand', () => {
  it.each([
    ['public', 200, 200],
    ['members', 404, 200],
    ['invited', 404, 404],
  ] as const)('for %s is seen by those alone', async (audience, asVisitor, asMember) => {
    const facts = standEvent({ title: `For ${audience}`, audience });
    await stands.tell('exhibition-stands.stand-event-published.v1', 1, facts);
    const event = await eventOf(facts.id);
    expect(event).toMatchObject({ kind: 'stand event', audience });
    const path = `/calendar/events/${event?.ref}`;
    const member = { id: randomUUID(), roles: ['person'] as const };
    expect([(await get(path)).status, (await get(path, member)).status]).toEqual([asVisitor, asMember]);
    expect((await get(path, staffPerson)).status).toBe(200);
    await stands.tell('exhibition-stands.stand-event-changed.v1', 2, {
      ...facts,
      title: 'Renamed',
      version: 2,
    });
    expect(await eventOf(facts.id)).toMatchObject({ title: 'Renamed' });
    const off = { ...facts, status: 'cancelled', version: 3 } as const;
    await stands.tell('exhibition-stands.stand-event-cancelled.v1', 3, off);
    expect(await eventOf(facts.id)).toMatchObject({ status: 'cancelled' });
  });
});

describe('shifts on a stand', () => {
  const feedOf = async (personId: string) => {
    const browser = await subscriber(system.urls[app] ?? '', identity, { id: personId, roles: ['person'] });
    const path = await browser.makeFeed();
    return {
      browser,
      read: async () => (await fetch((system.urls[app] ?? '') + path)).text(),
    };
  };

  it('are in their owner’s feed as they are now, and gone at once when they are theirs no longer', async () => {
    const personId = randomUUID();
    const { browser, read } = await feedOf(personId);
    const facts = shift(personId);
    await stands.tell('exhibition-stands.shift-assigned.v1', 1, facts);
    expect(await read()).toContain(`UID:shift-${facts.id}@`);
    expect(strictCheck(await read())).toEqual([]);
    expect((await browser.open('/calendar/my-feed')).html).toContain('your shift on the stand at “Labour');
    await stands.tell('exhibition-stands.shift-changed.v1', 2, {
      ...facts,
      end: '2035-09-23T11:00:00Z',
      version: 2,
    });
    expect(await read()).toMatch(/SEQUENCE:2[^]*DTEND;TZID=Europe\/London:20350923T120000/);
    await stands.tell('exhibition-stands.shift-unassigned.v1', 3, { ...facts, version: 3 });
    await stands.tell('exhibition-stands.shift-changed.v1', 2, { ...facts, version: 2 });
    expect(await read()).not.toContain('UID:shift-');
    expect((await get('/calendar/feeds/all.ics')).text).not.toContain('UID:shift-');
    const [row] = await stands.query('SELECT person_id, facts FROM stand_shifts WHERE id = $1', [facts.id]);
    expect(row).toEqual({ person_id: null, facts: null });
  });

  it('stay for a year after they were, and are not kept any longer', async () => {
    const owner = person();
    await members.tell('members.person-changed.v1', 1, owner);
    const ended = async (ago: string) => {
      const facts = shift(owner.id);
      await stands.tell('exhibition-stands.shift-assigned.v1', 1, facts);
      await stands.query(
        `UPDATE stand_shifts SET facts = facts || jsonb_build_object('end', now() - $2::interval) WHERE id = $1`,
        [facts.id, ago],
      );
      return facts.id;
    };
    const [kept, gone] = [await ended('11 months 25 days'), await ended('12 months 5 days')];
    const without = shift(owner.id);
    await stands.tell('exhibition-stands.shift-unassigned.v1', 1, without);
    await stands.query(`UPDATE stand_shifts SET told_at = now() - interval '13 months' WHERE id = $1`, [
      without.id,
    ]);
    await runDue(system, app, 'forget-shifts');
    const rows = await stands.query('SELECT id FROM stand_shifts WHERE id = ANY($1)', [
      [kept, gone, without.id],
    ]);
    expect(rows).toEqual([{ id: kept }]);
    await stands.query('DELETE FROM stand_shifts WHERE id = $1', [kept]);
  });

  it('follow a record that is merged, and end with a person who is erased', async () => {
    const [loser, survivor] = [person(), person({ email: null })];
    await members.tell('members.person-changed.v1', 1, loser);
    await members.tell('members.person-changed.v1', 1, survivor);
    const { read } = await feedOf(survivor.id);
    const facts = shift(loser.id);
    await stands.tell('exhibition-stands.shift-assigned.v1', 1, facts);
    await members.tell('members.person-changed.v1', 2, { ...loser, mergedInto: survivor.id });
    expect(await read()).toContain(`UID:shift-${facts.id}@`);
    await members.tell('members.person-erased.v1', 2, { id: survivor.id, erasureId: randomUUID() });
    await stands.tell('exhibition-stands.shift-changed.v1', 2, { ...facts, version: 2 });
    expect(
      await stands.query('SELECT FROM stand_shifts WHERE person_id IS NOT NULL OR facts IS NOT NULL'),
    ).toEqual([]);
  });
});
