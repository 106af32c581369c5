import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Commitment } from './commitment.js';
import { clashesWith, overlaps } from './overlaps.js';

const noon = Temporal.Instant.from('2027-09-26T12:00:00Z');

/** Minutes after noon. */
const commitment = (
  id: string,
  from: number,
  until: number,
  different: Partial<Commitment> = {},
): Commitment => ({
  id,
  title: id,
  start: noon.add({ minutes: from }),
  end: noon.add({ minutes: until }),
  zone: 'Europe/London',
  place: null,
  walkingMinutes: 0,
  ...different,
});

const pairs = (commitments: readonly Commitment[], walkingMinutes?: number) =>
  overlaps(commitments, walkingMinutes).map(
    ({ first, second, isAtOnce }) => `${first.id}${isAtOnce ? '=' : '-'}${second.id}`,
  );

describe('overlaps', () => {
  it('finds what is at the same time, in order', () => {
    const all = [
      commitment('b', 30, 90),
      commitment('a', 0, 60),
      commitment('c', 60, 70),
      commitment('d', 90, 99),
    ];
    expect(pairs(all)).toEqual(['a=b', 'b=c']);
  });

  it('finds one within another, and two that begin together', () => {
    expect(
      pairs([commitment('all', 0, 600), commitment('part', 100, 200), commitment('start', 0, 10)]),
    ).toEqual(['start=all', 'all=part']);
  });

  it('counts the way between two places, the longest that is told', () => {
    const [a, b] = [commitment('a', 0, 60, { walkingMinutes: 10 }), commitment('b', 75, 90)];
    expect(pairs([a, b])).toEqual([]);
    expect(pairs([a, { ...b, walkingMinutes: 15 }])).toEqual([]);
    expect(pairs([a, { ...b, walkingMinutes: 16 }])).toEqual(['a-b']);
    expect(pairs([a, b], 16)).toEqual(['a-b']);
  });

  it('counts no way where both are at one place', () => {
    const there = { place: 'Hall 2', walkingMinutes: 20 };
    expect(pairs([commitment('a', 0, 60, there), commitment('b', 60, 90, there)], 20)).toEqual([]);
    expect(pairs([commitment('a', 0, 60, there), commitment('b', 59, 90, there)])).toEqual(['a=b']);
  });

  it('takes nothing for its own clash', () => {
    expect(pairs([commitment('a', 0, 60), commitment('a', 0, 60)])).toEqual([]);
  });

  const anything = fc
    .array(
      fc.record({
        from: fc.integer({ min: 0, max: 600 }),
        lasts: fc.integer({ min: 1, max: 200 }),
        walk: fc.integer({ min: 0, max: 40 }),
        place: fc.constantFrom(null, 'hall', 'hotel'),
      }),
      { maxLength: 12 },
    )
    .map((list) =>
      list.map(({ from, lasts, walk, place }, index) =>
        commitment(String(index), from, from + lasts, { walkingMinutes: walk, place }),
      ),
    );

  /** By the minute: no minute of one is a minute of another, with the way before and after. */
  const clash = (one: Commitment, other: Commitment, usual: number): boolean => {
    const isOnePlace = one.place !== null && one.place === other.place;
    const way = isOnePlace ? 0 : Math.max(usual, one.walkingMinutes, other.walkingMinutes);
    const minute = ({ epochMilliseconds }: Temporal.Instant) => epochMilliseconds / 60_000;
    const minutesOf = (each: Commitment, more: number) =>
      Array.from(
        { length: minute(each.end) - minute(each.start) + 2 * more },
        (_, at) => minute(each.start) - more + at,
      );
    const around = new Set(minutesOf(one, way));
    return minutesOf(other, 0).some((at) => around.has(at));
  };

  it('finds exactly the pairs that clash minute by minute, whatever their order', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 0, max: 30 }), (all, usual) => {
        const expected = all.flatMap((one, index) =>
          all
            .slice(index + 1)
            .filter((other) => clash(one, other, usual))
            .map((other) => [one.id, other.id].toSorted().join(' ')),
        );
        const found = (list: readonly Commitment[]) =>
          overlaps(list, usual)
            .map(({ first, second }) => [first.id, second.id].toSorted().join(' '))
            .toSorted();
        expect(found(all)).toEqual(expected.toSorted());
        expect(found(all.toReversed())).toEqual(expected.toSorted());
      }),
    );
  });

  it('says of each commitment alone what it says of all', () => {
    fc.assert(
      fc.property(anything, (all) => {
        const found = overlaps(all);
        for (const one of all) {
          const expected = found.flatMap(({ first, second }) => {
            if (first.id === one.id) return second.id;
            return second.id === one.id ? first.id : [];
          });
          expect(
            clashesWith(
              one,
              all.filter((other) => other !== one),
            )
              .map(({ id }) => id)
              .toSorted(),
          ).toEqual(expected.toSorted());
        }
      }),
    );
  });
});
