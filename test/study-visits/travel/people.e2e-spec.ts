import { randomUUID } from 'node:crypto';
import { person, startTelling, type Telling } from '../../events-calendar/read-model/telling.js';
import { heldOn, tracesOf } from '../../members/traces.js';
import { coachInput, flightInput, startTravel, type TravelStage } from './travel-stage.js';

describe('what journeys hold of people', () => {
  let stage: TravelStage;
  let telling: Telling;

  beforeAll(async () => {
    stage = await startTravel({ apps: ['study-visits', 'members'] });
    telling = await startTelling(stage.system, 'study-visits');
  });
  afterAll(async () => {
    await telling?.stop();
    await stage?.stop();
  });

  const held = (id: string) =>
    heldOn(stage.url, id, { authorization: `Bearer ${stage.system.secrets.internal}` });

  /** Somebody on a flight and a coach that name them, of which they were told, who goes home on their own. */
  async function traced(name: string, email: string, reference: string) {
    const who = person({ name, email, affiliations: [] });
    await telling.tell('members.person-changed.v1', 1, who);
    const visit = await stage.visit();
    const traveller = await stage.traveller(visit, { name, email, personId: who.id });
    const note = `${name} likes a window`;
    const flight = await stage.leg(visit, { note });
    const coach = await stage.leg(visit, { ...coachInput, vehicle: `The bus of ${name}` });
    for (const leg of [flight, coach]) {
      await stage.put(visit, leg, traveller, { bookingReference: reference, seat: '1' });
      await stage.ask('POST', `/visits/${visit.id}/legs/${leg.id}/manifest/sent`);
    }
    await stage.ask('PUT', `/visits/${visit.id}/travellers/${traveller.id}/own-travel`, {
      back: { place: `${name}’s aunt`, when: { ...flightInput.departs, day: '2035-03-16' }, words: email },
    });
    await stage.ask('POST', `/visits/${visit.id}/travel/telling`);
    return { who, visit, flight, traveller };
  }

  it('is shown to them, and goes with them; that a seat was taken stays', async () => {
    const ann = await traced('Ann Traced', 'ann.traced@example.org', 'REFANN');
    await expect(held(ann.who.id)).resolves.toMatchObject({ travelLegs: 2, ownTravel: 1 });
    await traced('Cy Bystander', 'cy.bystander@example.org', 'REFCY');
    const before = await tracesOf(telling.query, 'study_visits', ['Cy Bystander', 'REFCY']);
    await telling.tell('members.person-erased.v1', 2, { id: ann.who.id, erasureId: randomUUID() });
    const marks = [ann.who.id, 'Ann Traced', 'ann.traced@example.org', 'REFANN'];
    const left = await tracesOf(telling.query, 'study_visits', marks);
    // What was asked of the mailer and of members is pruned by itself, and so are repeats of requests.
    expect(left.filter((row) => !/^(?:outbox|inbox|idempotency_keys): /.test(row))).toEqual([]);
    expect(Object.values(await held(ann.who.id)).every((rows) => rows === 0)).toBe(true);
    expect((await fetch(`${stage.url}/visits/travellers/${ann.traveller.secret}/travel`)).status).toBe(404);
    const places = await stage.query<object>(
      'SELECT seat, booking_reference AS reference FROM leg_travellers WHERE leg_id = $1',
      [ann.flight.id],
    );
    expect(places).toEqual([{ seat: '1', reference: null }]);
    expect(await tracesOf(telling.query, 'study_visits', ['Cy Bystander', 'REFCY'])).toEqual(before);
  });
});
