import { placesAddUp } from '../../apps/conference-registration/src/places/places-add-up.js';
import { stageQuestion } from './booking-stage.js';
import { withoutLock } from './lock-off.js';
import {
  startConferences,
  type Answer,
  type Booker,
  type ConferenceStage,
  type StagedConference,
} from './stage.js';
import { faultsIn } from './wholly-there.js';

interface Booked {
  readonly reference: string;
  readonly status: string;
  readonly code?: string;
  readonly delegates: readonly { readonly name: string; readonly addOnIds: readonly string[] }[];
  readonly documents: readonly { readonly kind: string; readonly grossPence: number }[];
}

const price = 23_400;
const asking = 50;

describe('booking in one step', () => {
  let stage: ConferenceStage;
  let officer: Booker;
  beforeAll(async () => {
    stage = await startConferences();
    officer = await stage.booker({ organisationName: 'Rochdale Borough Council' });
  });
  afterAll(() => stage.stop());

  const bodyFor = (
    { tickets }: StagedConference,
    booker: Booker,
    names: readonly string[],
    different = {},
  ) => ({
    for: { organisationId: booker.organisationId },
    delegates: names.map((name) => ({
      name,
      email: `${name.replaceAll(/\W+/g, '.').toLowerCase()}@example.org`,
      ticketTypeId: tickets['Both'],
    })),
    payment: 'invoice',
    billTo: { name: 'Finance', address: 'Number One Riverside' },
    expectedGrossPence: names.length * price,
    acceptTerms: true,
    ...different,
  });

  const book = (
    conference: StagedConference,
    body: object,
    booker: Booker = officer,
    key?: string,
  ): Promise<Answer<Booked>> =>
    stage.api<Booked>(
      'POST',
      `/conferences/${conference.id}/confirmed-bookings`,
      key === undefined ? booker.api : { ...booker.api, 'idempotency-key': key },
      body,
    );

  const house = (capacity: number) =>
    stage.conference({
      tickets: { Both: {}, Dinner: { kind: 'add-on', price: 5000 } },
      pools: { House: { capacity, tickets: ['Both'] } },
    });

  /** All that a refusal might have left behind. */
  const written = async ({ id }: StagedConference) => {
    const [row] = await stage.query<{
      bookings: number;
      places: number;
      documents: number;
      messages: number;
    }>(
      `SELECT (SELECT count(*)::int FROM bookings WHERE conference_id = $1) AS bookings,
         (SELECT count(*)::int FROM places WHERE conference_id = $1) AS places,
         (SELECT count(*)::int FROM documents WHERE conference_id = $1) AS documents,
         (SELECT count(*)::int FROM outbox WHERE payload ->> 'conferenceId' = $1::text) AS messages`,
      [id],
    );
    return row;
  };
  const nothing = { bookings: 0, places: 0, documents: 0, messages: 0 };

  it('gives each their own, and all that a booking in steps has', async () => {
    const conference = await house(10);
    const { tickets } = conference;
    const question = await stageQuestion(stage, conference, 1, { label: 'What do you eat?', required: true });
    const [ada, bo] = bodyFor(conference, officer, ['Ada Example', 'Bo Example']).delegates;
    const answers = { [question]: 'Everything' };
    const { status, body } = await book(
      conference,
      bodyFor(conference, officer, [], {
        delegates: [
          { ...ada, answers },
          { ...bo, answers, addOnIds: [tickets['Dinner']] },
        ],
        expectedGrossPence: 2 * price + 6000,
        purchaseOrder: 'PO-1',
      }),
    );
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        status: 'confirmed',
        purchaseOrder: 'PO-1',
        delegates: [
          { name: 'Ada Example', status: 'confirmed', addOnIds: [], answers },
          { name: 'Bo Example', status: 'confirmed', addOnIds: [tickets['Dinner']], answers },
        ],
        documents: [{ kind: 'invoice', grossPence: 2 * price + 6000 }],
      },
    });
    await expect(faultsIn(stage.query, conference.id)).resolves.toEqual([]);
    await expect(placesAddUp(stage.query, conference.id)).resolves.toEqual([]);
    await expect(stage.api('GET', `/bookings/${body.reference}/details`, officer.api)).resolves.toMatchObject(
      {
        status: 200,
        body,
      },
    );
  });

  it('is done once, however often it is sent with its key', async () => {
    const conference = await house(10);
    const body = bodyFor(conference, officer, ['Ada Example']);
    const first = await book(conference, body, officer, 'key-of-rochdale');
    const again = await book(conference, body, officer, 'key-of-rochdale');
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    await expect(written(conference)).resolves.toMatchObject({ bookings: 1, places: 1, documents: 1 });
  });

  it.each<[string, (conference: StagedConference) => object, number, object]>([
    [
      'the total is another',
      (conference) => bodyFor(conference, officer, ['Ada'], { expectedGrossPence: price - 1 }),
      409,
      { code: 'price-changed' },
    ],
    [
      'nobody says who pays',
      (conference) => bodyFor(conference, officer, ['Ada'], { billTo: null }),
      422,
      { errors: [{ field: 'billTo.name' }, { field: 'billTo.address' }] },
    ],
    [
      'somebody has no name, and another no ticket of this conference',
      (conference) =>
        bodyFor(conference, officer, [], {
          delegates: [
            { name: ' ', ticketTypeId: conference.tickets['Both'] },
            { name: 'Bo', ticketTypeId: '00000000-0000-4000-8000-000000000000' },
            { name: 'Cem', ticketTypeId: conference.tickets['Both'], addOnIds: [conference.tickets['Both']] },
          ],
        }),
      422,
      {
        errors: [
          { field: 'delegates.0.name' },
          { field: 'delegates.1.ticketTypeId' },
          { field: 'delegates.2.addOnIds' },
        ],
      },
    ],
    [
      'there are too many for the house',
      (conference) => bodyFor(conference, officer, ['Ada', 'Bo', 'Cem', 'Dee']),
      409,
      { code: 'sold-out' },
    ],
    [
      'the terms are not accepted',
      (conference) => bodyFor(conference, officer, ['Ada'], { acceptTerms: false }),
      422,
      { errors: [{ field: 'acceptTerms' }] },
    ],
    [
      'it is for somebody else’s council',
      (conference) => bodyFor(conference, officer, ['Ada'], { for: { organisationId: 'another' } }),
      403,
      {},
    ],
  ])('leaves nothing behind where %s', async (_, body, status, problem) => {
    const conference = await house(3);
    expect(await book(conference, body(conference))).toMatchObject({ status, body: problem });
    await expect(written(conference)).resolves.toEqual(nothing);
    await expect(placesAddUp(stage.query, conference.id)).resolves.toEqual([]);
  });

  it('wants the answers that are required, and says whose they are', async () => {
    const conference = await house(3);
    const question = await stageQuestion(stage, conference, 1, { label: 'What do you eat?', required: true });
    expect(await book(conference, bodyFor(conference, officer, ['Ada', 'Bo']))).toMatchObject({
      status: 422,
      body: {
        errors: [{ field: `delegates.0.answers.${question}` }, { field: `delegates.1.answers.${question}` }],
      },
    });
    await expect(written(conference)).resolves.toEqual(nothing);
  });

  describe(`with ${asking} who want the last place at once`, () => {
    const rush = async (conference: StagedConference) => {
      const bookers = await Promise.all(Array.from({ length: asking }, () => stage.booker()));
      return Promise.all(
        bookers.map((booker) => book(conference, bodyFor(conference, booker, ['Ada']), booker)),
      );
    };

    it('gives it to one, and tells the others', async () => {
      const conference = await house(1);
      const answers = await rush(conference);
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      const refused = answers.filter(({ status, body }) => status === 409 && body.code === 'sold-out');
      expect(refused).toHaveLength(asking - 1);
      await expect(faultsIn(stage.query, conference.id)).resolves.toEqual([]);
      await expect(placesAddUp(stage.query, conference.id)).resolves.toEqual([]);
    });

    it('would give it to several without the lock', async () => {
      const conference = await house(1);
      const answers = await withoutLock(stage, () => rush(conference));
      expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(1);
    });
  });
});
