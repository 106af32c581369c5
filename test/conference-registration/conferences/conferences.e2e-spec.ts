import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { staffPerson } from '../../events-calendar/signed-in.js';
import { runDue } from '../../run-due.js';
import { startConferences, type ConferenceStage } from '../stage.js';
import { goodConference, staffBrowser, type StaffBrowser } from './staff.js';

let stage: ConferenceStage;
let staff: StaffBrowser;
beforeAll(async () => {
  stage = await startConferences();
  staff = staffBrowser(stage);
});
afterAll(() => stage?.stop());

interface Kept {
  readonly slug: string;
  readonly status: string;
  readonly status_reason: string | null;
  readonly version: number;
  readonly title: string;
  readonly closes_at: Date | null;
  readonly venue_name: string | null;
}

const path = (id: string, part = '') => `/conference/manage/${id}${part}`;

async function kept(id: string): Promise<Kept> {
  const [row] = await stage.query<Kept>('SELECT * FROM conferences WHERE id = $1', [id]);
  if (row === undefined) throw new Error('there is no such conference');
  return row;
}

/** What other apps were told of a conference. */
const told = async (id: string) =>
  stage.query<{ type: string; version: number; payload: Record<string, unknown> }>(
    'SELECT type, aggregate_version AS version, payload FROM outbox WHERE aggregate_id = $1 ORDER BY position',
    [id],
  );

