import * as fc from 'fast-check';
import { shareOut } from './share-out.js';

const travellers = fc.uniqueArray(
  fc.record({ id: fc.uuid(), organisationId: fc.option(fc.constantFrom('a', 'b', 'c', 'd')) }),
  { selector: ({ id }) => id, maxLength: 40 },
);
const groups = fc
  .integer({ min: 1, max: 6 })
  .map((count) => Array.from({ length: count }, (_, index) => `g${index}`));

const sizes = (shared: ReadonlyMap<string, string>, ids: readonly string[]) =>
  ids.map((id) => [...shared.values()].filter((each) => each === id).length);

const spread = (numbers: readonly number[]) => Math.max(...numbers) - Math.min(...numbers);

describe('shareOut', () => {
  it('gives everybody a group, in sizes that differ by one at most, and so for each organisation', () => {
    fc.assert(
      fc.property(travellers, groups, (all, ids) => {
        const shared = shareOut(all, ids, 'apart');
        expect(shared.size).toBe(all.length);
        expect(spread(sizes(shared, ids))).toBeLessThanOrEqual(1);
        for (const organisation of ['a', 'b', 'c', 'd']) {
          const own = all.filter(({ organisationId }) => organisationId === organisation);
          const ofThem = new Map(own.map(({ id }) => [id, shared.get(id) ?? '']));
          expect(spread(sizes(ofThem, ids))).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('parts nobody from those of their organisation when they are to stay together', () => {
    fc.assert(
      fc.property(travellers, groups, (all, ids) => {
        const shared = shareOut(all, ids, 'together');
        expect(shared.size).toBe(all.length);
        for (const organisation of ['a', 'b', 'c', 'd']) {
          const own = all.filter(({ organisationId }) => organisationId === organisation);
          expect(new Set(own.map(({ id }) => shared.get(id))).size).toBeLessThanOrEqual(1);
        }
        // No group is larger than another by more than the largest organisation.
        const largest = Math.max(
          1,
          ...['a', 'b', 'c', 'd'].map((one) => all.filter((each) => each.organisationId === one).length),
        );
        expect(spread(sizes(shared, ids))).toBeLessThanOrEqual(largest);
      }),
    );
  });

  it('shares the same travellers out alike, whatever their order', () => {
    fc.assert(
      fc.property(
        travellers,
        groups,
        fc.constantFrom('apart' as const, 'together' as const),
        (all, ids, way) => {
          const sorted = (shared: ReadonlyMap<string, string>) =>
            [...shared].toSorted(([a], [b]) => (a < b ? -1 : 1));
          expect(sorted(shareOut(all.toReversed(), ids, way))).toEqual(sorted(shareOut(all, ids, way)));
        },
      ),
    );
  });
});
