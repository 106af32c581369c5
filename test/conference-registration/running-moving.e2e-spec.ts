import { placesAddUp } from '../../apps/conference-registration/src/places/places-add-up.js';
import { startRunning, type RunningStage } from './running-stage.js';
import type { Booker, StagedConference } from './stage.js';

let stage: RunningStage;
let booker: Booker;
let conference: StagedConference;

beforeAll(async () => {
  stage = await startRunning();
  booker = await stage.booker({ organisationName: 'Rochdale Borough Council' });
  conference = await stage.conference({ tickets: { 'Both days': {} }, pools: { Hall: { capacity: 20 } } });
});
afterAll(() => stage.stop());

const path = (reference: string, number: number) =>
  `/conference/manage/bookings/${reference}/delegates/${number}/move`;

const move = (reference: string, number: number, target: string, once = 'x'.repeat(20)) =>
  stage.staff.post(path(reference, number), { target, once });

const delegatesOf = async (reference: string) =>
  (
    await stage.query<{ name: string }>(
      `SELECT d.name FROM delegates d JOIN bookings b ON b.id = d.booking_id
       WHERE b.reference = $1 AND d.status = 'confirmed' ORDER BY d.number`,
      [reference],
    )
  ).map(({ name }) => name);

describe('moving a delegate', () => {
  it('is done once, with their place, and what is credited later is credited on the invoice that they are on', async () => {
    const from = await stage.booked(booker, conference, 'Both days', ['Ada', 'Bo']);
    const to = await stage.booked(booker, conference, 'Both days', ['Cy']);
    expect((await stage.staff.get(path(from, 2))).text).toContain(to);
    const answers = await Promise.all([move(from, 2, to), move(from, 2, to)]);
    const there = [303, `/conference/manage/bookings/${to}`];
    expect(answers.map(({ status, location }) => [status, location])).toEqual([there, there]);
    expect([await delegatesOf(from), await delegatesOf(to)]).toEqual([['Ada'], ['Cy', 'Bo']]);
    await expect(placesAddUp(stage.query, conference.id)).resolves.toEqual([]);
    const told = await stage.query<{ booking: string; version: number }>(
      `SELECT payload ->> 'bookingId' AS booking, (payload ->> 'version')::int AS version FROM outbox
       WHERE type = 'conference-registration.delegate-confirmed.v1'
         AND payload ->> 'id' = (SELECT id::text FROM delegates WHERE name = 'Bo') ORDER BY position`,
    );
    expect(new Set(told.map(({ booking }) => booking)).size).toBe(2);
    const cancelled = await stage.api('POST', `/bookings/${to}/cancel`, stage.staffApi, {
      delegates: [2],
      expectedRefundPence: 23_400,
      percent: 100,
      reason: 'Ill',
    });
    expect(cancelled.status).toBe(200);
    const credits = await stage.query(
      `SELECT c.gross_pence AS pence, b.reference FROM documents c JOIN documents i ON i.id = c.corrects_id
         JOIN bookings b ON b.id = i.booking_id WHERE c.series = 'credit-note'`,
    );
    expect(credits).toEqual([{ pence: 23_400, reference: from }]);
  });

  it('is refused for the last one, to another organisation, and to what is not there', async () => {
    const one = await stage.booked(booker, conference, 'Both days', ['Only One']);
    const two = await stage.booked(booker, conference, 'Both days', ['Dee', 'Eve']);
    const other = await stage.booker({ organisationName: 'Oldham Council' });
    const foreign = await stage.booked(other, conference, 'Both days', ['Fay']);
    expect(await move(one, 1, two)).toMatchObject({
      status: 409,
      text: expect.stringContaining('the last delegate of the booking') as string,
    });
    expect((await move(two, 1, foreign)).status).toBe(422);
    expect((await move(two, 1, two)).status).toBe(422);
    expect((await move(two, 1, '')).status).toBe(422);
    expect((await move(two, 9, one)).status).toBe(404);
    expect((await stage.staff.get(path(foreign, 1))).text).toContain('There is no other confirmed booking');
    expect(await delegatesOf(two)).toEqual(['Dee', 'Eve']);
  });

  it('is done by programs of staff as well, and by nobody else’s', async () => {
    const from = await stage.booked(booker, conference, 'Both days', ['Gus', 'Hal']);
    const to = await stage.booked(booker, conference, 'Both days', ['Ida']);
    const ask = (headers: Readonly<Record<string, string>>, number: string, target: string) =>
      stage.api('POST', `/bookings/${from}/delegates/${number}/move`, headers, { to: target });
    expect((await ask(booker.api, '2', to)).status).toBe(403);
    expect(await ask(stage.staffApi, '2', to)).toEqual({ status: 200, body: { booking: to } });
    expect([await delegatesOf(from), await delegatesOf(to)]).toEqual([['Gus'], ['Ida', 'Hal']]);
    expect(await ask(stage.staffApi, '1', to)).toMatchObject({
      status: 409,
      body: { code: 'last-delegate' },
    });
    expect(await ask(stage.staffApi, '1', 'CN-000000')).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'target' }] },
    });
    expect((await ask(stage.staffApi, 'x', to)).status).toBe(404);
  });
});
