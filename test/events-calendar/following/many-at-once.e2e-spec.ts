import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { System } from '#launcher';
import { mailIdOf } from '../../../apps/events-calendar/src/following/tell-followers.js';
import { until } from '../../until.js';
import { runDue, wakeFor } from '../../run-due.js';
import { textOf } from '../staff-pages/staff.js';
import { importEvents } from './import-events.js';
import { calendarIn, startStage, type Follower, type Stage } from './stage.js';

let stage: Stage;
let replica: System;
beforeAll(async () => {
  stage = await startStage();
  replica = await stage.replica();
});
afterAll(() => stage.stop());

const news = (who: Follower) => stage.mails(who, /new events? in|^New in/i);

/** The events that a mailing told of, by mailing. */
const told = (series: string) =>
  stage.query<{ id: string; total: number; events: number }>(
    `SELECT t.id, min(t.total) AS total, count(*)::int AS events
     FROM events_calendar.told_mailings t JOIN events_calendar.events e ON e.id = t.event_id
     WHERE t.why = 'published' AND e.series = $1 GROUP BY t.id ORDER BY 3`,
    [series],
  );

/** A list's line: the title as it stands alone. */
const titlesIn = (text: string): string[] =>
  [...text.matchAll(/(?:Talk|Inside) \d+(?= \()/g)].map(([title]) => title);

test('an import of many events into a series is one mail to each follower, of those that they may see', async () => {
  const first = await stage.publish('First talk', { series: 'talks' });
  const people = [await stage.person('Ann Talks'), await stage.person('Ben Talks')];
  const stranger = await stage.person('Sue Stranger', { affiliations: [] });
  for (const who of [...people, stranger]) await stage.follow(who, first.ref, { scope: 'series' });
  const rows = [
    ...Array.from({ length: 22 }, (_, index) => ({
      title: `Inside ${index + 1}`,
      day: index + 1,
      series: 'talks',
      audience: 'members',
    })),
    ...[23, 24, 25].map((day) => ({ title: `Talk ${day}`, day, series: 'talks', audience: 'public' })),
  ];
  await importEvents(stage, rows.toReversed());
  await stage.noted();
  // The first of them is due; the others go with it.
  const waiting = `SELECT n.id FROM events_calendar.notices n JOIN events_calendar.events e ON e.id = n.event_id
    WHERE n.told_at IS NULL AND e.series = 'talks'`;
  expect(await stage.query(waiting)).toHaveLength(25);
  await stage.query(
    `UPDATE events_calendar.notices SET due_at = now() WHERE id = (${waiting} ORDER BY n.id LIMIT 1)`,
  );
  await runDue(stage.system, 'events-calendar', 'tell-followers');
  expect(await stage.query(waiting)).toEqual([]);
  await stage.tell();

  for (const who of people) {
    expect(news(who).map(({ subject }) => subject)).toEqual(['25 new events in Talks']);
    const [mail] = news(who);
    expect(titlesIn(mail?.text ?? '')).toEqual(
      Array.from({ length: 10 }, (_, index) => `Inside ${index + 1}`),
    );
    expect(mail?.text).toContain('And 15 more');
    expect(mail?.text).toContain('/calendar?series=talks');
    expect(mail?.text).toContain('/calendar/feeds/series/talks.ics');
    expect(calendarIn(mail).method).toBe('none');
    const file = /http\S+\/calendar\/feeds\/events\/\S+\.ics/.exec(mail?.text ?? '')?.[0] ?? '';
    expect((await who.browser.get(new URL(file).pathname)).html).toContain('SUMMARY:Inside 1');
  }
  expect(news(stranger).map(({ subject }) => subject)).toEqual(['3 new events in Talks']);
  expect(titlesIn(news(stranger)[0]?.text ?? '')).toEqual(['Talk 23', 'Talk 24', 'Talk 25']);
  expect(await told('talks')).toEqual([
    { id: expect.any(String), total: 1, events: 3 },
    { id: expect.any(String), total: 2, events: 25 },
  ]);

  const [one] = await stage.query<{ ref: string }>(
    `SELECT ref FROM events_calendar.events WHERE title = 'Talk 24'`,
  );
  const page = textOf((await stage.staff.browser.get(`/calendar/manage/events/${one?.ref}`)).html);
  expect(page).toContain('25 new events in Talks');
  expect(page).toContain('3 new events in Talks');
});

test('one that only some may see is the invitation to it, and nobody gets an empty mail', async () => {
  const first = await stage.publish('First round table', { series: 'round-tables' });
  const [member, stranger] = [
    await stage.person('Mo Member'),
    await stage.person('Sid Stranger', { affiliations: [] }),
  ];
  for (const who of [member, stranger]) await stage.follow(who, first.ref, { scope: 'series' });
  await stage.publish('Second round table', { series: 'round-tables', audience: 'members' });
  await stage.tell();
  expect(news(stranger)).toEqual([]);
  expect(news(member).map(({ subject }) => subject)).toEqual(['New in Round tables: Second round table']);
  await stage.publish('Third round table', { series: 'round-tables' });
  await stage.publish('Fourth round table', { series: 'round-tables', audience: 'members' });
  await stage.tell();
  expect(news(member)[1]?.subject).toBe('2 new events in Round tables');
  expect(news(stranger).map(({ subject }) => subject)).toEqual(['New in Round tables: Third round table']);
  expect(calendarIn(news(stranger)[0]).method).toBe('REQUEST');
});

test('two replicas, killed while they tell a crowd, tell it once and all of it', async () => {
  const first = await stage.publish('First of many', { series: 'many' });
  await stage.tell();
  await stage.crowd(first.ref, 600);
  await stage.query(
    `UPDATE events_calendar.follows SET event_id = NULL, series = 'many', known_version = 0
     WHERE event_id = (SELECT id FROM events_calendar.events WHERE ref = $1)`,
    [first.ref],
  );
  await importEvents(
    stage,
    Array.from({ length: 25 }, (_, index) => ({
      title: `Many ${index + 1}`,
      day: index + 1,
      series: 'many',
      audience: 'public',
    })),
  );
  await stage.noted();
  await stage.query('UPDATE events_calendar.notices SET due_at = now() WHERE told_at IS NULL');
  // The one, the other, at moments that fall before, in and after the telling.
  for (const [victim, moment] of [
    [replica, 15],
    [stage.system, 45],
    [replica, 90],
  ] as const) {
    await Promise.all([1, 2].map(() => wakeFor(stage.system, 'events-calendar', 'tell-followers')));
    await wait(moment);
    await victim.kill('events-calendar');
    await victim.restart('events-calendar');
  }
  await until(async () => {
    const left = await stage.query('SELECT FROM events_calendar.notices WHERE told_at IS NULL');
    return left.length === 0;
  }, 60_000);
  const mailings = await told('many');
  expect(mailings).toEqual([{ id: expect.any(String), total: 600, events: 25 }]);
  const people = await stage.query<{ id: string }>(
    `SELECT person_id AS id FROM events_calendar.follows WHERE series = 'many'`,
  );
  const asked = () =>
    stage.query<{ id: string }>('SELECT id FROM mailer.mails WHERE mailing_id = $1 ORDER BY id', [
      mailings[0]?.id,
    ]);
  await until(async () => (await asked()).length >= people.length);
  expect((await asked()).map(({ id }) => id)).toEqual(
    people.map(({ id }) => mailIdOf(mailings[0]?.id ?? '', id)).toSorted(),
  );
});

test('a notice is forgotten 90 days after it was told, and that it was told is not', async () => {
  const count = async (table: string) =>
    (await stage.query<{ count: number }>(`SELECT count(*)::int AS count FROM events_calendar.${table}`))[0]
      ?.count;
  const before = await count('told_mailings');
  await stage.query(
    `UPDATE events_calendar.notices SET told_at = now() - interval '91 days'
     WHERE event_id IN (SELECT id FROM events_calendar.events WHERE series = 'talks')`,
  );
  await stage.query(
    `UPDATE events_calendar.notices SET told_at = now() - interval '89 days'
     WHERE event_id IN (SELECT id FROM events_calendar.events WHERE series = 'many')`,
  );
  await runDue(stage.system, 'events-calendar', 'forget-told-notices');
  expect(
    await stage.query(
      `SELECT DISTINCT e.series FROM events_calendar.notices n JOIN events_calendar.events e ON e.id = n.event_id
       WHERE e.series IN ('talks', 'many')`,
    ),
  ).toEqual([{ series: 'many' }]);
  expect(await count('told_mailings')).toBe(before);
});
