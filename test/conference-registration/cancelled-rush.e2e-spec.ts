import pg from 'pg';
import { until } from '../until.js';
import { staffPerson } from '../events-calendar/signed-in.js';
import { beginBooking, fillIn, pagesOf } from './booking-stage.js';
import { changeableConference, documentsOf } from './changing-stage.js';
import { wrongNumbers } from './wholly-there.js';
import { startConferences, type Booker, type ConferenceStage, type StagedConference } from './stage.js';
import { placesAddUp } from '../../apps/conference-registration/src/places/places-add-up.js';

interface Problem {
  readonly code?: string;
}

const app = 'conference-registration';

describe('a conference that is cancelled while people book', () => {
  let stage: ConferenceStage;
  let staff: Readonly<Record<string, string>>;
  beforeAll(async () => {
    stage = await startConferences();
    staff = await stage.headers({ ...staffPerson, via: 'api' });
  });
  afterAll(() => stage.stop());

  /** Staff cancel it, and all of its bookings with it. */
  async function cancelAll({ id }: StagedConference): Promise<void> {
    const { body } = await stage.api<{ version: number }>('GET', `/conferences/${id}`, staff);
    const cancelled = await stage.api<Problem>(
      'POST',
      `/conferences/${id}/status`,
      { ...staff, 'if-match': `"${body.version}"` },
      { status: 'cancelled', reason: 'The hall is flooded.' },
    );
    expect(cancelled).toMatchObject({ status: 200 });
    expect((await stage.api('POST', `/conferences/${id}/cancellation`, staff, {})).status).toBe(202);
  }

  const isDone = async ({ id }: StagedConference) =>
    (await stage.api<{ isDone: boolean }>('GET', `/conferences/${id}/cancellation`, staff)).body.isDone;

  const statuses = async ({ id }: StagedConference) => {
    const rows = await stage.query<{ status: string; number: number }>(
      'SELECT status, count(*)::int AS number FROM bookings WHERE conference_id = $1 GROUP BY status',
      [id],
    );
    return Object.fromEntries(rows.map(({ status, number }) => [status, number]));
  };

  /** A booking with all that it needs to be confirmed. */
  async function filledIn(conference: StagedConference, booker: Booker): Promise<string> {
    const reference = await beginBooking(stage, booker, conference, { Both: 1 });
    await fillIn(pagesOf(stage, booker.headers), reference, ['Ada Example']);
    return reference;
  }

  const confirm = (booker: Booker, reference: string) =>
    stage.api<Problem>('POST', `/bookings/${reference}/confirm`, booker.api, {
      expectedGrossPence: 23_400,
      acceptTerms: true,
    });

  it('has nobody left who is booked or is booking, with 50 at it, and credits all that was invoiced', async () => {
    const conference = await changeableConference(stage, {}, 100);
    const bookers = await Promise.all(Array.from({ length: 10 }, () => stage.booker()));
    const bookerOf = (number: number) => bookers[number % bookers.length] ?? bookers[0];
    const ready: [Booker, string][] = [];
    for (const number of Array.from({ length: 25 }).keys()) {
      const booker = bookerOf(number);
      if (booker) ready.push([booker, await filledIn(conference, booker)]);
    }
    const answers: string[] = [];
    const note = (what: string, { status, body }: { status: number; body: Problem }) =>
      answers.push(`${what} ${status} ${body.code ?? ''}`.trim());
    const confirming = ready.map(async ([booker, reference]) => {
      note('confirm', await confirm(booker, reference));
    });
    const beginning = Array.from({ length: 25 }, async (_, number) => {
      const booker = bookerOf(number);
      if (!booker) return;
      const ticketTypeId = conference.tickets['Both'] ?? '';
      const path = `/conferences/${conference.id}`;
      const wanted = { for: { organisationId: booker.organisationId } };
      if (number % 2 === 0) {
        const begun = { ...wanted, quantities: { [ticketTypeId]: 1 } };
        note('begin', await stage.api<Problem>('POST', `${path}/bookings`, booker.api, begun));
      } else {
        const whole = {
          ...wanted,
          delegates: [{ name: 'Bo Example', ticketTypeId }],
          payment: 'invoice',
          billTo: { name: 'Council', address: 'Town Hall' },
          expectedGrossPence: 23_400,
          acceptTerms: true,
        };
        note('book', await stage.api<Problem>('POST', `${path}/confirmed-bookings`, booker.api, whole));
      }
    });
    await until(() => answers.length >= 5);
    await cancelAll(conference);
    await Promise.all([...confirming, ...beginning]);
    await until(() => isDone(conference), 60_000);

    expect(Object.keys(await statuses(conference))).toEqual(['cancelled']);
    for (const each of new Set(answers)) {
      expect(each).toMatch(
        /^(?:(?:begin|book) 201|(?:begin|book) 409 not-on-sale|confirm 200|confirm 409 (?:conference-cancelled|given-up))$/,
      );
    }
    await expect(owed(conference)).resolves.toEqual([]);
    await expect(wrongNumbers(stage.query)).resolves.toEqual([]);
    await expect(placesAddUp(stage.query, conference.id)).resolves.toEqual([]);
  });

  /** Bookings of which not exactly what was invoiced is credited, or that were confirmed without an invoice. */
  const owed = ({ id }: StagedConference) =>
    stage.query(
      `SELECT b.reference, b.confirmed_at IS NOT NULL AS confirmed,
         sum(d.gross_pence) FILTER (WHERE d.series = 'invoice') AS invoiced,
         sum(d.gross_pence) FILTER (WHERE d.series = 'credit-note') AS credited
       FROM bookings b LEFT JOIN documents d ON d.booking_id = b.id WHERE b.conference_id = $1
       GROUP BY b.id HAVING (sum(d.gross_pence) FILTER (WHERE d.series = 'invoice') IS NOT NULL) <> (b.confirmed_at IS NOT NULL)
         OR sum(d.gross_pence) FILTER (WHERE d.series = 'invoice')
           IS DISTINCT FROM sum(d.gross_pence) FILTER (WHERE d.series = 'credit-note')`,
      [id],
    );

  it('also cancels the booking of whoever had begun to confirm it before that and was slow', async () => {
    const conference = await changeableConference(stage);
    const booker = await stage.booker();
    const [slow, begun] = [await filledIn(conference, booker), await filledIn(conference, booker)];
    const holder = new pg.Client({ connectionString: stage.system.databaseUrl(app) });
    await holder.connect();
    // It has to wait for its invoice's number, the last thing that it takes.
    await holder.query('BEGIN');
    await holder.query(`SELECT FROM document_series WHERE name = 'invoice' FOR UPDATE`);
    const confirming = confirm(booker, slow);
    const waiting = async () => {
      const { rowCount } = await holder.query(
        `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      );
      return rowCount ?? 0;
    };
    await until(async () => (await waiting()) === 1);
    await cancelAll(conference);
    // Whoever cancels the bookings waits for it, too.
    await until(async () => (await waiting()) === 2 || (await isDone(conference)));
    expect(await isDone(conference)).toBe(false);
    await holder.query('COMMIT');
    await holder.end();
    expect((await confirming).status).toBe(200);
    await until(() => isDone(conference));
    expect(await statuses(conference)).toEqual({ cancelled: 2 });
    expect((await documentsOf(stage, slow)).map(({ series, gross }) => [series, gross])).toEqual([
      ['invoice', 23_400],
      ['credit-note', 23_400],
    ]);
    expect(await documentsOf(stage, begun)).toEqual([]);
    const page = await pagesOf(stage, booker.headers).get(`/conference/bookings/${begun}`);
    expect(page.text).toContain('The conference is cancelled');
  });

  it('gives nobody places who is offered some from the waiting list', async () => {
    const conference = await changeableConference(stage, {}, 1);
    const [first, waiter] = [await stage.booker(), await stage.booker()];
    const reference = await beginBooking(stage, first, conference, { Both: 1 });
    const { body } = await stage.api<{ id: string }>(
      'POST',
      `/conferences/${conference.id}/waiting-list`,
      waiter.api,
      {
        for: { organisationId: waiter.organisationId },
        ticketTypeId: conference.tickets['Both'],
        wanted: 1,
      },
    );
    await stage.api('POST', `/bookings/${reference}/give-up`, first.api, {});
    const offered = await stage.api<{ status: string }>('GET', `/waiting/${body.id}`, waiter.api);
    expect(offered.body.status).toBe('offered');
    await stage.query(
      `UPDATE conferences SET status = 'cancelled', status_reason = 'Flood.', version = version + 1 WHERE id = $1`,
      [conference.id],
    );
    const accepted = await stage.api<Problem>('POST', `/waiting/${body.id}/accept`, waiter.api, {});
    expect(accepted).toMatchObject({ status: 409, body: { code: 'offer-ended' } });
    expect(await statuses(conference)).toEqual({ cancelled: 1 });
  });
});
