import { placesAddUp } from '../../apps/conference-registration/src/places/places-add-up.js';
import type { WaitingOutput } from '../../apps/conference-registration/src/waiting-list/api/waiting.schema.js';
import { runDue } from '../run-due.js';
import { beginBooking } from './booking-stage.js';
import { withoutLock } from './lock-off.js';
import { startConferences, type Booker, type ConferenceStage, type StagedConference } from './stage.js';

interface Problem {
  readonly code: string;
  readonly detail: string;
}

describe('the waiting list', () => {
  let stage: ConferenceStage;
  beforeAll(async () => {
    stage = await startConferences();
  });
  afterAll(() => stage.stop());

  const hall = (capacity: number) =>
    stage.conference({
      tickets: { 'In person': {}, Online: {} },
      pools: {
        Hall: { capacity, tickets: ['In person'] },
        All: { capacity: 1000 },
      },
    });

  const join = (
    booker: Booker,
    conference: StagedConference,
    wanted = 1,
    allTogether = true,
    ticket = 'In person',
  ) =>
    stage.api<WaitingOutput & Problem>('POST', `/conferences/${conference.id}/waiting-list`, booker.api, {
      for: { organisationId: booker.organisationId },
      ticketTypeId: conference.tickets[ticket],
      wanted,
      allTogether,
    });

  const ask = (booker: Booker, conference: StagedConference, number = 1, ticket = 'In person') =>
    stage.api<Problem & { reference: string }>('POST', `/conferences/${conference.id}/bookings`, booker.api, {
      for: { organisationId: booker.organisationId },
      quantities: { [conference.tickets[ticket] ?? '']: number },
    });

  const read = async (booker: Booker, { body: { id } }: { body: WaitingOutput }) =>
    (await stage.api<WaitingOutput>('GET', `/waiting/${id}`, booker.api)).body;

  const giveUp = (booker: Booker, reference: string) =>
    stage.api('POST', `/bookings/${reference}/give-up`, booker.api);

  const offered = async (conference: StagedConference) => {
    const [row] = await stage.query<{ places: number; offers: number }>(
      `SELECT coalesce(sum(places), 0)::int AS places, count(*)::int AS offers FROM offers
       WHERE conference_id = $1 AND status = 'open'`,
      [conference.id],
    );
    return row;
  };

  const bookers = (number: number) => Promise.all(Array.from({ length: number }, () => stage.booker()));

  /** The mails that were asked for to somebody's address, the newest last. */
  const mailsTo = async ({ email }: { readonly email: string }) =>
    (
      await stage.query<{ subject: string }>(
        `SELECT payload ->> 'subject' AS subject FROM outbox WHERE payload -> 'to' ->> 'address' = $1 ORDER BY position`,
        [email],
      )
    ).map(({ subject }) => subject);

  async function staged(number: number) {
    const people = await bookers(number);
    return people as [Booker, Booker, Booker, Booker, Booker];
  }

  it('is no place to be while there are places', async () => {
    const [first, second] = await staged(2);
    const conference = await hall(1);
    expect(await join(first, conference)).toMatchObject({ status: 409, body: { code: 'places-left' } });
    await beginBooking(stage, first, conference, { 'In person': 1 });
    expect(await join(second, conference)).toMatchObject({
      status: 201,
      body: { status: 'waiting', wanted: 1, place: 1, offer: null },
    });
    expect(await join(second, conference)).toMatchObject({ status: 409, body: { code: 'already-waiting' } });
    expect((await mailsTo(second)).at(-1)).toContain('You are on the waiting list');
  });

  it('offers what is given back strictly in order, and sells nothing past it', async () => {
    const [first, one, two, late, passer] = await staged(5);
    const conference = await hall(2);
    const reference = await beginBooking(stage, first, conference, { 'In person': 2 });
    const [single, pair, last] = [
      await join(one, conference),
      await join(two, conference, 2),
      await join(late, conference),
    ];
    expect([single, pair, last].map(({ body }) => body.place)).toEqual([1, 2, 3]);
    await giveUp(first, reference);
    const [a, b, c] = [await read(one, single), await read(two, pair), await read(late, last)];
    expect(a).toMatchObject({ status: 'offered', wanted: 0, offer: { places: 1 } });
    expect(b).toMatchObject({ status: 'waiting', offer: null, place: 1 });
    expect(c).toMatchObject({ status: 'waiting', offer: null, place: 2 });
    // One place is free in the hall, but the two who stay together are next.
    expect(await ask(passer, conference)).toMatchObject({ status: 409, body: { code: 'queue-first' } });
    // Who takes part online takes nothing that anybody waits for.
    expect((await ask(passer, conference, 1, 'Online')).status).toBe(201);
    expect((await mailsTo(one)).at(-1)).toContain('A place is free for you');
    await stage.api('POST', `/waiting/${a.id}/decline`, one.api);
    await expect(read(two, pair)).resolves.toMatchObject({
      status: 'offered',
      offer: { places: 2 },
    });
    await expect(placesAddUp(stage.query, conference.id)).resolves.toEqual([]);
  });

  it('gives as many as there are to those who want that, and keeps their turn for the rest', async () => {
    const [first, some] = await staged(2);
    const conference = await hall(2);
    const references = [
      await beginBooking(stage, first, conference, { 'In person': 1 }),
      await beginBooking(stage, first, conference, { 'In person': 1 }),
    ];
    const entry = await join(some, conference, 2, false);
    await giveUp(first, references[0] ?? '');
    await expect(read(some, entry)).resolves.toMatchObject({
      status: 'waiting',
      wanted: 1,
      place: 1,
      offer: { places: 1 },
    });
    const accepted = await stage.api<{ booking: string }>(
      'POST',
      `/waiting/${entry.body.id}/accept`,
      some.api,
    );
    expect(accepted.status).toBe(200);
    await giveUp(first, references[1] ?? '');
    await expect(read(some, entry)).resolves.toMatchObject({ status: 'offered', offer: { places: 1 } });
    const second = await stage.api<{ booking: string }>('POST', `/waiting/${entry.body.id}/accept`, some.api);
    expect(second.body.booking).not.toBe(accepted.body.booking);
    await expect(read(some, entry)).resolves.toMatchObject({ status: 'taken', offer: null });
    await expect(placesAddUp(stage.query, conference.id)).resolves.toEqual([]);
  });

  /** One place, offered to the first in line, who accepts ten times at once. */
  async function offeredOne() {
    const [first, one, two] = await staged(3);
    const conference = await hall(1);
    const reference = await beginBooking(stage, first, conference, { 'In person': 1 });
    const [mine, next] = [await join(one, conference), await join(two, conference)];
    await giveUp(first, reference);
    return { conference, one, two, mine, next };
  }

  async function acceptAtOnce({ one, mine, conference }: Awaited<ReturnType<typeof offeredOne>>) {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        stage.api<{ booking: string }>('POST', `/waiting/${mine.body.id}/accept`, one.api),
      ),
    );
    const bookings = await stage.query(`SELECT FROM bookings WHERE conference_id = $1 AND status = 'held'`, [
      conference.id,
    ]);
    return { answers, bookings: bookings.length };
  }

  it('begins one booking however often an offer is accepted at once, and the next in line gets what it gives up', async () => {
    const house = await offeredOne();
    const { conference, one, two, next } = house;
    const { answers, bookings } = await acceptAtOnce(house);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const keys = new Set(answers.map(({ body }) => body.booking));
    expect(keys.size).toBe(1);
    expect(bookings).toBe(1);
    // The places are kept as long as the offer would have been.
    const [booking] = await stage.query<{ hours: number }>(
      `SELECT extract(epoch FROM held_until - now()) / 3600 AS hours FROM bookings WHERE reference = $1`,
      [[...keys][0]],
    );
    expect(Number(booking?.hours)).toBeGreaterThan(8);
    await giveUp(one, [...keys][0] ?? '');
    await expect(read(two, next)).resolves.toMatchObject({ status: 'offered', offer: { places: 1 } });
    await expect(placesAddUp(stage.query, conference.id)).resolves.toEqual([]);
  });

  it('books what is offered more than once where the lock is off, so the test above can fail', async () => {
    const house = await offeredOne();
    const { bookings } = await withoutLock(stage, () => acceptAtOnce(house));
    expect(bookings).toBeGreaterThan(1);
  });

  it('passes on what is not answered in time, and tells both', async () => {
    const [first, one, two] = await staged(3);
    const conference = await hall(1);
    const reference = await beginBooking(stage, first, conference, { 'In person': 1 });
    const [mine, next] = [await join(one, conference), await join(two, conference)];
    await giveUp(first, reference);
    await stage.query(`UPDATE offers SET answer_until = now() - interval '1 second' WHERE entry_id = $1`, [
      mine.body.id,
    ]);
    expect(await stage.api('POST', `/waiting/${mine.body.id}/accept`, one.api)).toMatchObject({
      status: 409,
      body: { code: 'offer-ended' },
    });
    await runDue(stage.system, 'conference-registration', 'walk-waiting-lists');
    await expect(read(one, mine)).resolves.toMatchObject({ status: 'expired', offer: null });
    await expect(read(two, next)).resolves.toMatchObject({ status: 'offered', offer: { places: 1 } });
    expect((await mailsTo(one)).at(-1)).toContain('You are no longer on the waiting list');
    expect((await mailsTo(two)).at(-1)).toContain('A place is free for you');
  });

  it('keeps nobody from giving places back where what is waited for is not sold any more', async () => {
    const [first, one] = await staged(2);
    const conference = await hall(1);
    const reference = await beginBooking(stage, first, conference, { 'In person': 1 });
    const mine = await join(one, conference);
    await change(
      conference,
      `UPDATE ticket_types SET on_sale_until = now() - interval '1 day' WHERE id = $1`,
    );
    expect((await giveUp(first, reference)).status).toBe(200);
    await expect(read(one, mine)).resolves.toMatchObject({ status: 'waiting', offer: null });
    await expect(placesAddUp(stage.query, conference.id)).resolves.toEqual([]);
  });

  it('offers nothing that its person could not buy, and lets nobody wait for it', async () => {
    const [first, two] = await staged(2);
    const [one, three] = [
      await stage.booker({ category: 'associate' }),
      await stage.booker({ category: 'associate' }),
    ];
    const conference = await hall(1);
    const reference = await beginBooking(stage, first, conference, { 'In person': 1 });
    const [mine, next] = [await join(one, conference), await join(two, conference)];
    await change(conference, `DELETE FROM prices WHERE ticket_type_id = $1 AND category = 'associate'`);
    expect(await join(three, conference)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'ticketTypeId', code: 'not-for-category' }] },
    });
    expect((await giveUp(first, reference)).status).toBe(200);
    await expect(read(one, mine)).resolves.toMatchObject({ status: 'waiting', offer: null });
    await expect(read(two, next)).resolves.toMatchObject({ status: 'offered' });
    await expect(placesAddUp(stage.query, conference.id)).resolves.toEqual([]);
  });

  it('ends when the conference is cancelled, and tells those who wait', async () => {
    const [first, one] = await staged(2);
    const conference = await hall(1);
    await beginBooking(stage, first, conference, { 'In person': 1 });
    const mine = await join(one, conference);
    await stage.query(`UPDATE conferences SET status = 'cancelled', version = version + 1 WHERE id = $1`, [
      conference.id,
    ]);
    await runDue(stage.system, 'conference-registration', 'walk-waiting-lists');
    await expect(read(one, mine)).resolves.toMatchObject({ status: 'ended' });
    await expect(
      stage.query('SELECT FROM counts WHERE conference_id = $1 AND queued > 0', [conference.id]),
    ).resolves.toHaveLength(0);
  });

  /** Something about its ticket in person is changed by staff. */
  async function change({ id, tickets }: StagedConference, sql: string): Promise<void> {
    await stage.query(sql, [tickets['In person']]);
    await stage.query('UPDATE conferences SET version = version + 1 WHERE id = $1', [id]);
  }

  /** A conference that is full, and more who wait than it has places. */
  async function fullHouse(places: number, waiting: number) {
    const [holder, passer] = await staged(2);
    const conference = await hall(places);
    const references: string[] = [];
    for (let index = 0; index < places; index += 1) {
      references.push(await beginBooking(stage, holder, conference, { 'In person': 1 }));
    }
    for (const each of await bookers(waiting)) expect((await join(each, conference)).status).toBe(201);
    return { holder, passer, conference, references };
  }

  /** All places are given back at once, while others try to pass those who wait. */
  async function rush({ holder, passer, conference, references }: Awaited<ReturnType<typeof fullHouse>>) {
    const passing = await Promise.all([
      ...references.map(async (reference) => {
        await giveUp(holder, reference);
        return 0;
      }),
      ...Array.from({ length: 20 }, async () => ((await ask(passer, conference)).status === 201 ? 1 : 0)),
    ]);
    const rows = await stage.query<{ number: number }>(
      `SELECT e.number FROM offers o JOIN waiting_entries e ON e.id = o.entry_id WHERE o.conference_id = $1 ORDER BY 1`,
      [conference.id],
    );
    return {
      passed: passing.reduce<number>((sum, each) => sum + each, 0),
      numbers: rows.map(({ number }) => number),
      offers: await offered(conference),
      miscounts: await placesAddUp(stage.query, conference.id),
    };
  }

  it('offers each place once when many are given back at once, to those in front, and nobody comes between', async () => {
    const { passed, numbers, offers, miscounts } = await rush(await fullHouse(12, 15));
    expect(passed).toBe(0);
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(offers).toEqual({ places: 12, offers: 12 });
    expect(miscounts).toEqual([]);
  });

  it('is open to staff, who can take somebody off it with a reason', async () => {
    const [first, one, two] = await staged(3);
    const conference = await hall(1);
    const reference = await beginBooking(stage, first, conference, { 'In person': 1 });
    const [mine, next] = [await join(one, conference), await join(two, conference)];
    await giveUp(first, reference);
    const headers = {
      ...(await stage.headers({ id: 'staff', name: 'Sam Staff', roles: ['person', 'staff'] })),
      accept: 'text/html',
      'sec-fetch-site': 'same-origin',
    };
    const path = `${stage.url}/conference/manage/${conference.id}/waiting-list`;
    const page = await (await fetch(path, { headers })).text();
    expect(page).toContain('2 parties, in their order');
    const pass = (reason: string) =>
      fetch(`${path}/${mine.body.id}/pass-over`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ reason }),
        redirect: 'manual',
      });
    const refused = await pass(' ');
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Say why: they are told in these words.');
    expect((await pass('You have <b>places</b> already.')).status).toBe(303);
    await expect(read(one, mine)).resolves.toMatchObject({ status: 'passed-over' });
    await expect(read(two, next)).resolves.toMatchObject({ status: 'offered' });
    const past = await (await fetch(`${path}?state=past`, { headers })).text();
    expect(past).toContain('1 party no longer waiting');
    expect(past).toContain('You have &lt;b>places&lt;/b> already.');
    // It is nobody else's to look at or to answer.
    expect((await stage.api('GET', `/waiting/${mine.body.id}`, two.api)).status).toBe(404);
    expect((await stage.api('POST', `/waiting/${next.body.id}/accept`, one.api)).status).toBe(404);
  });

  it('is shown to staff fifty at a time, in order, with those who wait no longer apart, and taken out whole', async () => {
    const conference = await hall(1);
    await stage.query(
      `INSERT INTO waiting_entries (id, conference_id, ticket_type_id, number, wanted, all_together, status, blocked_by,
         booked_for, organisation_name, category, name, email, joined_at, ended_at)
       SELECT gen_random_uuid(), $1, $2, n, 1, true, CASE WHEN n <= 60 THEN 'waiting' ELSE 'left' END,
         ARRAY['00000000-0000-4000-8000-000000000001'::uuid], 'organisation', '', 'full', 'Waiter ' || n, 'w@example.org',
         now() - n * interval '1 hour', CASE WHEN n > 60 THEN now() - n * interval '1 minute' END
       FROM generate_series(1, 120) n`,
      [conference.id, conference.tickets['In person']],
    );
    const staff = await stage.headers({ id: 'staff', name: 'Sam Staff', roles: ['person', 'staff'] });
    const path = `${stage.url}/conference/manage/${conference.id}/waiting-list`;
    const get = async (rest: string) => {
      const html = await (
        await fetch(`${path}${rest}`, { headers: { ...staff, accept: 'text/html' } })
      ).text();
      return { html, names: [...html.matchAll(/<bdi>Waiter (\d+)<\/bdi>/g)].map(([, n]) => Number(n)) };
    };
    const run = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => from + index);
    const first = await get('');
    expect(first.names).toEqual(run(1, 50));
    expect(first.html).toContain('60 parties, in their order');
    const second = await get('?page=2');
    expect(second.names).toEqual(run(51, 60));
    expect(second.html).toContain('data-label="Place in line">51</td>');
    expect((await get('?page=3')).html).toContain('The list ends before this page');
    const past = await get('?state=past');
    expect(past.names).toEqual(run(61, 110));
    expect(past.html).toContain('60 parties no longer waiting');
    expect((await get('?state=past&page=2')).names).toEqual(run(111, 120));
    const lines = async (rest: string) =>
      (await (await fetch(`${path}/export.csv${rest}`, { headers: staff })).text()).trim().split('\r\n');
    expect(await lines('')).toHaveLength(61);
    expect((await lines('?state=past&page=2'))[1]).toContain('Waiter 61');
  });

  it.each([
    [{ wanted: 0 }, 'wanted'],
    [{ wanted: -1 }, 'wanted'],
    [{ wanted: 1.5 }, 'wanted'],
    [{ wanted: 500 }, 'wanted'],
    [{ ticketTypeId: '00000000-0000-4000-8000-000000000000' }, 'ticketTypeId'],
    [{ ticketTypeId: 'x' }, 'ticketTypeId'],
  ])('refuses what makes no sense: %j', async (different, field) => {
    const [one] = await staged(1);
    const conference = await hall(3);
    const answer = await stage.api<{ errors: { field: string }[] }>(
      'POST',
      `/conferences/${conference.id}/waiting-list`,
      one.api,
      {
        for: { organisationId: one.organisationId },
        ticketTypeId: conference.tickets['In person'],
        wanted: 1,
        ...different,
      },
    );
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((each) => each.field)).toEqual([field]);
  });
});