describe('planning a conference', () => {
  it('makes a draft that only staff see, once however often the button is pressed', async () => {
    const once = await staff.hidden('/conference/manage/new', 'once');
    const presses = await Promise.all(
      [1, 2, 3].map(() => staff.post('/conference/manage/new', { ...goodConference, once })),
    );
    const [id = '', ...others] = [...new Set(presses.map(({ location }) => location?.split('/').at(-1)))];
    expect(others).toEqual([]);
    const { slug } = await kept(id);
    expect(slug).toBe('annual-conference-2035');
    expect((await staff.get(`/conference/${slug}`, null)).status).toBe(404);
    expect((await staff.get(path(id), null)).status).toBe(403);
    expect((await staff.get(path(id), { roles: ['person', 'booking-contact'] })).status).toBe(403);
    const shown = await staff.get(path(id));
    expect(shown.html).toContain('Wednesday 10 October 2035, 9am to 3.30pm');
    expect(shown.html).toContain('There is no ticket: add one that people can book.');
    expect(shown.html).not.toContain('Open the conference');
    expect(await told(id)).toEqual([]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['no title', { title: ' ' }, 'Enter a title.'],
    ['a title of 300 characters', { title: 'x'.repeat(300) }, 'Shorten it to 200 or fewer.'],
    [
      'no first day',
      { 'firstDay.day': '', 'firstDay.month': '', 'firstDay.year': '' },
      'Enter the first day.',
    ],
    ['a day that there is not', { 'firstDay.day': '31', 'firstDay.month': '9' }, 'must be a real date'],
    ['past days', { 'firstDay.year': '2020', 'lastDay.year': '2020' }, 'This day is past.'],
    ['an end before the beginning', { 'lastDay.day': '8' }, 'The last day is before the first.'],
    ['times that are none', { times: '9.30am to teatime' }, 'Line 1: “teatime” cannot be read as a time.'],
    [
      'more times than days',
      { times: '9am to 5pm\n9am to 5pm\n9am to 5pm' },
      'There are 3 lines of times, but 2 days.',
    ],
    [
      'an end of booking after the end',
      { 'closesAt.month': '11' },
      'Booking ends after the conference is over.',
    ],
    ['a time without a day', { 'opensAt.time': '9am' }, 'Enter the day on which booking begins'],
    ['a refund of 200%', { 'refundSteps.0.percent': '200' }, 'must be 100 or fewer'],
    ['a negative time to pay', { paymentDays: '-5' }, 'must be 0 or more'],
    ['the address of something else', { slug: 'manage' }, 'is the address of something else'],
  ])('says what is wrong: %s', async (_what, fields, message) => {
    const answer = await staff.post('/conference/manage/new', { ...goodConference, ...fields });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain(message);
    expect(answer.html).toContain('There is a problem');
  });

  it('keeps names in any script and shows HTML as text', async () => {
    const title = 'Cynhadledd 2035 年会 <b>“&” مؤتمر</b>';
    const id = await staff.plan({
      title,
      description: '<script>alert(1)</script>',
      terms: '<img src=x onerror=alert(1)>',
    });
    const { html } = await staff.get(path(id));
    expect(html).toContain('&lt;b>“&amp;” مؤتمر&lt;/b>');
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img src=x');
  });

  it('gives an address once: two conferences of one title, planned at once, have two', async () => {
    const ids = await Promise.all([1, 2, 3, 4].map(() => staff.plan({ title: 'At once' })));
    const slugs = await Promise.all(ids.map(async (id) => (await kept(id)).slug));
    expect(slugs.toSorted()).toEqual(['at-once-2035', 'at-once-2035-2', 'at-once-2035-3', 'at-once-2035-4']);
    const answer = await staff.post('/conference/manage/new', { ...goodConference, slug: 'at-once-2035' });
    expect(answer.html).toContain('Another conference has the address “at-once-2035”.');
  });
});

describe('a conference’s way', () => {
  it('opens when nothing is missing, pauses, goes on, closes, and is told of at each step', async () => {
    const id = await staff.plan({ title: 'The whole way' });
    const early = await staff.post(path(id, '/status/open'), { version: '1' });
    expect(early.status).toBe(422);
    expect(early.html).toContain('It cannot open yet. There is no ticket');
    await staff.addTicket(id);
    expect((await staff.get(path(id))).html).toContain('Open the conference');
    expect((await staff.step(id, 'open')).location).toBe(path(id));
    const { slug } = await kept(id);
    expect((await staff.get(`/conference/${slug}`, null)).status).toBe(200);

    expect((await staff.step(id, 'paused', 'We look for a bigger hall.')).status).toBe(303);
    expect(await kept(id)).toMatchObject({ status: 'paused', status_reason: 'We look for a bigger hall.' });
    await staff.step(id, 'open');
    expect(await kept(id)).toMatchObject({ status: 'open', status_reason: null });
    await staff.step(id, 'closed');
    const again = await staff.get(path(id, '/status/open'));
    expect(again.location).toBe(path(id));
    expect((await told(id)).map(({ type, payload }) => [type.split('.')[1], payload['status']])).toEqual([
      ['conference-published', 'open'],
      ['conference-changed', 'paused'],
      ['conference-changed', 'open'],
      ['conference-changed', 'closed'],
    ]);
    const versions = (await told(id)).map(({ version }) => version);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    const history = (await staff.get(path(id, '/history'))).html;
    for (const words of [
      'Draft written',
      'Opened',
      'Booking paused',
      'Booking taken up again',
      'Booking closed',
    ]) {
      expect(history).toContain(words);
    }
  });

  it('is cancelled with a reason, for good, and takes no changes then', async () => {
    const id = await staff.plan({ title: 'To be called off' });
    await staff.addTicket(id);
    await staff.step(id, 'open');
    const without = await staff.step(id, 'cancelled');
    expect(without.status).toBe(422);
    expect(without.html).toContain('Say why; everybody will read it.');
    const version = await staff.hidden(path(id, '/status/cancelled'), 'version');
    const presses = await Promise.all(
      [1, 2].map(() =>
        staff.post(path(id, '/status/cancelled'), { version, reason: 'The hall has flooded.' }),
      ),
    );
    expect(presses.map(({ status }) => status)).toEqual([303, 303]);
    expect(await kept(id)).toMatchObject({ status: 'cancelled', status_reason: 'The hall has flooded.' });
    expect((await told(id)).filter(({ payload }) => payload['status'] === 'cancelled')).toHaveLength(1);
    expect((await staff.get(path(id, '/edit'))).location).toBe(path(id));
    expect((await staff.post(path(id, '/edit'), { ...goodConference, version })).location).toBe(path(id));
    expect((await staff.get(path(id))).html).not.toContain('Change the details');
  });

  it('is over by itself once its last day is', async () => {
    const id = await staff.plan({ title: 'Past soon' });
    await staff.addTicket(id);
    await staff.step(id, 'open');
    await stage.query(
      `UPDATE conferences SET first_day = '2026-01-01', last_day = '2026-01-02', days = '[]' WHERE id = $1`,
      [id],
    );
    const other = await staff.plan({ title: 'Not past' });
    await staff.addTicket(other);
    await staff.step(other, 'open');
    await runDue(stage.system, 'conference-registration', 'end-conferences');
    expect((await kept(id)).status).toBe('over');
    expect((await kept(other)).status).toBe('open');
    expect((await told(id)).at(-1)).toMatchObject({ payload: { status: 'over' } });
    expect((await staff.get(path(id, '/status/cancelled'))).location).toBe(path(id));
  });
});

describe('changing a conference', () => {
  it('keeps what the form says, tells of it, and leaves the address once it is open', async () => {
    const id = await staff.plan({ title: 'To change' });
    await staff.addTicket(id);
    await staff.step(id, 'open');
    const version = await staff.hidden(path(id, '/edit'), 'version');
    const change = { ...goodConference, title: 'Changed', 'venue.name': 'Leigh Town Hall', version };
    const saved = await staff.post(path(id, '/edit'), change);
    expect(saved.location).toBe(path(id));
    expect(await kept(id)).toMatchObject({
      title: 'Changed',
      slug: 'to-change-2035',
      venue_name: 'Leigh Town Hall',
    });
    // A second press of the same button is no conflict.
    expect((await staff.post(path(id, '/edit'), change)).location).toBe(path(id));
    expect((await told(id)).at(-1)).toMatchObject({ payload: { place: { name: 'Leigh Town Hall' } } });
    const renamed = await staff.post(path(id, '/edit'), {
      ...change,
      version: await staff.hidden(path(id, '/edit'), 'version'),
      slug: 'another',
    });
    expect(renamed.html).toContain('Leave it as it is');
    expect((await staff.get(path(id, '/history'))).html).toContain('Leigh Town Hall');
  });

  it('says what somebody else changed meanwhile, and loses nothing of either', async () => {
    const id = await staff.plan({ title: 'For two' });
    const version = await staff.hidden(path(id, '/edit'), 'version');
    await staff.post(path(id, '/edit'), { ...goodConference, title: 'Theirs', version });
    const mine = await staff.post(path(id, '/edit'), { ...goodConference, title: 'Mine', version });
    expect(mine.status).toBe(409);
    expect(mine.html).toContain('changed this conference after you opened it');
    expect(mine.html).toContain('value="Mine"');
    expect((await kept(id)).title).toBe('Theirs');
    const seen = /name="version" value="(\d+)"/.exec(mine.html)?.[1] ?? '';
    await staff.post(path(id, '/edit'), { ...goodConference, title: 'Mine', version: seen });
    expect((await kept(id)).title).toBe('Mine');
  });

  it('lets one of ten editors save who saw the same version', async () => {
    const id = await staff.plan({ title: 'For ten' });
    const version = await staff.hidden(path(id, '/edit'), 'version');
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        staff.post(path(id, '/edit'), { ...goodConference, title: `Editor ${index}`, version }),
      ),
    );
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
    expect((await kept(id)).version).toBe(2);
  });

  it('fills the form with just what it reads', async () => {
    const id = await staff.plan({
      title: 'Round',
      'opensAt.day': '1',
      'opensAt.month': '2',
      'opensAt.year': '2035',
    });
    const { html } = await staff.get(path(id, '/edit'));
    const controls = [...html.matchAll(/<input[^>]*name="([^"]+)"[^>]*>/g)].map(([tag, name]) => [
      name ?? '',
      /value="([^"]*)"/.exec(tag)?.[1] ?? '',
    ]);
    const texts = [...html.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</g)].map(([, name, text]) => [
      name ?? '',
      text ?? '',
    ]);
    const sent = { ...Object.fromEntries([...controls, ...texts]), zone: 'Europe/London' };
    expect((await staff.post(path(id, '/edit'), sent)).location).toBe(path(id));
    expect((await kept(id)).version).toBe(1);
  });
});

