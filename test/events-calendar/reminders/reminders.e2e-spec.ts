import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { dateInWords } from '../../../apps/events-calendar/src/events/domain/calendar-date.js';
import { until } from '../../until.js';
import { fromNow, hourAt, startReminding, type Follower, type Reminding } from './reminding.js';

describe('reminders', () => {
  let calendar: Reminding;
  beforeAll(async () => {
    calendar = await startReminding();
  });
  afterAll(() => calendar.stop());

  /** An event in 60 days that somebody has followed for long. */
  const followed = async (title: string, who: Follower, reminders: readonly number[]) => {
    const { ref } = await calendar.publish(title);
    await calendar.follow(who, ref, reminders);
    await calendar.longAgo();
    return ref;
  };
  const subjects = (who: Follower) => calendar.remindersOf(who).map(({ subject }) => subject);

  it('come once when they are due, to those who chose them, with two replicas at work', async () => {
    const ada = await calendar.person('Ada');
    const bo = await calendar.person('Bo');
    const cy = await calendar.person('Cy');
    const ref = await followed('Annual gathering', ada, [7, 1]);
    await calendar.follow(bo, ref, []);
    await calendar.follow(cy, ref, [1]);
    await calendar.longAgo();
    await calendar.remind();
    expect(subjects(ada)).toEqual([]);

    await calendar.change(ref, { when: hourAt(fromNow({ days: 6, hours: 23, minutes: 50 })) });
    await calendar.remind();
    await calendar.remind();
    await Promise.all([calendar.remind(), calendar.remind()]);
    const [mail, ...more] = calendar.remindersOf(ada);
    expect(more).toEqual([]);
    expect([...subjects(bo), ...subjects(cy)]).toEqual([]);
    expect(mail?.subject).toMatch(/^Reminder: Annual gathering, \d+ \w+ \d{4}$/);
    expect(mail?.text).toContain('Town Hall, Rochdale');
    expect(mail?.text).toContain(`/calendar/events/${ref}`);
    expect(mail?.text).not.toContain('comes late');
    expect(mail?.header('List-Unsubscribe')).toContain('/mail/unsubscribe/');
  });

  it('are none for what is called off, put off, or over', async () => {
    const dee = await calendar.person('Dee');
    const off = await followed('Called off', dee, [7]);
    const postponed = await followed('Put off', dee, [7]);
    const begun = await followed('At work already', dee, [7]);
    await calendar.status(off, { status: 'cancelled', reason: 'The hall has burnt down.' });
    await calendar.status(postponed, { status: 'postponed', reason: 'The hall is flooded.' });
    await calendar.query(
      `UPDATE events_calendar.occurrences o SET starts = now() + interval '6 days', ends = now() + interval '7 days'
       FROM events_calendar.events e WHERE e.id = o.event_id AND e.ref IN ($1, $2)`,
      [off, postponed],
    );
    await calendar.change(begun, { when: hourAt(fromNow({ minutes: -1 })) });
    await calendar.remind();
    expect(subjects(dee)).toEqual([]);
  });

  it('are none of a single date that is called off, but of the others', async () => {
    const eve = await calendar.person('Eve');
    const start = fromNow({ days: 5 });
    const recurrence = { rule: 'FREQ=DAILY;COUNT=2' };
    const { ref } = await calendar.publish('Daily call', { when: hourAt(start), recurrence });
    const reason = 'It is a holiday.';
    await calendar.status(`${ref}/occurrences/${start}`, { status: 'cancelled', reason });
    await calendar.longAgo();
    await calendar.follow(eve, ref, []);
    await calendar.choseLongAgo(eve, 7);
    await calendar.remind();
    const [mail, ...more] = calendar.remindersOf(eve);
    expect(more).toEqual([]);
    const second = Temporal.PlainDate.from(start.slice(0, 10)).add({ days: 1 });
    expect(mail?.subject).toBe(`Reminder: Daily call, ${dateInWords(second)}`);
  });

  it('come anew for another day, and not for another time of the day', async () => {
    const fay = await calendar.person('Fay');
    const ref = await followed('Moving workshop', fay, [7]);
    const day = fromNow({ days: 5 }).slice(0, 10);
    await calendar.change(ref, { when: hourAt(`${day}T10:00`) });
    await calendar.remind();
    expect(subjects(fay)).toHaveLength(1);
    await calendar.change(ref, { when: hourAt(`${day}T15:00`) });
    await calendar.remind();
    expect(subjects(fay)).toHaveLength(1);
    const other = fromNow({ days: 4 }).slice(0, 10);
    await calendar.change(ref, { when: hourAt(`${other}T10:00`) });
    await calendar.remind();
    expect(subjects(fay)).toHaveLength(2);
    expect(new Set(subjects(fay)).size).toBe(2);
  });

  it('come once after a downtime over several of them, and say that they are late', async () => {
    const gus = await calendar.person('Gus');
    const ref = await followed('Soon after the downtime', gus, [14, 7, 1]);
    await calendar.down();
    // While nobody is there the event comes closer.
    const soon = fromNow({ hours: 3 });
    await calendar.query(
      `WITH moved AS (
         UPDATE events_calendar.events
         SET starts_at = $2::timestamp AT TIME ZONE zone, ends_at = $2::timestamp AT TIME ZONE zone + interval '1 hour'
         WHERE ref = $1 RETURNING id, starts_at, ends_at)
       UPDATE events_calendar.occurrences o SET starts = starts_at, ends = ends_at FROM moved WHERE o.event_id = moved.id`,
      [ref, soon],
    );
    await calendar.up();
    await calendar.remind();
    const [mail] = calendar.remindersOf(gus);
    expect(mail?.text).toMatch(/comes late: it was due on/);
    await calendar.remind();
    expect(subjects(gus)).toHaveLength(1);
  });

  it('come once when whoever was sending them is killed', async () => {
    const lou = await calendar.person('Lou');
    const ref = await followed('Sent with difficulty', lou, [7]);
    const other = new pg.Client({ connectionString: calendar.system.adminUrl });
    await other.connect();
    await other.query('BEGIN');
    await other.query('LOCK TABLE events_calendar.sent_reminders IN EXCLUSIVE MODE');
    await calendar.change(ref, { when: hourAt(fromNow({ days: 6 })) });
    const waiting = async () =>
      (
        await calendar.query(
          `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
           AND query LIKE 'INSERT INTO %sent_reminders%'`,
        )
      ).length > 0;
    await calendar.wake();
    await until(waiting, 90_000);
    await calendar.down();
    await other.end();
    await calendar.up();
    await calendar.system.mailbox.waitFor(lou.address, { subject: /^Reminder: /, within: 120_000 });
    await calendar.remind();
    expect(subjects(lou)).toHaveLength(1);
  });

  it('are none for whoever chose them when they had been due already', async () => {
    const hal = await calendar.person('Hal');
    const { ref } = await calendar.publish('Followed late', { when: hourAt(fromNow({ days: 5 })) });
    await calendar.longAgo();
    await calendar.follow(hal, ref, [7]);
    await calendar.remind();
    expect(subjects(hal)).toEqual([]);
  });

  it('are chosen with what one follows, and changed later', async () => {
    const ida = await calendar.person('Ida');
    const { ref } = await calendar.publish('A choice of reminders');
    const page = await (await calendar.ask(`/calendar/events/${ref}/follow`, ida)).text();
    expect(page).toContain('7 days before');
    await calendar.follow(ida, ref, [14, 1]);
    const listed = async () => (await calendar.ask('/calendar/following', ida)).text();
    expect(await listed()).toContain('Reminders 1 day and 14 days before');
    await calendar.choose(ida, [7]);
    expect(await listed()).toContain('Reminders 7 days before');
    await calendar.choose(ida, []);
    expect(await listed()).toContain('Choose reminders');
    const [left] = await calendar.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM events_calendar.follow_reminders r
       JOIN events_calendar.follows f ON f.id = r.follow_id WHERE f.person_id = $1`,
      [ida.id],
    );
    expect(left?.count).toBe(0);
    const stranger = await calendar.person('Jo');
    const [follow] = await calendar.query<{ id: string }>(
      'SELECT id FROM events_calendar.follows WHERE person_id = $1',
      [ida.id],
    );
    const theirs = await calendar.ask(`/calendar/following/${follow?.id}/reminders`, stranger, [
      ['reminders', '7'],
    ]);
    expect(theirs.headers.get('location')).toBe('/calendar/following');
    expect(await listed()).toContain('Choose reminders');
  });

  it('go by the series as well, once for whoever follows both', async () => {
    const kay = await calendar.person('Kay');
    const { ref } = await calendar.publish('Of a series', { series: 'officer-calls' });
    await calendar.follow(kay, ref, [7], 'series');
    await calendar.follow(kay, ref, [7]);
    await calendar.longAgo();
    await calendar.change(ref, {
      series: 'officer-calls',
      when: hourAt(fromNow({ days: 6, hours: 23, minutes: 50 })),
    });
    await calendar.remind();
    expect(subjects(kay)).toHaveLength(1);
  });
});
