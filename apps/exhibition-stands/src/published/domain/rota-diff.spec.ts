import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  applyDiff,
  changedParts,
  concernedBy,
  diffRota,
  hasIt,
  type Current,
  type CurrentStatus,
  type ShiftTerms,
  type Wanted,
} from './rota-diff.js';

const hour = (number: number) => Temporal.Instant.from('2027-09-26T00:00:00Z').add({ hours: number });
const now = hour(10);
const keyOf = ({ shiftId, memberId }: Pick<Wanted, 'shiftId' | 'memberId'>) => `${shiftId}/${memberId}`;

const terms: fc.Arbitrary<ShiftTerms> = fc
  .record({
    from: fc.integer({ min: 0, max: 20 }),
    label: fc.constantFrom('', 'Reception'),
    isLead: fc.boolean(),
    place: fc.constantFrom(null, { name: 'ACC', address: 'Liverpool' }, { name: 'ACC', address: null }),
    stand: fc.constantFrom(null, 'Stand 14'),
  })
  .map(({ from, ...rest }) => ({ ...rest, start: hour(from), end: hour(from + 2) }));
const pair = { shiftId: fc.constantFrom('a', 'b', 'c', 'd'), memberId: fc.constantFrom('Ada', 'Bo', 'Cy') };
const wanted = fc.uniqueArray(fc.record({ ...pair, terms }), { selector: keyOf });
const statuses: CurrentStatus[] = ['assigned', 'assigned', 'dropped-out', 'checked-in', 'no-show'];
const current = fc
  .uniqueArray(
    fc.record({
      ...pair,
      terms,
      status: fc.constantFrom(...statuses),
      version: fc.integer({ min: 1, max: 9 }),
    }),
    { selector: keyOf },
  )
  .map((rows) => rows.map((row): Current => ({ ...row, id: `id of ${keyOf(row)}` })));
const newId = (one: Wanted) => `id of ${keyOf(one)}`;
const isSettled = ({ terms: { start } }: Wanted) => Temporal.Instant.compare(start, now) < 0;
const told = (rows: readonly Current[]) => new Map(rows.filter(hasIt).map((row) => [keyOf(row), row]));
const asText = ({ shiftId, memberId, terms: own }: Wanted) => JSON.stringify([shiftId, memberId, own]);

describe('turning who has which shift into a new rota', () => {
  it('gives exactly the new rota where nothing has begun', () => {
    fc.assert(
      fc.property(current, wanted, (before, next) => {
        const after = applyDiff(before, diffRota(before, next, null), newId);
        expect(after.filter(hasIt).map(asText).toSorted()).toEqual(next.map(asText).toSorted());
      }),
    );
  });

  it('leaves what has begun as it was, and gives the new rota for the rest', () => {
    fc.assert(
      fc.property(current, wanted, (before, next) => {
        const after = applyDiff(before, diffRota(before, next, now), newId);
        const begun = before.filter(isSettled);
        expect(after.filter((row) => begun.some(({ id }) => id === row.id))).toEqual(begun);
        const isOfBegun = (one: Wanted) => begun.some((row) => keyOf(row) === keyOf(one));
        const comes = next.filter(
          (one) =>
            !isOfBegun(one) &&
            (!isSettled(one) || before.some((row) => keyOf(row) === keyOf(one) && hasIt(row))),
        );
        const coming = after.filter((row) => hasIt(row) && !isOfBegun(row));
        expect(coming.map(asText).toSorted()).toEqual(comes.map(asText).toSorted());
      }),
    );
  });

  it('names exactly those for whom something is different, and raises the version of nobody else', () => {
    fc.assert(
      fc.property(current, wanted, (before, next) => {
        const diff = diffRota(before, next, now);
        const after = applyDiff(before, diff, newId);
        const [was, is] = [told(before), told(after)];
        const different = [...new Map([...was, ...is])].filter(([key]) => {
          const [old, young] = [was.get(key), is.get(key)];
          return old === undefined || young === undefined || asText(old) !== asText(young);
        });
        expect(concernedBy(diff)).toEqual(new Set(different.map(([, { memberId }]) => memberId)));
        for (const row of after) {
          const old = before.find(({ id }) => id === row.id);
          if (different.some(([key]) => key === keyOf(row)))
            expect(row.version).toBe((old?.version ?? 0) + 1);
          else expect(row).toBe(old);
        }
      }),
    );
  });

  it('tells nobody when the same is published again', () => {
    fc.assert(
      fc.property(current, wanted, (before, next) => {
        const after = applyDiff(before, diffRota(before, next, now), newId);
        const again = diffRota(after, next, now);
        expect(again).toEqual({ assigned: [], changed: [], unassigned: [] });
      }),
    );
  });
});

it('gives somebody back the part in a shift that they dropped out of, as the database has it once', () => {
  const terms: ShiftTerms = {
    start: hour(12),
    end: hour(14),
    label: '',
    isLead: false,
    place: null,
    stand: null,
  };
  const want = { shiftId: 'a', memberId: 'Ada', terms };
  const former: Current = { ...want, id: 'former', status: 'dropped-out', version: 3 };
  const after = applyDiff([former], diffRota([former], [want], now), () => 'new');
  expect(after).toEqual([{ ...former, status: 'assigned', version: 4 }]);
});

it('says what is different about a shift', () => {
  const before: ShiftTerms = {
    start: hour(12),
    end: hour(14),
    label: '',
    isLead: false,
    place: { name: 'ACC', address: 'Liverpool' },
    stand: null,
  };
  expect(changedParts(before, { ...before, place: { name: 'ACC', address: 'Liverpool' } })).toEqual([]);
  expect(changedParts(before, { ...before, end: hour(15), isLead: true })).toEqual(['time', 'lead']);
  expect(changedParts(before, { ...before, stand: 'Stand 14', label: 'Reception' })).toEqual([
    'place',
    'label',
  ]);
  expect(changedParts(before, { ...before, start: hour(11) })).toEqual(['time']);
  expect(changedParts(before, { ...before, place: null })).toEqual(['place']);
  const elsewhere = [
    { name: 'Town hall', address: 'Liverpool' },
    { name: 'ACC', address: 'Leeds' },
  ];
  for (const place of elsewhere) expect(changedParts(before, { ...before, place })).toEqual(['place']);
});
