import { staffPerson } from '../events-calendar/signed-in.js';
import { bookConfirmed, changeableConference } from './changing-stage.js';
import { startSetUp, type SetUpStage } from './set-up-stage.js';

let stage: SetUpStage;

beforeAll(async () => {
  stage = await startSetUp();
});
afterAll(() => stage?.stop());

interface Told {
  readonly delegateId: string;
  readonly version: number;
  readonly days: string[] | null;
}

interface Ticket {
  readonly version: number;
  readonly kind: string;
  readonly format: string;
  readonly prices: object[];
  readonly vatBasisPoints: number;
  readonly least: number;
  readonly most: number | null;
}

/** What other apps were told of who takes part, the newest last. */
const toldOf = (conferenceId: string) =>
  stage.query<Told>(
    `SELECT aggregate_id AS "delegateId", aggregate_version AS version, payload -> 'days' AS days FROM outbox
     WHERE type = 'conference-registration.delegate-confirmed.v1' AND payload ->> 'conferenceId' = $1 ORDER BY position`,
    [conferenceId],
  );

describe('a ticket that is for other days from now on', () => {
  it('has other apps told again of everybody who has it, and of nobody else', async () => {
    const conference = await changeableConference(stage);
    const booker = await stage.booker();
    const reference = await bookConfirmed(stage, booker, conference, ['Ada Example', 'Bo Example']);
    const first = await toldOf(conference.id);
    expect(first.map(({ days }) => days)).toEqual([null, null]);

    const edit = async (name: string, change: object) => {
      const path = `/conferences/${conference.id}/ticket-types/${conference.tickets[name]}`;
      const staff = await stage.headers(staffPerson);
      const headers = { ...staff, 'sec-fetch-site': 'same-origin' };
      const { body } = await stage.api<Ticket>('GET', path, headers);
      const { kind, format, prices, vatBasisPoints, least, most } = body;
      const input = { kind, name, format, prices, vatBasisPoints, least, most, ...change };
      const seen = { ...headers, 'if-match': `"${body.version}"` };
      const sent = await stage.api('PUT', path, seen, input);
      expect(sent).toMatchObject({ status: 200 });
    };
    await edit('Both', { days: ['2035-10-10'] });
    const told = (await toldOf(conference.id)).slice(2);
    expect(told.map(({ delegateId }) => delegateId).toSorted()).toEqual(
      first.map(({ delegateId }) => delegateId).toSorted(),
    );
    for (const { delegateId, version, days } of told) {
      expect(days).toEqual(['2035-10-10']);
      expect(version).toBeGreaterThan(first.find((each) => each.delegateId === delegateId)?.version ?? 0);
    }
    await edit('Both', { name: 'One day', days: ['2035-10-10'] });
    await edit('Day', { days: ['2035-10-09'] });
    await expect(toldOf(conference.id)).resolves.toHaveLength(4);

    // What they were told is what they are.
    const rows = await stage.query(
      `SELECT d.version = max(o.aggregate_version) AS same FROM delegates d JOIN bookings b ON b.id = d.booking_id
         JOIN outbox o ON o.aggregate_id = d.id::text WHERE b.reference = $1 GROUP BY d.id`,
      [reference],
    );
    expect(rows).toEqual([{ same: true }, { same: true }]);
  });
});