describe('a copy', () => {
  it('has all that the earlier one offers, its dates moved, and neither codes nor bookings', async () => {
    const id = await staff.plan({ title: 'Annual 2034', 'venue.name': 'Old Hall' });
    const ticket = await staff.addTicket(id, { days: ['2035-10-09'], on_sale_until: '2035-09-28T16:00:00Z' });
    const gone = await staff.addTicket(id, { name: 'Withdrawn', withdrawn_at: new Date() });
    await stage.query(
      `INSERT INTO prices (ticket_type_id, category, until, pence) VALUES ($1, 'full', '2035-06-29', 17000)`,
      [ticket],
    );
    await stage.query(
      `INSERT INTO pools (id, conference_id, position, name, capacity, per_organisation, ticket_type_ids)
       VALUES (gen_random_uuid(), $1, 1, 'All', 300, false, $2), (gen_random_uuid(), $1, 2, 'None', 3, false, $3)`,
      [id, [ticket, gone], [gone]],
    );
    await stage.query(
      `INSERT INTO free_allocations (id, conference_id, ticket_type_id, category, places) VALUES (gen_random_uuid(), $1, $2, 'full', 2)`,
      [id, ticket],
    );
    await stage.query(
      `INSERT INTO codes (id, conference_id, code, note, reserves, created_at) VALUES (gen_random_uuid(), $1, 'PRESS', '', false, now())`,
      [id],
    );
    await stage.query(
      `WITH first AS (INSERT INTO questions (id, conference_id, position, asked_of, kind, label, required, asks_approval)
         VALUES (gen_random_uuid(), $1, 1, 'delegate', 'yes-no', 'Do you need a room?', true, false) RETURNING id)
       INSERT INTO questions (id, conference_id, position, asked_of, kind, label, required, asks_approval, only_if, ticket_type_ids)
       SELECT gen_random_uuid(), $1, 2, 'delegate', 'text', 'From when?', true, false,
         jsonb_build_object('questionId', id, 'oneOf', jsonb_build_array('yes')), $2 FROM first`,
      [id, [ticket]],
    );
    const once = await staff.hidden(path(id, '/copy'), 'once');
    const fields = {
      title: 'Annual 2036',
      'firstDay.day': '7',
      'firstDay.month': '10',
      'firstDay.year': '2036',
      once,
    };
    const [copied, again] = await Promise.all([1, 2].map(() => staff.post(path(id, '/copy'), fields)));
    expect(again?.location).toBe(copied?.location);
    const copy = copied?.location?.split('/').at(-1) ?? '';
    expect(await kept(copy)).toMatchObject({ status: 'draft', slug: 'annual-2036', venue_name: null });
    const one = async (sql: string) => (await stage.query(sql, [copy]))[0];
    // The first day is 364 days later: 52 weeks.
    expect(
      await one(
        `SELECT name, days::text[] AS days, on_sale_until FROM ticket_types WHERE conference_id = $1`,
      ),
    ).toEqual({
      name: 'Both days',
      days: ['2036-10-07'],
      on_sale_until: new Date('2036-09-26T16:00:00Z'),
    });
    expect(
      await stage.query(
        `SELECT p.until::text, p.pence FROM prices p JOIN ticket_types t ON t.id = p.ticket_type_id WHERE t.conference_id = $1 ORDER BY 1`,
        [copy],
      ),
    ).toEqual([
      { until: '2036-06-27', pence: 17_000 },
      { until: '9999-12-31', pence: 19_500 },
    ]);
    expect(
      await stage.query(
        `SELECT name, ticket_type_ids = ARRAY(SELECT id FROM ticket_types WHERE conference_id = $1) AS "isIts" FROM pools WHERE conference_id = $1`,
        [copy],
      ),
    ).toEqual([{ name: 'All', isIts: true }]);
    expect(
      await one(`SELECT count(*)::int AS n FROM free_allocations WHERE conference_id = $1 AND places = 2`),
    ).toEqual({ n: 1 });
    expect(await one(`SELECT count(*)::int AS n FROM codes WHERE conference_id = $1`)).toEqual({ n: 0 });
    expect(
      await one(
        `SELECT b.only_if ->> 'questionId' = a.id::text AS "isIts" FROM questions a, questions b
         WHERE a.conference_id = $1 AND b.conference_id = $1 AND a.position = 1 AND b.position = 2`,
      ),
    ).toEqual({ isIts: true });
    const { version } = await kept(id);
    expect(version).toBe(1);
  });
});

