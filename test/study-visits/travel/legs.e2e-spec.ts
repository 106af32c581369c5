import { withoutVisitLock } from '../visit-lock-off.js';
import { whileVisitLocked } from '../visit-locked.js';
import {
  coachInput,
  flightInput,
  homeInput,
  startTravel,
  type LegBody,
  type Refused,
  type TravelStage,
} from './travel-stage.js';

interface TravelBody {
  readonly people: readonly {
    readonly travellerId: string;
    readonly legs: readonly string[];
    readonly missing: readonly string[];
    readonly twice: readonly string[];
    readonly warnings: readonly string[];
  }[];
  readonly outside: readonly string[];
}

describe('the legs of a visit’s journey', () => {
  let stage: TravelStage;

  beforeAll(async () => {
    stage = await startTravel();
  });
  afterAll(() => stage?.stop());

  const travelOf = async (visit: { readonly id: string }) =>
    (await stage.ask<TravelBody>('GET', `/visits/${visit.id}/travel`)).body;

  const refusals = (body: Refused) => body.errors?.map(({ field, code }) => `${field} ${code}`);

  it('are on the clocks of both their ends, and last as long as they last', async () => {
    const visit = await stage.visit();
    const leg = await stage.leg(visit);
    expect(leg).toMatchObject({
      departs: { at: '2035-03-11T07:40:00Z', local: '2035-03-11T07:40', zone: 'Europe/London' },
      arrives: { at: '2035-03-11T09:30:00Z', local: '2035-03-11T10:30', zone: 'Europe/Madrid' },
      minutes: 110,
      meets: { at: '2035-03-11T05:40:00Z' },
      version: 1,
    });
  });

  it('on the night in which the clocks change are refused or asked about where they have to be', async () => {
    const visit = await stage.visit({ columns: { first_day: '2035-03-25', last_day: '2035-03-30' } });
    const night = (time: string, zone: string) => ({
      ...flightInput,
      departs: { day: '2035-03-24', time: '23:00', zone: 'Europe/London' },
      arrives: { day: '2035-03-25', time, zone },
    });
    const path = `/visits/${visit.id}/legs`;
    const gap = await stage.ask<LegBody>('POST', path, night('02:30', 'Europe/Rome'));
    expect([gap.status, refusals(gap.body)]).toEqual([422, ['arrives.time no-such-time']]);
    const leg = await stage.ask<LegBody>('POST', path, night('03:30', 'Europe/Rome'));
    // 11pm in London to 3.30am in Rome: the hour between the two is the one that is left out.
    expect(leg.body).toMatchObject({ minutes: 150, arrives: { at: '2035-03-25T01:30:00Z' } });

    const autumn = await stage.visit({ columns: { first_day: '2035-10-28', last_day: '2035-10-30' } });
    const twice = (which?: string) =>
      stage.ask<LegBody>('POST', `/visits/${autumn.id}/legs`, {
        ...flightInput,
        departs: { day: '2035-10-28', time: '01:30', zone: 'Europe/London', ...(which && { which }) },
        arrives: { day: '2035-10-28', time: '06:00', zone: 'Europe/Rome' },
      });
    const asked = await twice();
    expect([asked.status, refusals(asked.body)]).toEqual([422, ['departs.which time-twice']]);
    expect((await twice('first')).body.departs.at).toBe('2035-10-28T00:30:00Z');
    expect((await twice('second')).body.departs.at).toBe('2035-10-28T01:30:00Z');
  });

  it('stay when they were where the visit is moved, and are told to be outside', async () => {
    const visit = await stage.visit();
    const leg = await stage.leg(visit);
    await stage.query(`UPDATE visits SET first_day = '2035-05-01', last_day = '2035-05-06' WHERE id = $1`, [
      visit.id,
    ]);
    const { body } = await stage.ask<LegBody>('GET', `/visits/${visit.id}/legs/${leg.id}`);
    expect(body.departs).toEqual(leg.departs);
    expect((await travelOf(visit)).outside).toEqual([leg.id]);
  });

  it('are changed by the version that somebody saw, and a lost change is refused', async () => {
    const visit = await stage.visit();
    const leg = await stage.leg(visit);
    const path = `/visits/${visit.id}/legs/${leg.id}`;
    const put = (title: string, tag?: string) =>
      stage.ask<LegBody>(
        'PUT',
        path,
        { ...flightInput, title },
        tag === undefined ? {} : { 'if-match': tag },
      );
    expect((await put('BA 1')).status).toBe(428);
    expect((await put('BA 2', '"1"')).body).toMatchObject({ title: 'BA 2', version: 2 });
    expect((await put('BA 3', '"1"')).status).toBe(412);
    expect((await put('BA 2', '"2"')).body.version).toBe(2);
  });

  it('tell who has no way there or home, goes twice, or has too little time', async () => {
    const visit = await stage.visit();
    const [ann, bo, cy] = [
      await stage.traveller(visit),
      await stage.traveller(visit),
      await stage.traveller(visit),
    ];
    await stage.traveller(visit, { status: 'withdrawn' });
    const [flight, home] = [await stage.leg(visit), await stage.leg(visit, homeInput)];
    const coach = await stage.leg(visit, {
      ...coachInput,
      departs: { day: '2035-03-11', time: '10:50', zone: 'Europe/Madrid' },
      changeMinutes: 30,
    });
    for (const leg of [flight, coach, home]) expect((await stage.put(visit, leg, ann)).status).toBe(200);
    await stage.put(visit, home, bo);
    const own = { place: 'Bilbao airport', when: flightInput.arrives };
    const ownPath = (id: string) => `/visits/${visit.id}/travellers/${id}/own-travel`;
    expect((await stage.ask('PUT', ownPath(bo.id), { there: own })).status).toBe(200);
    expect((await stage.ask('PUT', ownPath(ann.id), { there: own })).status).toBe(200);
    const { people } = await travelOf(visit);
    expect(
      people.map(({ travellerId, missing, twice, warnings }) => ({ travellerId, missing, twice, warnings })),
    ).toEqual([
      {
        travellerId: ann.id,
        missing: [],
        twice: ['there'],
        warnings: [
          '20 minutes to change from Flight BA 540 to Coach to the hotel, and 30 minutes are needed',
        ],
      },
      { travellerId: bo.id, missing: [], twice: [], warnings: [] },
      { travellerId: cy.id, missing: ['there', 'back'], twice: [], warnings: [] },
    ]);
    // What is cancelled takes nobody.
    await stage.ask('POST', `/visits/${visit.id}/legs/${home.id}/cancel`, {
      reason: 'The airline is on strike.',
    });
    const after = await travelOf(visit);
    expect(after.people.map(({ missing }) => missing)).toEqual([['back'], ['back'], ['there', 'back']]);
  });

  it('are what the readiness of travellers goes by', async () => {
    const visit = await stage.visit();
    const [ann, bo] = [await stage.traveller(visit), await stage.traveller(visit)];
    const marks = async () => {
      const { body } = await stage.ask<{
        items: readonly {
          readonly marks: { readonly travel: { readonly status: string; readonly words: string } };
        }[];
      }>('GET', `/visits/${visit.id}/readiness`);
      return body.items.map(({ marks: { travel } }) => `${travel.status}: ${travel.words}`);
    };
    expect(await marks()).toEqual(['not-asked: null', 'not-asked: null']);
    const [flight, home] = [await stage.leg(visit), await stage.leg(visit, homeInput)];
    for (const leg of [flight, home]) await stage.put(visit, leg, ann);
    await stage.put(visit, flight, bo);
    expect((await marks()).toSorted()).toEqual(['done: There and home', 'missing: No way home yet']);
    const soon = { ...coachInput, departs: { day: '2035-03-11', time: '10:40', zone: 'Europe/Madrid' } };
    await stage.put(visit, await stage.leg(visit, soon), ann);
    expect((await marks()).toSorted()).toEqual([
      'missing: No way home yet',
      'wrong: Too little time between two legs',
    ]);
  });

  it('have everybody on them at once, but whoever looks after their own way', async () => {
    const visit = await stage.visit();
    const [ann, bo] = [await stage.traveller(visit), await stage.traveller(visit)];
    const leg = await stage.leg(visit);
    await stage.put(visit, leg, ann, { bookingReference: 'XY1', seat: '12 a' });
    await stage.ask('PUT', `/visits/${visit.id}/travellers/${bo.id}/own-travel`, {
      there: { place: 'Bilbao', when: flightInput.arrives },
    });
    const cy = await stage.traveller(visit);
    const all = () => stage.ask<LegBody>('POST', `/visits/${visit.id}/legs/${leg.id}/everybody`);
    const { body } = await all();
    expect(body.places).toEqual([
      { travellerId: ann.id, bookingReference: 'XY1', seat: '12A' },
      { travellerId: cy.id, bookingReference: null, seat: null },
    ]);
    expect((await all()).body.version).toBe(body.version);
  });

  it('give a seat to one, never more than there are, and only to who travels with the visit', async () => {
    const [visit, other] = [await stage.visit(), await stage.visit()];
    const [ann, bo, cy] = [
      await stage.traveller(visit),
      await stage.traveller(visit),
      await stage.traveller(visit),
    ];
    const coach = await stage.leg(visit, coachInput);
    expect((await stage.put(visit, coach, ann, { seat: '1' })).status).toBe(200);
    const taken = await stage.put(visit, coach, bo, { seat: ' 1 ' });
    expect([taken.status, refusals(taken.body)]).toEqual([422, [`seat.${bo.id} seat-taken`]]);
    await stage.put(visit, coach, bo, { seat: '2' });
    const full = await stage.put(visit, coach, cy);
    expect([full.status, refusals(full.body)]).toEqual([422, ['seats leg-full']]);
    const fewer = await stage.ask<LegBody>(
      'PUT',
      `/visits/${visit.id}/legs/${coach.id}`,
      { ...coachInput, seats: 1 },
      { 'if-match': '"3"' },
    );
    expect([fewer.status, refusals(fewer.body)]).toEqual([422, ['seats fewer-than-travel']]);
    // Whoever withdraws leaves their seat to others.
    await stage.query(`UPDATE travellers SET status = 'withdrawn', withdrawn_at = now() WHERE id = $1`, [
      ann.id,
    ]);
    expect((await stage.put(visit, coach, cy, { seat: '1' })).status).toBe(200);
    const stranger = await stage.traveller(other);
    const refused = await stage.put(visit, coach, stranger);
    expect([refused.status, refusals(refused.body)]).toEqual([422, [' no-such-traveller']]);
    expect((await stage.put(other, coach, stranger)).status).toBe(404);
  });

  describe('whose last seat several want at once', () => {
    async function race(
      work: (visitId: string, put: () => Promise<readonly number[]>) => Promise<readonly number[]>,
    ) {
      const visit = await stage.visit();
      const travellers = [
        await stage.traveller(visit),
        await stage.traveller(visit),
        await stage.traveller(visit),
      ];
      const coach = await stage.leg(visit, { ...coachInput, seats: 1 });
      const statuses = await work(visit.id, async () => {
        const answers = await Promise.all(travellers.map((traveller) => stage.put(visit, coach, traveller)));
        return answers.map(({ status }) => status);
      });
      const [row] = await stage.query<{ taken: number }>(
        'SELECT count(*)::int AS taken FROM leg_travellers WHERE leg_id = $1',
        [coach.id],
      );
      return { statuses: statuses.toSorted((one, other) => one - other), taken: row?.taken };
    }

    it('give it to one of them', async () => {
      const raced = await race((id, put) => whileVisitLocked(stage, id, 3, put));
      expect(raced).toEqual({ statuses: [200, 422, 422], taken: 1 });
    });

    it('give it to more where the lock of the visit locks nothing: the control', async () => {
      const { taken } = await race((_, put) => withoutVisitLock(stage, 'leg_travellers', put));
      expect(taken).toBeGreaterThan(1);
    });
  });

  it('have a list written as a whole or not at all, also where they changed after it was looked at', async () => {
    const visit = await stage.visit();
    const [ann, bo] = [
      await stage.traveller(visit, { name: 'Ann Example' }),
      await stage.traveller(visit, { name: 'Bo Example' }),
    ];
    const [flight, coach] = [await stage.leg(visit), await stage.leg(visit, { ...coachInput, seats: 1 })];
    const csv = 'name,leg\nAnn Example,BA 540\nAnn Example,Coach to the hotel';
    const take = (write: boolean) =>
      stage.ask<{ problems: readonly unknown[]; legs: readonly unknown[] } & Refused>(
        'POST',
        `/visits/${visit.id}/travel/list`,
        { csv, write },
      );
    const placed = async () =>
      (await stage.ask<{ items: readonly LegBody[] }>('GET', `/visits/${visit.id}/legs`)).body.items.map(
        ({ places }) => places.map(({ travellerId }) => travellerId),
      );
    expect((await take(false)).body).toMatchObject({
      isWritten: false,
      problems: [],
      legs: [
        { legId: flight.id, added: 1, changed: 0 },
        { legId: coach.id, added: 1, changed: 0 },
      ],
    });
    expect(await placed()).toEqual([[], []]);
    await stage.put(visit, coach, bo);
    const refused = await take(true);
    expect([refused.status, refusals(refused.body)]).toEqual([422, ['list list-unreadable']]);
    expect(await placed()).toEqual([[], [bo.id]]);
    await stage.ask('DELETE', `/visits/${visit.id}/legs/${coach.id}/travellers/${bo.id}`);
    expect((await take(true)).body).toMatchObject({ isWritten: true });
    expect(await placed()).toEqual([[ann.id], [ann.id]]);
  });

  it('are added once however often the same request comes', async () => {
    const visit = await stage.visit();
    const add = () =>
      stage.ask<LegBody>('POST', `/visits/${visit.id}/legs`, flightInput, { 'idempotency-key': visit.id });
    expect((await add()).body.id).toBe((await add()).body.id);
    const { body } = await stage.ask<{ items: readonly LegBody[] }>('GET', `/visits/${visit.id}/legs`);
    expect(body.items).toHaveLength(1);
  });

  it.each(['over', 'cancelled'] as const)('of a visit that is %s stay as they are', async (status) => {
    const visit = await stage.visit();
    const leg = await stage.leg(visit);
    const traveller = await stage.traveller(visit);
    await stage.query('UPDATE visits SET status = $2, status_reason = $3 WHERE id = $1', [
      visit.id,
      status,
      status === 'cancelled' ? 'Too few.' : null,
    ]);
    const added = await stage.ask<Refused>('POST', `/visits/${visit.id}/legs`, flightInput);
    expect([added.status, added.body.code]).toEqual([409, 'visit-ended']);
    expect((await stage.put(visit, leg, traveller)).body.code).toBe('visit-ended');
    expect((await stage.ask<Refused>('POST', `/visits/${visit.id}/travel/telling`)).body.code).toBe(
      'visit-ended',
    );
  });
});
