import { randomUUID } from 'node:crypto';
import { startSystem, type System } from '#launcher';
import { personParts } from '../../../apps/conference-registration/src/person-parts.js';
import {
  organisation,
  person,
  startTelling,
  type Telling,
} from '../../events-calendar/read-model/telling.js';
import { startIdentity, type TestIdentity } from '../../events-calendar/signed-in.js';
import { columnsOf, heldOn, personColumnsIn, tracesOf } from '../../members/traces.js';
import { addTraces } from './rows.js';

const internalKey = 'a key that only the services know';

describe('what conference registration holds of people', () => {
  let identity: TestIdentity;
  let system: System;
  let telling: Telling;

  beforeAll(async () => {
    identity = await startIdentity('conference-registration');
    system = await startSystem({
      apps: ['conference-registration', 'members'],
      env: { ...identity.env, INTERNAL_KEY: internalKey },
    });
    telling = await startTelling(system, 'conference-registration');
  });

  afterAll(async () => {
    await telling.stop();
    await system.stop();
    await identity.stop();
  });

  const get = (path: string, headers: Record<string, string>) =>
    fetch(`${system.urls['conference-registration']}${path}`, { headers });
  const heldHere = (id: string) =>
    heldOn(system.urls['conference-registration'] ?? '', id, { authorization: `Bearer ${internalKey}` });
  const tracesHere = (...traces: readonly string[]) =>
    tracesOf(telling.query, 'conference_registration', traces);

  const all = {
    record: 1,
    standShifts: 1,
    studyVisits: 1,
    organisations: 1,
    conferenceChanges: 1,
    conferenceContacts: 1,
    conferenceLog: 1,
    documents: 0,
    payments: 1,
    visitInvoices: 2,
    waiting: 1,
    bookings: 1,
    delegates: 2,
    answers: 1,
    answerFiles: 1,
    guestRequests: 1,
    bookingHistory: 1,
    bookingNotes: 1,
  };

  it('is shown, and erased wherever it is, which members is told in words', async () => {
    const council = organisation();
    await telling.tell('members.organisation-changed.v1', 1, council);
    const ann = person({
      name: 'Ann Traced',
      email: 'Ann.Traced@example.org',
      affiliations: [{ organisationId: council.id, role: 'officer', isBookingContact: true }],
    });
    await telling.tell('members.person-changed.v1', 3, ann);
    const bo = { id: randomUUID(), name: 'Bo Other', email: 'bo@example.org' };
    await addTraces(telling.query, bo);
    const booking = await addTraces(telling.query, { id: ann.id, name: ann.name, email: ann.email ?? '' });
    await expect(heldHere(ann.id)).resolves.toEqual(all);
    await telling.query(
      `INSERT INTO booking_notes (id, booking_id, at, text, person_name)
       SELECT gen_random_uuid(), id, now(), 'Bo Other comes for Ann Traced (ann.traced@example.org)', 'Sam'
       FROM bookings WHERE booker_person_id = $1`,
      [bo.id],
    );
    const othersBefore = await tracesHere(bo.id, bo.name, bo.email);

    const erasureId = randomUUID();
    await telling.tell('members.person-erased.v1', 4, { id: ann.id, erasureId });

    await expect(tracesHere(ann.id, 'Ann Traced', 'ann.traced@example.org')).resolves.toEqual([]);
    expect(Object.values(await heldHere(ann.id)).every((rows) => rows === 0)).toBe(true);
    const replaced = 'An erased person (An erased person)';
    await expect(tracesHere(bo.id, bo.name, bo.email)).resolves.toEqual(
      othersBefore.map((row) => row.replace('Ann Traced (ann.traced@example.org)', replaced)),
    );
    await expect(
      telling.query('SELECT status, name FROM delegates WHERE booking_id = $1', [booking]),
    ).resolves.toEqual([
      { status: 'confirmed', name: 'An erased person' },
      { status: 'confirmed', name: 'An erased person' },
    ]);
    const [answer] = await telling.query<{ payload: object }>(
      `SELECT payload FROM outbox WHERE type = 'conference-registration.person-erasure-done.v1'`,
    );
    expect(answer?.payload).toEqual({
      erasureId,
      personId: ann.id,
      did: [
        '1 name in conferences’ histories replaced',
        '1 conference no longer names them as its contact',
        '1 name in conferences’ logs replaced',
        '1 subject of a mail to delegates changed',
        '1 name on payments replaced',
        '2 invoices for study visits name them no longer beside them',
        '1 name on a waiting list replaced',
        '1 shift on a stand forgotten',
        '1 study visit that they travel with forgotten',
        '1 booking that they made has another name',
        '2 delegates’ details removed',
        '3 answers and files deleted',
        '1 request to book as a guest deleted',
        '6 lines of bookings’ histories and notes changed',
        'record deleted',
      ].join(', '),
    });
  });

  it('follows a record that is merged into another, and is erased with that', async () => {
    const [loser, survivor] = [
      person({ email: 'old.wren@example.org' }),
      person({ email: 'wren@example.org' }),
    ];
    for (const each of [loser, survivor]) await telling.tell('members.person-changed.v1', 1, each);
    await addTraces(telling.query, { id: loser.id, name: 'Wren Twice', email: 'old.wren@example.org' });
    await telling.tell('members.person-changed.v1', 2, { ...loser, mergedInto: survivor.id });
    const { record, organisations, ...moved } = await heldHere(survivor.id);
    expect([record, organisations]).toEqual([2, 0]);
    // What was written with the old address alone is not found by the new one, before it is erased by its own.
    expect(moved).toMatchObject({ bookings: 1, delegates: 1, payments: 1, waiting: 1, bookingHistory: 1 });
    const left = await tracesHere(loser.id);
    expect(left.filter((row) => !/^(?:people|inbox|dead_letters): /.test(row))).toEqual([]);

    // An erasure names each record, in any order.
    await telling.tell('members.person-erased.v1', 3, { id: survivor.id, erasureId: randomUUID() });
    await telling.tell('members.person-erased.v1', 3, { id: loser.id, erasureId: randomUUID() });
    await expect(tracesHere(survivor.id, loser.id, 'Wren Twice', 'wren@example.org')).resolves.toEqual([]);
  });

  it('is taken out of where an organisation has its invoices sent, also if somebody else booked', async () => {
    const cy = person({ name: 'Cy Billed', email: 'cy.billed@example.org' });
    await telling.tell('members.person-changed.v1', 1, cy);
    const di = { id: randomUUID(), name: 'Di Other', email: 'di@example.org' };
    const booking = await addTraces(telling.query, di);
    const bill = { name: 'Finance, for Cy Billed', address: '1 High Street', email: 'Cy.Billed@example.org' };
    await telling.query(`UPDATE bookings SET booked_for = 'organisation', bill_to = $2 WHERE id = $1`, [
      booking,
      JSON.stringify(bill),
    ]);
    await telling.tell('members.person-erased.v1', 2, { id: cy.id, erasureId: randomUUID() });
    await expect(
      telling.query('SELECT bill_to AS bill FROM bookings WHERE id = $1', [booking]),
    ).resolves.toEqual([
      { bill: { name: 'Finance, for An erased person', address: '1 High Street', email: null } },
    ]);
  });

  it('does not come back with a message that was late', async () => {
    const told = person({ email: 'late@example.org' });
    await telling.tell('members.person-changed.v1', 1, told);
    await telling.tell('members.person-erased.v1', 3, { id: told.id, erasureId: randomUUID() });
    await telling.tell('members.person-changed.v1', 2, told);
    await expect(telling.query('SELECT FROM people WHERE id = $1', [told.id])).resolves.toEqual([]);
  });

  it('is for nobody else to ask about', async () => {
    const path = `/internal/held-on/${randomUUID()}`;
    const asAdmin = await identity.headers({ id: 'sam', roles: ['admin'] });
    for (const headers of [{}, asAdmin, { authorization: 'Bearer wrong' }]) {
      expect((await get(path, headers)).status).toBe(403);
    }
  });

  it('is known to the last column: each feature names its own', async () => {
    await expect(personColumnsIn(telling.query, 'conference_registration')).resolves.toEqual(
      columnsOf(personParts),
    );
  });
});
