import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '../../until.js';
import { formIn } from '../staff-pages/form-in.js';
import { textOf } from '../staff-pages/staff.js';
import { oversight, person as told, seat } from '../read-model/telling.js';
import { calendarIn, hourIn, place, startStage, type Follower, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.stop());

const news = (who: Follower) =>
  stage
    .mails(who)
    .filter(({ subject }) => !subject.startsWith('You follow'))
    .map(({ subject }) => subject);

const followsOf = ({ id }: Pick<Follower, 'id'>) =>
  stage.query<{ event: string | null; series: string | null }>(
    `SELECT e.title AS event, f.series FROM events_calendar.follows f LEFT JOIN events_calendar.events e ON e.id = f.event_id
     WHERE f.person_id = $1 ORDER BY 1`,
    [id],
  );

describe('news of an event', () => {
  test('reaches only those who may see it then, with the joining link for those who are shown it', async () => {
    const member = await stage.person('Mia Member');
    const stranger = await stage.person('Sue Stranger', { affiliations: [] });
    const online = {
      format: 'online',
      place: null,
      joining: { url: 'https://calls.example.org/secret', shownTo: 'members' },
    };
    const open = await stage.publish('Open call', online);
    const closing = await stage.publish('Closing call', online);
    for (const who of [member, stranger]) {
      await stage.follow(who, open.ref);
      await stage.follow(who, closing.ref);
    }
    await stage.change(open.ref, { ...online, when: hourIn(61) });
    await stage.change(closing.ref, { ...online, when: hourIn(61), audience: 'members' });
    await stage.tell();
    expect(news(member).toSorted()).toEqual(['New date: Closing call', 'New date: Open call']);
    expect(news(stranger)).toEqual(['New date: Open call']);
    const both = [member, stranger].map((who) => stage.mails(who, /New date: Open call/)[0]);
    expect(both.map((mail) => mail?.text.includes('calls.example.org/secret'))).toEqual([true, false]);
    expect(both.map((mail) => calendarIn(mail).text.includes('calls.example.org/secret'))).toEqual([
      true,
      false,
    ]);

    await stage.change(open.ref, {
      ...online,
      when: hourIn(61),
      joining: { ...online.joining, url: 'https://calls.example.org/new' },
    });
    await stage.tell();
    expect(stage.mails(member, /^Link to join: Open call/)).toHaveLength(1);
    expect(stage.mails(stranger, /Link to join/)).toEqual([]);
    const page = await stranger.browser.get('/calendar/following');
    expect(textOf(page.html)).toContain('Closing call');
  });

  test('ends for a member of a board with their seat', async () => {
    const chair = await stage.person('Cy Chair', { seats: [seat('2020-01-01', null)] });
    const event = await stage.publish('Board meeting', { audience: 'board', board: oversight });
    await stage.query(
      `INSERT INTO events_calendar.follows (id, person_id, event_id, known_version, since)
       SELECT $1, $2, id, version, now() FROM events_calendar.events WHERE ref = $3`,
      [randomUUID(), chair.id, event.ref],
    );
    await stage.change(event.ref, { audience: 'board', board: oversight, place: place('City Hall') });
    await stage.tell();
    expect(news(chair)).toEqual(['New place: Board meeting']);
    await stage.telling.tell('members.person-changed.v1', 2, told({ id: chair.id, email: chair.address }));
    await stage.change(event.ref, { audience: 'board', board: oversight });
    await stage.tell();
    expect(news(chair)).toHaveLength(1);
    // Their own sign-in knows no seat either: what it was called is not told.
    const page = textOf((await chair.browser.get('/calendar/following')).html);
    expect(page).toContain('An event that is not open to you now');
    expect(page).not.toContain('Board meeting');
  });

  test('of a series reaches its followers: what is new, and what changes, once for each', async () => {
    const [ofSeries, ofBoth] = [await stage.person('Sia Series'), await stage.person('Bo Both')];
    const first = await stage.publish('First webinar', { series: 'webinars' });
    for (const who of [ofSeries, ofBoth]) await stage.follow(who, first.ref, { scope: 'series' });
    await stage.follow(ofBoth, first.ref, { scope: 'event' });
    const second = await stage.publish('Second webinar', { series: 'webinars' });
    await stage.change(second.ref, { series: 'webinars', when: hourIn(62) });
    await stage.change(first.ref, { series: 'webinars', place: place('Online studio') });
    await stage.tell();
    for (const who of [ofSeries, ofBoth]) {
      expect(news(who).toSorted()).toEqual(['New in Webinars: Second webinar', 'New place: First webinar']);
    }
    const [mail] = stage.mails(ofSeries, /Second/);
    expect(calendarIn(mail).method).toBe('REQUEST');
    await stage.status(second.ref, { status: 'cancelled', reason: 'No speaker' });
    await stage.tell();
    expect(stage.mails(ofSeries, /^Called off: Second webinar$/)).toHaveLength(1);
  });

  test('of what was divided: of the earlier dates, and an invitation to the later', async () => {
    const una = await stage.person('Una Example');
    const event = await stage.publish('Long series', {
      recurrence: { rule: 'FREQ=WEEKLY;COUNT=6', exceptions: [] },
    });
    await stage.follow(una, event.ref);
    const from = hourIn(60 + 21).start;
    const path = `/calendar/manage/events/${event.ref}/edit?scope=later&on=${encodeURIComponent(from)}`;
    const form = formIn((await stage.staff.browser.get(path)).html);
    const answer = await stage.staff.browser.post(path, {
      ...form,
      'when.start.time': '2pm',
      'when.end.time': '3pm',
      action: 'confirm',
    });
    expect(answer.status).toBe(303);
    await stage.tell();
    expect(news(una).toSorted()).toEqual([
      'Later dates: Long series',
      'New details for later dates: Long series',
    ]);
    const [later] = stage.mails(una, /^Later dates/);
    expect(calendarIn(later).line('DTSTART')).toMatch(/T140000$/);
    expect(await followsOf(una)).toHaveLength(2);
  });
});

