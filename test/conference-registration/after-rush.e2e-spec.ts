import pg from 'pg';
import { faultsAfterRush } from './after-rush.js';
import { bookConfirmed, changeableConference } from './changing-stage.js';
import { startConferences, type Booker, type ConferenceStage, type StagedConference } from './stage.js';
import { watchPlaces } from './watched-places.js';

/** Documents never change; here they have to. */
const allow = 'ALTER TABLE documents DISABLE TRIGGER USER; ALTER TABLE document_lines DISABLE TRIGGER USER;';

describe('what is looked for after a rush', () => {
  let stage: ConferenceStage;
  let first: Booker;
  let second: Booker;
  let conference: StagedConference;
  beforeAll(async () => {
    stage = await startConferences();
    await watchPlaces(stage.query);
    [first, second] = [await stage.booker(), await stage.booker()];
    conference = await changeableConference(stage, {}, 4);
    await bookConfirmed(stage, first, conference, ['Ann Example', 'Bo Example']);
    const cancelled = await bookConfirmed(stage, second, conference, ['Cy Example', 'Di Example']);
    const waiting = { ticketTypeId: conference.tickets['Both'], wanted: 1 };
    const join = (booker: Booker) =>
      stage.api('POST', `/conferences/${conference.id}/waiting-list`, booker.api, {
        for: { organisationId: booker.organisationId },
        ...waiting,
      });
    await join(first);
    await join(second);
    // The first in line is offered it, the second waits on.
    const refund = await stage.api<{ back: { grossPence: number } }>(
      'GET',
      `/bookings/${cancelled}/refund?delegates=2`,
      second.api,
    );
    await stage.api('POST', `/bookings/${cancelled}/cancel`, second.api, {
      delegates: [2],
      expectedRefundPence: refund.body.back.grossPence,
    });
  });
  afterAll(() => stage.stop());

  it('is not there when all is well', async () => {
    await expect(faultsAfterRush(stage.query, conference.id)).resolves.toEqual([]);
    const [row] = await stage.query(
      `SELECT (SELECT count(*)::int FROM places WHERE conference_id = $1 AND status = 'confirmed') AS confirmed,
         (SELECT count(*)::int FROM places WHERE conference_id = $1 AND status = 'offered') AS offered,
         (SELECT count(*)::int FROM waiting_entries WHERE conference_id = $1 AND status = 'waiting') AS waiting`,
      [conference.id],
    );
    expect(row).toEqual({ confirmed: 3, offered: 1, waiting: 1 });
  });

  it.each([
    ['a limit that was gone over', `UPDATE watched_places SET capacity = taken - 1 WHERE is_taken`],
    ['somebody who got past the line', `UPDATE watched_places SET queued = 1 WHERE is_taken`],
    ['a count that does not add up', `UPDATE counts SET taken = taken + 1`],
    ['a series with a gap', `${allow} UPDATE documents SET number = number + 1 WHERE series = 'credit-note'`],
    [
      'a place in another state',
      `UPDATE bookings SET status = 'lapsed' WHERE reference = (SELECT min(reference) FROM bookings)`,
    ],
    [
      'a hold whose time is over',
      `UPDATE bookings SET status = 'held', held_until = now() - interval '1 day'`,
    ],
    [
      'a delegate who has not exactly one ticket',
      `UPDATE delegates SET status = 'cancelled' WHERE status = 'confirmed'`,
    ],
    [
      'a confirmed place that is not on exactly one invoice',
      `${allow} UPDATE document_lines SET place_id = NULL`,
    ],
    [
      'a document about a place that was never confirmed',
      `DELETE FROM watched_places; UPDATE places SET status = 'held'`,
    ],
    [
      'a place that was cancelled and is not credited',
      `${allow} UPDATE document_lines SET net_pence = net_pence + 1`,
    ],
    [
      'a booking that is not confirmed once',
      `DELETE FROM outbox WHERE payload ->> 'subject' LIKE 'Your booking is confirmed%'`,
    ],
    [
      'a confirmed booking with something to pay and no invoice',
      `${allow} UPDATE documents SET booking_id = NULL`,
    ],
    [
      'a delegate who is not told once',
      `DELETE FROM outbox WHERE payload ->> 'subject' LIKE 'You are registered%'`,
    ],
    [
      'a delegate who is cancelled and not told',
      `DELETE FROM outbox WHERE type LIKE '%.delegate-cancelled.v1'`,
    ],
    ['somebody who waits for what is free', `UPDATE pools SET capacity = capacity + 2`],
    ['an offer that keeps other places', `UPDATE offers SET status = 'expired'`],
    ['a limit that keeps other people waiting', `UPDATE counts SET queued = 0`],
  ])('sees %s', async (fault, damage) => {
    const client = new pg.Client({ connectionString: stage.system.databaseUrl('conference-registration') });
    await client.connect();
    try {
      await client.query('BEGIN');
      await client.query(damage);
      const query: ConferenceStage['query'] = async <Row>(sql: string, values: readonly unknown[] = []) =>
        (await client.query(sql, [...values])).rows as Row[];
      const found = await faultsAfterRush(query, conference.id);
      expect(found).toContainEqual(expect.stringContaining(fault));
    } finally {
      await client.query('ROLLBACK');
      await client.end();
    }
  });
});
