import { setTimeout as wait } from 'node:timers/promises';
import { placesAddUp } from '../../apps/conference-registration/src/places/places-add-up.js';
import { withoutLock } from './lock-off.js';
import { startConferences, type Booker, type ConferenceStage, type StagedConference } from './stage.js';

/** How many book at once, and for how long; more on a machine of one's own: `PLACES_CLIENTS=200 PLACES_SECONDS=60`. */
const clients = Number(process.env['PLACES_CLIENTS'] ?? 24);
const seconds = Number(process.env['PLACES_SECONDS'] ?? 5);

/** Three pools; each ticket takes from two or three of them. */
const pools = {
  Everything: { capacity: 40, tickets: ['Both', 'First', 'Second'] },
  'First day': { capacity: 25, tickets: ['Both', 'First'] },
  'Second day': { capacity: 22, tickets: ['Both', 'Second'] },
} as const;
type PoolName = keyof typeof pools;
const poolNames = Object.keys(pools) as PoolName[];
const ticketNames = ['Both', 'First', 'Second'] as const;

/** What people are answered, and nothing else. */
const answers = ['409 sold-out', 'begun', 'give up 200'];

interface Begun {
  readonly reference: string;
  readonly code: string;
}

describe('places of three pools that overlap', () => {
  let stage: ConferenceStage;
  let bookers: readonly Booker[];
  beforeAll(async () => {
    stage = await startConferences();
    bookers = await Promise.all(Array.from({ length: 8 }, () => stage.booker()));
  });
  afterAll(() => stage.stop());

  const setUp = (share = 1) =>
    stage.conference({
      tickets: { Both: {}, First: {}, Second: {} },
      pools: Object.fromEntries(
        poolNames.map((name) => [
          name,
          { capacity: Math.floor(pools[name].capacity * share), tickets: pools[name].tickets },
        ]),
      ),
    });

  const bookerOf = (client: number): Booker => {
    const booker = bookers[client % bookers.length];
    if (!booker) throw new Error('nobody books');
    return booker;
  };

  const begin = (
    { id, tickets }: StagedConference,
    client: number,
    wanted: Readonly<Record<string, number>>,
  ) => {
    const { api, organisationId } = bookerOf(client);
    return stage.api<Begun>('POST', `/conferences/${id}/bookings`, api, {
      for: { organisationId },
      quantities: Object.fromEntries(
        Object.entries(wanted).map(([name, quantity]) => [tickets[name], quantity]),
      ),
    });
  };

  /** How many places each pool has given out, counted place by place. */
  async function sold({ id }: StagedConference): Promise<Record<PoolName, number>> {
    const rows = await stage.query<{ name: PoolName; places: number }>(
      `SELECT o.name, count(p.id)::integer AS places FROM pools o LEFT JOIN places p
         ON p.ticket_type_id = ANY(o.ticket_type_ids) AND p.status IN ('reserved', 'offered', 'held', 'confirmed')
       WHERE o.conference_id = $1 GROUP BY o.name`,
      [id],
    );
    return Object.fromEntries(rows.map(({ name, places }) => [name, places])) as Record<PoolName, number>;
  }

  /** Somebody who books, gives up and lets places lapse as it comes. */
  async function client(
    conference: StagedConference,
    number: number,
    came: Set<string>,
    isOver: () => boolean,
  ): Promise<string[]> {
    const own: string[] = [];
    const told: string[] = [];
    while (!isOver()) {
      const chance = Math.random();
      const given = own[Math.floor(Math.random() * own.length)];
      if (given !== undefined && chance < 0.45) {
        own.splice(own.indexOf(given), 1);
        if (chance < 0.3) {
          const { status } = await stage.api('POST', `/bookings/${given}/give-up`, bookerOf(number).api, {});
          told.push(`give up ${status}`);
          came.add(`give up ${status}`);
        } else {
          await stage.query(
            `UPDATE bookings SET held_until = now() - interval '1 second' WHERE reference = $1`,
            [given],
          );
        }
        continue;
      }
      const name = ticketNames[Math.floor(Math.random() * ticketNames.length)] ?? 'Both';
      const { status, body } = await begin(conference, number, { [name]: 1 + Math.floor(Math.random() * 4) });
      const answer = status === 201 ? 'begun' : `${status} ${body.code}`;
      told.push(answer);
      came.add(answer);
      if (status === 201) own.push(body.reference);
    }
    return told;
  }

  /**
   * Lets all clients loose, and looks again and again meanwhile.
   *
   * @param needed answers that are to have come: on a slow machine it goes on until they have, for a minute or two
   * @returns the most that each pool had given out
   */
  async function crowd(
    conference: StagedConference,
    many: number,
    forSeconds: number,
    needed: readonly string[] = [],
  ) {
    const began = Date.now();
    const came = new Set<string>();
    const isOver = () =>
      Date.now() > began + forSeconds * 1000 &&
      (needed.every((answer) => came.has(answer)) || Date.now() > began + 120_000);
    const most = Object.fromEntries(poolNames.map((name) => [name, 0])) as Record<PoolName, number>;
    let samples = 0;
    const look = async () => {
      while (!isOver()) {
        const now = await sold(conference);
        for (const name of poolNames) most[name] = Math.max(most[name], now[name]);
        samples += 1;
        await wait(5);
      }
    };
    const [, ...all] = await Promise.all([
      look(),
      ...Array.from({ length: many }, (_, number) => client(conference, number, came, isOver)),
    ]);
    const tally = Object.fromEntries(
      Object.entries(Object.groupBy(all.flat(), (answer) => answer)).map(([answer, times]) => [
        answer,
        times?.length ?? 0,
      ]),
    );
    return { most, samples, tally };
  }

  it(
    `are never oversold by ${clients} who book and give up for ${seconds} s, and none is lost`,
    async () => {
      const conference = await setUp();
      const { most, samples, tally } = await crowd(conference, clients, seconds, answers);
      expect(samples).toBeGreaterThan(5);
      for (const name of poolNames) expect(most[name]).toBeLessThanOrEqual(pools[name].capacity);
      // Enough came for the limits to be met, and nobody was told anything but that.
      expect(Object.keys(tally).toSorted()).toEqual(answers);
      await expect(placesAddUp(stage.query, conference.id)).resolves.toEqual([]);

      // All that is left can be had until a pool is full, so that nothing was lost: sold and free make the capacity.
      await fill(conference);
      const all = await sold(conference);
      const isFull = (name: PoolName) => all[name] === pools[name].capacity;
      expect(isFull('Everything') || isFull('First day')).toBe(true);
      expect(isFull('Everything') || isFull('Second day')).toBe(true);
      await expect(placesAddUp(stage.query, conference.id)).resolves.toEqual([]);
    },
    (seconds + 240) * 1000,
  );

  /** Books single days until there is none left of either. */
  async function fill(conference: StagedConference): Promise<void> {
    for (const name of ['First', 'Second'] as const) {
      for (let tries = 0; tries < 60; tries += 1) {
        const { status, body } = await begin(conference, tries, { [name]: 1 });
        if (status !== 201) {
          expect(body.code).toBe('sold-out');
          break;
        }
      }
    }
  }

  it('are oversold by as many where the lock is off, so the test above can fail', async () => {
    const conference = await setUp(0.1);
    const oversold = new Set<PoolName>();
    const end = performance.now() + 120_000;
    // Two who have counted at the same time need not want the same.
    while (oversold.size === 0 && performance.now() < end) {
      const { most } = await withoutLock(stage, () => crowd(conference, 16, 3));
      for (const name of poolNames)
        if (most[name] > Math.floor(pools[name].capacity * 0.1)) oversold.add(name);
    }
    expect(oversold.size).toBeGreaterThan(0);
  });
});
