import fc from 'fast-check';
import { moved, moveText, readMove, type Move } from './order.js';

const list = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 8 });
const step = fc.constantFrom<-1 | 1>(-1, 1);

it('a move keeps every thing, changes two neighbours at most, and back again is as before', () => {
  fc.assert(
    fc.property(list, fc.nat(7), step, (ids, at, by) => {
      const from = at % ids.length;
      const id = ids[from] ?? '';
      const after = moved(ids, { id, by, from });
      expect(after.toSorted()).toEqual(ids.toSorted());
      const isAtEnd = ids[from + by] === undefined;
      expect(after[isAtEnd ? from : from + by]).toBe(id);
      if (!isAtEnd) expect(moved(after, { id, by: by === 1 ? -1 : 1, from: from + by })).toEqual(ids);
    }),
  );
});

it('a second press of the same button does nothing', () => {
  const move: Move = { id: 'b', by: -1, from: 1 };
  const once = moved(['a', 'b', 'c'], move);
  expect(once).toEqual(['b', 'a', 'c']);
  expect(moved(once, move)).toEqual(once);
  // Nor does it where somebody else has moved the thing meanwhile.
  expect(moved(['a', 'c', 'b'], move)).toEqual(['a', 'c', 'b']);
});

it('reads what a button sends, and nothing else', () => {
  fc.assert(
    fc.property(fc.uuid(), step, fc.nat(999), (id, by, from) => {
      expect(readMove(moveText({ id, by, from }))).toEqual({ id, by, from });
    }),
  );
  expect(readMove('up somewhere 1')).toBeNull();
  expect(readMove('')).toBeNull();
});
