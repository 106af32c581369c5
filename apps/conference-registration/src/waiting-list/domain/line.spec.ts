import fc from 'fast-check';
import { placeInLine, walkLine, type Waiting } from './line.js';

const hall = { key: 'hall', capacity: 10 };
const all = { key: 'all', capacity: 30 };
const dinner = { key: 'dinner', capacity: 5 };

const waits = (id: string, wanted: number, different: Partial<Waiting> = {}): Waiting => ({
  id,
  wanted,
  allTogether: true,
  least: 0,
  limits: [hall, all],
  ...different,
});

const taken = (counts: Record<string, number>) => new Map(Object.entries(counts));

describe('the line of those who wait', () => {
  it('is served from its beginning', () => {
    const { offers, blocked } = walkLine([waits('a', 2), waits('b', 1), waits('c', 1)], taken({ hall: 7 }));
    expect(offers).toEqual([
      { id: 'a', places: 2 },
      { id: 'b', places: 1 },
    ]);
    expect([...blocked]).toEqual([['c', ['hall']]]);
  });

  it('lets nobody pass a party that there is too little room for', () => {
    const { offers, blocked } = walkLine([waits('five', 5), waits('one', 1)], taken({ hall: 6 }));
    expect(offers).toEqual([]);
    expect(blocked.get('five')).toEqual(['hall']);
    expect(blocked.get('one')).toEqual(['hall']);
  });

  it('gives as many as there are to those who take them one by one, and keeps their turn for the rest', () => {
    const line = [waits('five', 5, { allTogether: false }), waits('one', 1)];
    const { offers, blocked } = walkLine(line, taken({ hall: 8 }));
    expect(offers).toEqual([{ id: 'five', places: 2 }]);
    expect([...blocked.keys()]).toEqual(['five', 'one']);
  });

  it.each([
    { wanted: 6, least: 4, free: 2, offered: 0 },
    { wanted: 6, least: 4, free: 5, offered: 0 },
    { wanted: 6, least: 4, free: 6, offered: 6 },
    { wanted: 8, least: 4, free: 4, offered: 4 },
    { wanted: 8, least: 4, free: 7, offered: 4 },
    { wanted: 9, least: 4, free: 7, offered: 5 },
    { wanted: 3, least: 0, free: 2, offered: 2 },
    { wanted: 3, least: 1, free: 2, offered: 2 },
  ])(
    'offers $offered of $wanted where $free are free and a booking has $least at least, so that the rest can be booked too',
    ({ wanted, least, free, offered }) => {
      const party = waits('party', wanted, { allTogether: false, least });
      const { offers, blocked } = walkLine([party], taken({ hall: 10 - free }));
      expect(offers).toEqual(offered === 0 ? [] : [{ id: 'party', places: offered }]);
      expect(blocked.has('party')).toBe(offered < wanted);
    },
  );

  it('serves those further back who need nothing that is waited for', () => {
    const line = [waits('hall', 1), waits('online', 2, { limits: [all] })];
    const { offers, blocked } = walkLine(line, taken({ hall: 10, all: 12 }));
    expect(offers).toEqual([{ id: 'online', places: 2 }]);
    expect([...blocked]).toEqual([['hall', ['hall']]]);
  });

  it('serves nobody where more is taken than there is room for', () => {
    expect(walkLine([waits('a', 1)], taken({ hall: 12 })).offers).toEqual([]);
  });

  const limit = fc.constantFrom(hall, all, dinner);
  const entry = fc.record({
    wanted: fc.integer({ min: 1, max: 6 }),
    allTogether: fc.boolean(),
    least: fc.integer({ min: 0, max: 3 }),
    limits: fc.uniqueArray(limit, { maxLength: 3 }),
  });
  const someLine = fc
    .array(entry, { maxLength: 12 })
    .map((entries): Waiting[] => entries.map((each, index) => ({ ...each, id: String(index) })));
  const someTaken = fc.record({
    hall: fc.integer({ min: 0, max: 12 }),
    all: fc.integer({ min: 0, max: 32 }),
    dinner: fc.integer({ min: 0, max: 6 }),
  });

  it('is never offered more than there is, and each at most what they want', () => {
    fc.assert(
      fc.property(someLine, someTaken, (line, before) => {
        const { offers, blocked } = walkLine(line, taken(before));
        for (const { key, capacity } of [hall, all, dinner]) {
          const offered = offers
            .filter(({ id }) => line[Number(id)]?.limits.some((each) => each.key === key))
            .reduce((sum, { places }) => sum + places, 0);
          expect(offered === 0 || before[key as keyof typeof before] + offered <= capacity).toBe(true);
        }
        for (const { id, places } of offers) {
          const own = line[Number(id)];
          expect(places).toBeGreaterThan(0);
          expect(places).toBeLessThanOrEqual(own?.wanted ?? 0);
          if (own?.allTogether) expect(places).toBe(own.wanted);
          expect(blocked.has(id)).toBe(places < (own?.wanted ?? 0));
        }
      }),
    );
  });

  it('serves nobody past somebody who waits for the same', () => {
    fc.assert(
      fc.property(someLine, someTaken, (line, before) => {
        const { offers, blocked } = walkLine(line, taken(before));
        for (const { id } of offers) {
          const needs = new Set(line[Number(id)]?.limits.map(({ key }) => key));
          for (const ahead of line.slice(0, Number(id))) {
            expect(blocked.get(ahead.id)?.some((key) => needs.has(key)) ?? false).toBe(false);
          }
        }
      }),
    );
  });

  it('leaves nothing that somebody could have: walking it again offers no more', () => {
    fc.assert(
      fc.property(someLine, someTaken, (line, before) => {
        const { offers, blocked } = walkLine(line, taken(before));
        const after = taken(before);
        const rest = line.flatMap((each) => {
          const places = offers.find(({ id }) => id === each.id)?.places ?? 0;
          for (const { key } of each.limits) after.set(key, (after.get(key) ?? 0) + places);
          return places === each.wanted ? [] : [{ ...each, wanted: each.wanted - places }];
        });
        const again = walkLine(rest, after);
        expect(again.offers).toEqual([]);
        expect([...again.blocked.keys()]).toEqual([...blocked.keys()]);
        for (const [id, keys] of blocked) {
          expect(keys.length).toBeGreaterThan(0);
          // What those behind were given may have become short since.
          expect(again.blocked.get(id)).toEqual(expect.arrayContaining([...keys]));
        }
      }),
    );
  });
});

describe('where somebody stands', () => {
  const line = [
    { id: 'a', blockedBy: ['hall'] },
    { id: 'b', blockedBy: ['dinner'] },
    { id: 'c', blockedBy: ['hall', 'dinner'] },
    { id: 'd', blockedBy: ['hall'] },
  ];

  it.each([
    ['a', 1],
    ['b', 1],
    ['c', 3],
    ['d', 3],
    ['e', null],
  ])('counts those before who wait for the same: %s is at %j', (id, expected) => {
    expect(placeInLine(line, id)).toBe(expected);
  });
});
