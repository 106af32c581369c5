import { placesAddUp } from '../../apps/conference-registration/src/places/places-add-up.js';
import { withoutLock } from './lock-off.js';
import {
  startConferences,
  type Answer,
  type Booker,
  type ConferenceSetUp,
  type ConferenceStage,
  type StagedConference,
} from './stage.js';

/** How many ask at once. */
const asking = 50;

interface Problem {
  readonly code: string;
  readonly detail: string;
}

/** One limit with one place left, and what everybody asks for. */
interface Limit {
  readonly limit: string;
  readonly setUp: ConferenceSetUp;
  /** Tickets by their names, of the nth who asks. */
  readonly wanted: (index: number) => Readonly<Record<string, number>>;
  readonly code?: string;
  readonly refusal: string;
  /** What the refusal says. */
  readonly says: RegExp;
  /** All who ask are of one organisation. */
  readonly isOneOrganisation?: boolean;
}

const limits: readonly Limit[] = [
  {
    limit: 'a pool',
    setUp: { tickets: { Full: {} }, pools: { 'Whole conference': { capacity: 1 } } },
    wanted: () => ({ Full: 1 }),
    refusal: 'sold-out',
    says: /There are no places left in “Whole conference”/,
  },
  {
    limit: 'pools that overlap',
    setUp: {
      tickets: { Both: {}, First: {}, Second: {} },
      pools: {
        House: { capacity: 1 },
        'First day': { capacity: 40, tickets: ['Both', 'First'] },
        'Second day': { capacity: 40, tickets: ['Both', 'Second'] },
      },
    },
    wanted: (index) => ({ [['Both', 'First', 'Second'][index % 3] ?? '']: 1 }),
    refusal: 'sold-out',
    says: /“House”/,
  },
  {
    limit: 'what one organisation may have',
    setUp: { tickets: { Full: {} }, pools: { Each: { capacity: 1, perOrganisation: true } } },
    wanted: () => ({ Full: 1 }),
    refusal: 'organisation-limit',
    says: /One organisation may have 1 place of “Each”, and yours can take no more/,
    isOneOrganisation: true,
  },
  {
    limit: 'a free allocation that is not sold otherwise',
    setUp: {
      tickets: { Funded: { price: {} } },
      allocations: [{ ticket: 'Funded', places: 1, category: 'full' }],
    },
    wanted: () => ({ Funded: 1 }),
    refusal: 'allocation-used',
    says: /“Funded” is free of charge for 1 delegate of your organisation/,
    isOneOrganisation: true,
  },
  {
    limit: 'a code’s last use',
    setUp: {
      tickets: { Full: {} },
      codes: { HALF: { uses: 1, priceChange: { kind: 'percent', percent: 50 } } },
    },
    wanted: () => ({ Full: 1 }),
    code: 'half',
    refusal: 'code-used',
    says: /The code HALF is good for no more places/,
  },
  {
    limit: 'an add-on',
    setUp: {
      tickets: { Full: {}, Dinner: { kind: 'add-on', price: 4500 } },
      pools: {
        House: { capacity: 300, tickets: ['Full'] },
        'Civic dinner': { capacity: 1, tickets: ['Dinner'] },
      },
    },
    wanted: () => ({ Full: 1, Dinner: 1 }),
    refusal: 'sold-out',
    says: /“Civic dinner”/,
  },
];

describe('places', () => {
  let stage: ConferenceStage;
  let bookers: readonly Booker[];
  beforeAll(async () => {
    stage = await startConferences();
    bookers = await Promise.all(Array.from({ length: 5 }, () => stage.booker()));
  });
  afterAll(() => stage.stop());

  const bookerOf = ({ isOneOrganisation }: Limit, index: number): Booker => {
    const booker = bookers[isOneOrganisation ? 0 : index % bookers.length];
    if (!booker) throw new Error('nobody books');
    return booker;
  };

  const idsOf = ({ tickets }: StagedConference, wanted: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(wanted).map(([name, number]) => [tickets[name] ?? name, number]));

  /** Everybody asks for the last place at once. */
  async function race(limit: Limit) {
    const conference = await stage.conference(limit.setUp);
    const answers = await Promise.all(
      Array.from({ length: asking }, (_, index): Promise<Answer<Problem>> => {
        const { api, organisationId } = bookerOf(limit, index);
        return stage.api('POST', `/conferences/${conference.id}/bookings`, api, {
          for: { organisationId },
          quantities: idsOf(conference, limit.wanted(index)),
          ...(limit.code !== undefined && { code: limit.code }),
        });
      }),
    );
    return {
      conference,
      begun: answers.filter(({ status }) => status === 201),
      refused: answers.filter(({ status }) => status !== 201),
    };
  }

  describe.each(limits)('by $limit', (limit) => {
    it(`give the last one to one of ${asking} who ask at once, and tell the others why`, async () => {
      const { conference, begun, refused } = await race(limit);
      expect(begun).toHaveLength(1);
      expect(refused).toHaveLength(asking - 1);
      for (const { status, body } of refused) {
        expect(status).toBe(409);
        expect(body.code).toBe(limit.refusal);
        expect(body.detail).toMatch(limit.says);
      }
      await expect(placesAddUp(stage.query, conference.id)).resolves.toEqual([]);
      // Whoever was refused has left nothing behind.
      await expect(
        stage.query('SELECT FROM bookings WHERE conference_id = $1', [conference.id]),
      ).resolves.toHaveLength(1);
    });

    it('are oversold where the lock is off, so the test above can fail', async () => {
      const { begun } = await withoutLock(stage, () => race(limit));
      expect(begun.length).toBeGreaterThan(1);
    });
  });

  it('that are free go before paid ones, exactly as many as there are', async () => {
    const limit: Limit = {
      limit: '',
      setUp: { tickets: { Full: {} }, allocations: [{ ticket: 'Full', places: 2, category: 'full' }] },
      wanted: () => ({ Full: 1 }),
      refusal: '',
      says: /./,
      isOneOrganisation: true,
    };
    const prices = async ({ conference }: Awaited<ReturnType<typeof race>>) => {
      const rows = await stage.query<{ net: number }>(
        'SELECT net_pence AS net FROM places WHERE conference_id = $1 ORDER BY 1',
        [conference.id],
      );
      return rows.map(({ net }) => net);
    };
    const free = await prices(await race(limit));
    expect(free).toEqual([0, 0, ...Array.from({ length: asking - 2 }, () => 19_500)]);
    const control = await prices(await withoutLock(stage, () => race(limit), 3));
    expect(control.filter((net) => net === 0).length).toBeGreaterThan(2);
  });

  it('of an organisation are its own: another has as many', async () => {
    const [one, other] = bookers;
    const conference = await stage.conference({
      tickets: { Full: {} },
      pools: { Each: { capacity: 2, perOrganisation: true } },
    });
    const ask = (booker: Booker | undefined, number: number) =>
      stage.api<Problem>('POST', `/conferences/${conference.id}/bookings`, booker?.api ?? {}, {
        for: { organisationId: booker?.organisationId },
        quantities: idsOf(conference, { Full: number }),
      });
    expect((await ask(one, 2)).status).toBe(201);
    expect((await ask(one, 1)).body.code).toBe('organisation-limit');
    expect((await ask(other, 1)).status).toBe(201);
    expect((await ask(other, 2)).body.detail).toContain('yours can take 1 more. You asked for 2.');
  });
});