describe('what somebody follows', () => {
  test('goes with them when their records are made one, and ends when they are erased', async () => {
    const [loser, survivor] = [await stage.person('Lo Loser'), await stage.person('Vi Survivor')];
    const [both, one] = [await stage.publish('Followed by both'), await stage.publish('Followed by one')];
    await stage.follow(loser, both.ref);
    await stage.follow(survivor, both.ref);
    await stage.follow(loser, one.ref);
    await stage.telling.tell(
      'members.person-changed.v1',
      2,
      told({ id: loser.id, mergedInto: survivor.id, email: null }),
    );
    expect(await followsOf(loser)).toEqual([]);
    expect((await followsOf(survivor)).map(({ event }) => event)).toEqual([
      'Followed by both',
      'Followed by one',
    ]);
    await stage.change(one.ref, { when: hourIn(63) });
    await stage.tell();
    expect(news(survivor)).toEqual(['New date: Followed by one']);

    const erasureId = randomUUID();
    await stage.telling.tell('members.person-erased.v1', 3, { id: survivor.id, erasureId });
    expect(await followsOf(survivor)).toEqual([]);
    await until(async () => {
      const [row] = await stage.query<{ payload: { did: string } }>(
        `SELECT payload FROM events_calendar.outbox WHERE type = 'events-calendar.person-erasure-done.v1'
         AND payload ->> 'erasureId' = $1`,
        [erasureId],
      );
      return row?.payload.did.includes('2 followed events and series forgotten') === true;
    });
    await stage.change(one.ref, { when: hourIn(64) });
    await stage.tell();
    expect(news(survivor)).toHaveLength(1);
    // Whose session still lasts begins nothing anew.
    const path = `/calendar/events/${one.ref}/follow`;
    expect((await survivor.browser.post(path, { scope: 'event' })).status).toBe(403);
  });

  test('is followed once, however often and fast the button is pressed', async () => {
    const dee = await stage.person('Dee Double');
    const event = await stage.publish('Pressed twice');
    const path = `/calendar/events/${event.ref}/follow`;
    const answers = await Promise.all([1, 2, 3, 4].map(() => dee.browser.post(path, { scope: 'event' })));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    await stage.tell();
    expect(await followsOf(dee)).toHaveLength(1);
    expect(stage.mails(dee)).toHaveLength(1);
  });

  test('can be stopped, by themselves alone', async () => {
    const [kit, eve] = [await stage.person('Kit Example'), await stage.person('Eva Other')];
    const event = await stage.publish('Stopped');
    await stage.follow(kit, event.ref);
    const list = await kit.browser.get('/calendar/following');
    const stop = /\/calendar\/following\/[\w-]+\/stop/.exec(list.html)?.[0] ?? '';
    expect((await eve.browser.get(stop)).status).toBe(303);
    await eve.browser.post(stop);
    expect(await followsOf(kit)).toHaveLength(1);
    expect(textOf((await kit.browser.get(stop)).html)).toContain('Stop following Stopped?');
    expect((await kit.browser.post(stop)).location).toBe('/calendar/following');
    expect(await followsOf(kit)).toEqual([]);
    await stage.change(event.ref, { when: hourIn(65) });
    await stage.tell();
    expect(news(kit)).toEqual([]);
    expect((await kit.browser.get('/calendar/following/no-id/stop')).status).toBe(303);
  });

  test('is nothing that is over, off, a draft, or not there', async () => {
    const gus = await stage.person('Gus Example');
    const event = await stage.publish('Off');
    await stage.status(event.ref, { status: 'cancelled', reason: 'Ill' });
    const answer = await gus.browser.post(`/calendar/events/${event.ref}/follow`, { scope: 'event' });
    expect(answer.location).toBe(`/calendar/events/${event.ref}`);
    expect(await followsOf(gus)).toEqual([]);
    for (const ref of ['nothing-here', 'a%00b']) {
      expect((await gus.browser.get(`/calendar/events/${ref}/follow`)).status).toBe(404);
      expect((await gus.browser.post(`/calendar/events/${ref}/follow`)).status).toBe(404);
    }
  });
});