describe('a draft', () => {
  it('is deleted with all that it has, and a published conference is not', async () => {
    const id = await staff.plan({ title: 'To delete' });
    const ticket = await staff.addTicket(id);
    // A code keeps a place of it.
    await stage.query(
      `INSERT INTO places (id, conference_id, ticket_type_id, status, count_ids, net_pence, vat_basis_points, made_at)
       VALUES (gen_random_uuid(), $1, $2, 'reserved', '{}', 0, 2000, now())`,
      [id, ticket],
    );
    const version = await staff.hidden(path(id, '/delete'), 'version');
    expect((await staff.post(path(id, '/delete'), { version })).location).toBe('/conference/manage');
    expect((await staff.get(path(id))).status).toBe(404);
    expect((await staff.post(path(id, '/delete'), { version })).location).toBe('/conference/manage');

    const open = await staff.plan({ title: 'Not to delete' });
    await staff.addTicket(open);
    await staff.step(open, 'open');
    expect((await staff.get(path(open, '/delete'))).location).toBe(path(open));
    expect((await staff.post(path(open, '/delete'), { version: '2' })).location).toBe(path(open));
    expect((await kept(open)).status).toBe('open');
  });
});

describe('a preview', () => {
  it('shows a draft as it will be, on any day and for any category', async () => {
    const id = await staff.plan({ title: 'To preview' });
    const ticket = await staff.addTicket(id);
    await stage.query(
      `INSERT INTO prices (ticket_type_id, category, until, pence) VALUES ($1, 'full', '2035-06-29', 17000)`,
      [ticket],
    );
    const early = (await staff.get(path(id, '/preview?date=2035-06-29&category=full'))).html;
    expect(early).toMatch(/£170\.00[^£]* until 29 June 2035, then £195\.00/);
    const late = (await staff.get(path(id, '/preview?date.day=30&date.month=6&date.year=2035'))).html;
    expect(late).toContain('£195.00');
    expect(late).not.toContain('£170.00');
    expect((await staff.get(path(id, '/preview?category=supporter'))).html).not.toContain('£195.00');
    const wrong = await staff.get(path(id, '/preview?date=yesterday'));
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('“yesterday” is not a date.');
    expect((await staff.get(path(id, '/preview'), { ...staffPerson, roles: ['person'] })).status).toBe(403);
  });
});
