import { placesAddUp } from '../../apps/conference-registration/src/places/places-add-up.js';
import type { WaitingOutput } from '../../apps/conference-registration/src/waiting-list/api/waiting.schema.js';
import { bookConfirmed } from './changing-stage.js';
import { startConferences, type Booker, type ConferenceStage, type StagedConference } from './stage.js';

/** What a change costs, or why it cannot be. */
interface Trial {
  readonly code: string;
  readonly detail: string;
  readonly invoiced: { readonly grossPence: number };
  readonly credited: { readonly grossPence: number };
}

describe('a ticket that is exchanged', () => {
  let stage: ConferenceStage;
  let booker: Booker;
  let waiter: Booker;
  beforeAll(async () => {
    stage = await startConferences();
    booker = await stage.booker();
    waiter = await stage.booker();
  });
  afterAll(() => stage.stop());

  /** Both kinds of tickets are for the hall; the workshop is in a room of its own. */
  const conference = (hall: number) =>
    stage.conference({
      tickets: { Both: {}, Day: { price: 10_000 }, Workshop: { price: 12_000 }, Online: { price: 5000 } },
      pools: {
        Hall: { capacity: hall, tickets: ['Both', 'Day', 'Workshop'] },
        Room: { capacity: 1, tickets: ['Workshop'] },
      },
      columns: { refund_steps: JSON.stringify([{ until: '2035-08-31', percent: 80 }]) },
    });

  /** Changes the first delegate's ticket, for what it is said to cost. */
  const change = async (where: StagedConference, reference: string, ticket: string) => {
    const path = `/bookings/${reference}/delegates/1/tickets`;
    const wanted = { ticketTypeId: where.tickets[ticket], addOnIds: [] };
    const { status, body } = await stage.api<Trial>('PUT', path, booker.api, { ...wanted, isTrial: true });
    if (status !== 200) return { status, body };
    return stage.api<Trial>('PUT', path, booker.api, {
      ...wanted,
      expectedInvoicePence: body.invoiced.grossPence,
      expectedCreditPence: body.credited.grossPence,
    });
  };

  const wait = async (where: StagedConference) =>
    (
      await stage.api<WaitingOutput>('POST', `/conferences/${where.id}/waiting-list`, waiter.api, {
        for: { organisationId: waiter.organisationId },
        ticketTypeId: where.tickets['Both'],
        wanted: 1,
        allTogether: true,
      })
    ).body;

  const read = async ({ id }: WaitingOutput) =>
    (await stage.api<WaitingOutput>('GET', `/waiting/${id}`, waiter.api)).body;

  it('keeps its place while others wait for the same one, and takes nobody’s turn', async () => {
    const where = await conference(1);
    const reference = await bookConfirmed(stage, booker, where, ['Ada One']);
    const entry = await wait(where);
    expect(entry).toMatchObject({ status: 'waiting', place: 1 });
    const changed = await change(where, reference, 'Day');
    expect(changed).toMatchObject({ status: 200 });
    expect(await read(entry)).toMatchObject({ status: 'waiting', place: 1, offer: null });
    await expect(placesAddUp(stage.query, where.id)).resolves.toEqual([]);
    // What is left over is theirs at once.
    await change(where, reference, 'Online');
    expect(await read(entry)).toMatchObject({ status: 'offered', offer: { places: 1 } });
    await expect(placesAddUp(stage.query, where.id)).resolves.toEqual([]);
  });

  it('is kept where the other one is for a room that is full', async () => {
    const where = await conference(2);
    await stage.query('UPDATE pools SET capacity = 0 WHERE conference_id = $1 AND name = $2', [
      where.id,
      'Room',
    ]);
    await stage.query('UPDATE conferences SET version = version + 1 WHERE id = $1', [where.id]);
    const reference = await bookConfirmed(stage, booker, where, ['Ada One']);
    const refused = await change(where, reference, 'Workshop');
    expect(refused).toMatchObject({ status: 409, body: { code: 'sold-out' } });
    expect(refused.body.detail).toContain('Room');
    const [{ name, status } = { name: '', status: '' }] = await stage.query<{ name: string; status: string }>(
      `SELECT t.name, p.status FROM places p JOIN ticket_types t ON t.id = p.ticket_type_id
       WHERE p.conference_id = $1`,
      [where.id],
    );
    expect({ name, status }).toEqual({ name: 'Both', status: 'confirmed' });
    await expect(placesAddUp(stage.query, where.id)).resolves.toEqual([]);
  });

  it('may be exchanged where more are sold than there is room for now', async () => {
    const where = await conference(1);
    const reference = await bookConfirmed(stage, booker, where, ['Ada One']);
    await stage.query('UPDATE pools SET capacity = 0 WHERE conference_id = $1 AND name = $2', [
      where.id,
      'Hall',
    ]);
    await stage.query('UPDATE conferences SET version = version + 1 WHERE id = $1', [where.id]);
    expect(await change(where, reference, 'Day')).toMatchObject({
      status: 200,
    });
    await expect(placesAddUp(stage.query, where.id)).resolves.toEqual([]);
  });
});
