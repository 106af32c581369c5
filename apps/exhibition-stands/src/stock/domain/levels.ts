import type { Movement } from './movement.js';

/** An item in a place. */
export interface Spot {
  readonly itemId: string;
  readonly placeId: string;
}

/** How many of an item are in a place. */
export interface Level extends Spot {
  readonly quantity: number;
}

/** There is not as much as is to be taken. */
export interface Shortage extends Spot {
  readonly there: number;
  readonly wanted: number;
}

export type Applied =
  | { readonly ok: true; readonly levels: readonly Level[] }
  | { readonly ok: false; readonly shortage: Shortage };

/** The places that movements touch, in the order in which they are locked. */
export function spotsOf(movements: readonly Pick<Movement, 'itemId' | 'from' | 'to'>[]): readonly Spot[] {
  const spots = movements.flatMap(({ itemId, from, to }) =>
    [from, to].flatMap((placeId) => (placeId === null ? [] : [{ itemId, placeId }])),
  );
  const byKey = new Map(spots.map((spot) => [keyOf(spot), spot]));
  return [...byKey.entries()].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, spot]) => spot);
}

/**
 * What there is after movements, one after the other. Nothing is taken from where it is not.
 *
 * @param levels what there was; nothing where nothing is said
 * @returns the levels of all that was given or touched, or the first shortage
 */
export function applyMovements(levels: readonly Level[], movements: readonly Movement[]): Applied {
  const now = new Map(levels.map((level) => [keyOf(level), level]));
  for (const { itemId, from, to, quantity } of movements) {
    if (from !== null) {
      const spot = { itemId, placeId: from };
      const there = now.get(keyOf(spot))?.quantity ?? 0;
      if (there < quantity) return { ok: false, shortage: { ...spot, there, wanted: quantity } };
      now.set(keyOf(spot), { ...spot, quantity: there - quantity });
    }
    if (to !== null) {
      const spot = { itemId, placeId: to };
      const there = now.get(keyOf(spot))?.quantity ?? 0;
      now.set(keyOf(spot), { ...spot, quantity: there + quantity });
    }
  }
  return { ok: true, levels: [...now.values()] };
}

const keyOf = ({ itemId, placeId }: Spot): string => `${itemId} ${placeId}`;
