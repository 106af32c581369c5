import { runDue } from '../run-due.js';
import { placesAddUp } from '../../apps/conference-registration/src/places/places-add-up.js';
import { withoutLock } from './lock-off.js';
import {
  startConferences,
  type Answer,
  type Booker,
  type ConferenceStage,
  type StagedConference,
} from './stage.js';

interface Booking {
  readonly reference: string;
  readonly status: string;
  readonly heldUntil: string;
  readonly extended: boolean;
  readonly version: number;
  readonly totals: { readonly netPence: number };
  readonly delegates: readonly {
    readonly number: number;
    readonly places: readonly { readonly name: string }[];
  }[];
  readonly code: string;
  readonly detail: string;
}

describe('places that are kept', () => {
  let stage: ConferenceStage;
  let robin: Booker;
  let xiu: Booker;
  beforeAll(async () => {
    stage = await startConferences();
    [robin, xiu] = await Promise.all([stage.booker(), stage.booker({ name: 'Xiu Example' })]);
  });
  afterAll(() => stage.stop());

  const small = (capacity = 1) => stage.conference({ tickets: { Full: {} }, pools: { House: { capacity } } });

  const begin = (
    { id, tickets }: StagedConference,
    { api, organisationId }: Booker,
    quantities: Readonly<Record<string, number>> = { Full: 1 },
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Booking>> =>
    stage.api(
      'POST',
      `/conferences/${id}/bookings`,
      { ...api, ...headers },
      {
        for: { organisationId },
        quantities: Object.fromEntries(
          Object.entries(quantities).map(([name, quantity]) => [tickets[name], quantity]),
        ),
      },
    );

  const step = (reference: string, name: string, { api }: Booker = robin) =>
    stage.api<Booking>('POST', `/bookings/${reference}/${name}`, api, {});
  const read = (reference: string, { api }: Booker = robin) =>
    stage.api<Booking>('GET', `/bookings/${reference}`, api);
  /** Lets the time of a booking be over. */
  const runOut = (reference: string) =>
    stage.query(`UPDATE bookings SET held_until = now() - interval '1 second' WHERE reference = $1`, [
      reference,
    ]);

  it('are kept for half an hour, once for a quarter more, and no longer', async () => {
    const conference = await small();
    const { body } = await begin(conference, robin);
    const minutes = (until: string) => Math.round((Date.parse(until) - Date.now()) / 60_000);
    expect(minutes(body.heldUntil)).toBe(30);
    const extended = await step(body.reference, 'extend');
    expect(extended).toMatchObject({ status: 200, body: { extended: true } });
    expect(minutes(extended.body.heldUntil)).toBe(45);
    expect((await step(body.reference, 'extend')).body.heldUntil).toBe(extended.body.heldUntil);

    await runOut(body.reference);
    expect((await step(body.reference, 'extend')).body.code).toBe('hold-ran-out');
    // Whoever asks next has them, before anything has looked for what has run out.
    expect((await begin(conference, xiu)).status).toBe(201);
    expect((await read(body.reference)).body).toMatchObject({
      status: 'lapsed',
      delegates: [{ places: [] }],
    });
    await expect(placesAddUp(stage.query, conference.id)).resolves.toEqual([]);
  });

  it('are given back when the time has run out, also where nobody asks', async () => {
    const conference = await small();
    const { body } = await begin(conference, robin);
    await runOut(body.reference);
    await runDue(stage.system, 'conference-registration', 'expire-holds');
    expect((await read(body.reference)).body.status).toBe('lapsed');
    const [count] = await stage.query<{ taken: number }>(
      'SELECT taken FROM counts WHERE conference_id = $1',
      [conference.id],
    );
    expect(count?.taken).toBe(0);
  });

  it('are taken again for the same delegates, if there are any, at today’s price', async () => {
    const conference = await small();
    const { body } = await begin(conference, robin);
    await runOut(body.reference);
    const other = await begin(conference, xiu);
    expect((await step(body.reference, 'resume')).body.code).toBe('sold-out');
    expect((await step(other.body.reference, 'give-up', xiu)).body.status).toBe('cancelled');
    await stage.query('UPDATE prices SET pence = 20000 WHERE ticket_type_id = $1', [
      conference.tickets['Full'],
    ]);
    await stage.query('UPDATE conferences SET version = version + 1 WHERE id = $1', [conference.id]);
    const again = await step(body.reference, 'resume');
    expect(again).toMatchObject({
      status: 200,
      body: {
        status: 'held',
        extended: false,
        totals: { netPence: 20_000 },
        delegates: [{ number: 1, places: [{ name: 'Full' }] }],
      },
    });
    // Pressed again, it takes no more.
    expect((await step(body.reference, 'resume')).body.version).toBe(again.body.version);
    await expect(placesAddUp(stage.query, conference.id)).resolves.toEqual([]);
  });

  it('that ran out are had again by one of many who ask for them at once, and by more without the lock', async () => {
    const all = async () => {
      const conference = await small(10);
      const begun = await Promise.all(Array.from({ length: 10 }, () => begin(conference, robin)));
      for (const { body } of begun) await runOut(body.reference);
      await runDue(stage.system, 'conference-registration', 'expire-holds');
      await stage.query('UPDATE pools SET capacity = 1 WHERE conference_id = $1', [conference.id]);
      await stage.query('UPDATE conferences SET version = version + 1 WHERE id = $1', [conference.id]);
      return begun.map(({ body }) => body.reference);
    };
    const resumeAll = async (references: readonly string[]) => {
      const answers = await Promise.all(references.map((reference) => step(reference, 'resume')));
      return answers.filter(({ status }) => status === 200).length;
    };
    expect(await resumeAll(await all())).toBe(1);
    const references = await all();
    expect(await withoutLock(stage, () => resumeAll(references))).toBeGreaterThan(1);
  });

  it('are free for others once a booking is given up, however often that is said', async () => {
    const conference = await small();
    const { body } = await begin(conference, robin);
    const given = await Promise.all(Array.from({ length: 5 }, () => step(body.reference, 'give-up')));
    expect(given.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await begin(conference, xiu)).status).toBe(201);
    await expect(placesAddUp(stage.query, conference.id)).resolves.toEqual([]);
  });

  it('stay sold where the capacity is lowered below what is sold, and no more are sold', async () => {
    const conference = await small(5);
    const { body } = await begin(conference, robin, { Full: 4 });
    const lower = async (capacity: number) => {
      await stage.query('UPDATE pools SET capacity = $2 WHERE conference_id = $1', [conference.id, capacity]);
      await stage.query('UPDATE conferences SET version = version + 1 WHERE id = $1', [conference.id]);
    };
    await lower(2);
    const refused = await Promise.all(Array.from({ length: 10 }, () => begin(conference, xiu)));
    for (const answer of refused) expect(answer.body.code).toBe('sold-out');
    expect((await read(body.reference)).body.delegates).toHaveLength(4);
    // Only once fewer than the new capacity are left there is one again.
    await lower(5);
    expect((await begin(conference, xiu)).status).toBe(201);
  });

  it('are taken once for one Idempotency-Key', async () => {
    const conference = await small(10);
    const key = { 'idempotency-key': 'one-booking' };
    const first = await begin(conference, robin, { Full: 2 }, key);
    const again = await begin(conference, robin, { Full: 2 }, key);
    expect(again.body.reference).toBe(first.body.reference);
    expect((await begin(conference, robin, { Full: 3 }, key)).status).toBe(422);
    const [count] = await stage.query<{ taken: number }>(
      'SELECT taken FROM counts WHERE conference_id = $1',
      [conference.id],
    );
    expect(count?.taken).toBe(2);
  });

  it('are nobody else’s business', async () => {
    const conference = await small(10);
    const { body } = await begin(conference, robin);
    const colleague = await stage.booker({ organisationId: robin.organisationId });
    const other = await stage.booker({ organisationId: robin.organisationId, isBookingContact: false });
    const staff = await stage.headers({ id: 'sam', roles: ['person', 'staff'], via: 'api' });
    const status = async (headers: Readonly<Record<string, string>>) =>
      (await stage.api('GET', `/bookings/${body.reference}`, headers)).status;
    expect(await status(robin.api)).toBe(200);
    expect(await status(colleague.api)).toBe(200);
    expect(await status(staff)).toBe(200);
    expect(await status(other.api)).toBe(404);
    expect(await status(xiu.api)).toBe(404);
    expect(await status({})).toBe(404);
    expect((await step(body.reference, 'give-up', xiu)).status).toBe(404);
    expect((await begin(conference, { ...xiu, organisationId: robin.organisationId })).status).toBe(403);
  });
});
