import type { WaitingOutput } from '../../apps/conference-registration/src/waiting-list/api/waiting.schema.js';
import { beginBooking } from './booking-stage.js';
import { startConferences, type Booker, type ConferenceStage, type StagedConference } from './stage.js';

interface Problem {
  readonly code: string;
  readonly errors: readonly { readonly field: string; readonly code: string }[];
}

describe('who waits for a ticket of which a booking has four at least', () => {
  let stage: ConferenceStage;
  let first: Booker;
  let waiter: Booker;
  beforeAll(async () => {
    stage = await startConferences();
    [first, waiter] = [await stage.booker(), await stage.booker()];
  });
  afterAll(() => stage.stop());

  const full = async () => {
    const conference = await stage.conference({
      tickets: { Group: { least: 4 } },
      pools: { Hall: { capacity: 10 } },
    });
    return {
      conference,
      four: await beginBooking(stage, first, conference, { Group: 4 }),
      six: await beginBooking(stage, first, conference, { Group: 6 }),
    };
  };

  const join = (conference: StagedConference, wanted: number) =>
    stage.api<WaitingOutput & Problem>('POST', `/conferences/${conference.id}/waiting-list`, waiter.api, {
      for: { organisationId: waiter.organisationId },
      ticketTypeId: conference.tickets['Group'],
      wanted,
      allTogether: false,
    });

  const giveUp = (reference: string) => stage.api('POST', `/bookings/${reference}/give-up`, first.api, {});

  const offered = async ({ body: { id } }: { body: WaitingOutput }) => {
    const { body } = await stage.api<WaitingOutput>('GET', `/waiting/${id}`, waiter.api);
    return [body.status, body.wanted, body.offer?.places ?? 0];
  };

  /** @returns how many delegates the booking has that came of it */
  const accept = async ({ body: { id } }: { body: WaitingOutput }) => {
    const path = `/waiting/${id}/accept`;
    const accepted = await stage.api<{ booking: string }>('POST', path, waiter.api, {});
    expect(accepted).toMatchObject({ status: 200 });
    const found = await stage.api<{ delegates: object[] }>(
      'GET',
      `/bookings/${accepted.body.booking}`,
      waiter.api,
    );
    return found.body.delegates.length;
  };

  it('waits for four at least', async () => {
    const { conference } = await full();
    expect(await join(conference, 3)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'wanted', code: 'too-few' }] },
    });
  });

  it('is offered a part only where it and the rest can be booked', async () => {
    const { conference, four, six } = await full();
    const waiting = await join(conference, 6);
    await giveUp(four);
    expect(await offered(waiting)).toEqual(['waiting', 6, 0]);
    await giveUp(six);
    expect(await offered(waiting)).toEqual(['offered', 0, 6]);
    expect(await accept(waiting)).toBe(6);
  });

  it('books both parts, one after the other', async () => {
    const { conference, four, six } = await full();
    const waiting = await join(conference, 9);
    await giveUp(four);
    expect(await offered(waiting)).toEqual(['waiting', 5, 4]);
    expect(await accept(waiting)).toBe(4);
    await giveUp(six);
    expect(await offered(waiting)).toEqual(['offered', 0, 5]);
    expect(await accept(waiting)).toBe(5);
  });
});
