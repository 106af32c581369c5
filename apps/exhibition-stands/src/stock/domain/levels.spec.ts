import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyMovements, spotsOf, type Level } from './levels.js';
import { correctionOf, countMovement, countsFor, type Movement } from './movement.js';

const items = ['i1', 'i2'] as const;
const places = ['p1', 'p2', 'p3'] as const;
const place = fc.constantFrom(...places);
const item = fc.constantFrom(...items);
const quantity = fc.integer({ min: 1, max: 20 });

/** What somebody does, whether or not there is enough for it. */
type Deed =
  | {
      readonly deed: 'record';
      readonly item: string;
      readonly from: string | null;
      readonly to: string | null;
      readonly quantity: number;
    }
  | { readonly deed: 'count'; readonly item: string; readonly place: string; readonly counted: number }
  | { readonly deed: 'correct'; readonly which: number; readonly right: number };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    deed: fc.constant('record' as const),
    item,
    from: fc.option(place),
    to: fc.option(place),
    quantity,
  }),
  fc.record({ deed: fc.constant('count' as const), item, place, counted: fc.integer({ min: 0, max: 30 }) }),
  fc.record({
    deed: fc.constant('correct' as const),
    which: fc.nat(),
    right: fc.integer({ min: 0, max: 30 }),
  }),
);

/** Does them all; what there is not enough for is refused. */
function doAll(deeds: readonly Deed[]) {
  let levels: readonly Level[] = [];
  const ledger: (Movement & { id: string })[] = [];
  const known = (itemId: string, placeId: string) =>
    levels.find((level) => level.itemId === itemId && level.placeId === placeId)?.quantity ?? 0;
  for (const each of deeds) {
    const movement = lineOf(each, ledger, known);
    if (movement === null) continue;
    const applied = applyMovements(levels, [movement]);
    if (!applied.ok) continue;
    levels = applied.levels;
    ledger.push({ ...movement, id: String(ledger.length) });
  }
  return { levels, ledger, known };
}

function lineOf(
  each: Deed,
  ledger: readonly (Movement & { id: string })[],
  known: (item: string, place: string) => number,
): Movement | null {
  if (each.deed === 'count') {
    const spot = { itemId: each.item, placeId: each.place };
    return countMovement(spot, known(each.item, each.place), each.counted);
  }
  if (each.deed === 'correct') {
    const wrong = ledger[each.which % Math.max(1, ledger.length)];
    if (wrong === undefined || wrong.kind === 'correction') return null;
    const counts = countsFor(
      wrong,
      ledger.filter((line) => line.corrects === wrong.id),
    );
    return correctionOf(wrong, counts, each.right);
  }
  if (each.from === each.to) return null;
  const { from, to } = each;
  return { kind: 'move', itemId: each.item, from, to, quantity: each.quantity, corrects: null };
}

/** What the ledger says by itself. */
const sumOf = (ledger: readonly Movement[], itemId: string, placeId: string) =>
  ledger.reduce(
    (sum, line) =>
      line.itemId !== itemId
        ? sum
        : sum + (line.to === placeId ? line.quantity : 0) - (line.from === placeId ? line.quantity : 0),
    0,
  );

describe('levels of stock', () => {
  it('are the sum of the ledger and never negative, whatever is done', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
        const { known, ledger } = doAll(deeds);
        for (const itemId of items) {
          for (const placeId of places) {
            expect(known(itemId, placeId)).toBe(sumOf(ledger, itemId, placeId));
            expect(known(itemId, placeId)).toBeGreaterThanOrEqual(0);
          }
        }
        expect(ledger.every((line) => line.quantity > 0)).toBe(true);
      }),
    );
  });

  it('are what was counted once it was counted', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 30 }), item, place, fc.nat(40), (deeds, itemId, placeId, n) => {
        const { known } = doAll([...deeds, { deed: 'count', item: itemId, place: placeId, counted: n }]);
        expect(known(itemId, placeId)).toBe(n);
      }),
    );
  });

  it('say how many there are when somebody wants more', () => {
    const levels = [{ itemId: 'i1', placeId: 'p1', quantity: 3 }];
    const wanted: Movement = {
      kind: 'hand-out',
      itemId: 'i1',
      from: 'p1',
      to: null,
      quantity: 4,
      corrects: null,
    };
    expect(applyMovements(levels, [wanted])).toEqual({
      ok: false,
      shortage: { itemId: 'i1', placeId: 'p1', there: 3, wanted: 4 },
    });
    expect(applyMovements(levels, [{ ...wanted, quantity: 3 }])).toEqual({
      ok: true,
      levels: [{ itemId: 'i1', placeId: 'p1', quantity: 0 }],
    });
  });

  it('are locked in one order, whichever way something is moved', () => {
    const there = spotsOf([{ itemId: 'i1', from: 'p2', to: 'p1' }]);
    const back = spotsOf([{ itemId: 'i1', from: 'p1', to: 'p2' }]);
    expect(there).toEqual(back);
    expect(there.map(({ placeId }) => placeId)).toEqual(['p1', 'p2']);
  });
});

describe('a correction', () => {
  const line = { id: 'm1', itemId: 'i1', from: 'p1', to: 'p2', quantity: 5 };

  it('takes back what was too much, and adds what was missing', () => {
    expect(correctionOf(line, 5, 3)).toMatchObject({ from: 'p2', to: 'p1', quantity: 2, corrects: 'm1' });
    expect(correctionOf(line, 5, 8)).toMatchObject({ from: 'p1', to: 'p2', quantity: 3, corrects: 'm1' });
    expect(correctionOf(line, 5, 5)).toBeNull();
  });

  it('of a correction makes the movement count for what is right', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 10 }), (rights) => {
        const corrections: Movement[] = [];
        for (const right of rights) {
          const correction = correctionOf(line, countsFor(line, corrections), right);
          if (correction !== null) corrections.push(correction);
        }
        expect(countsFor(line, corrections)).toBe(rights.at(-1) ?? 5);
      }),
    );
  });
});
