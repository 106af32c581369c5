import type { RoomTraveller, SharingWish } from './problem.js';

/** How two share: each in a bed of their own, or in one. */
export type Beds = 'apart' | 'together';

/** Whom somebody named, and for which beds. */
export function namedBy(wish: SharingWish): { readonly beds: Beds; readonly others: readonly string[] } {
  if (wish.kind === 'single') return { beds: 'apart', others: [] };
  if (wish.kind === 'double') return { beds: 'together', others: [wish.with] };
  return { beds: 'apart', others: wish.kind === 'twin' ? [wish.with] : wish.with };
}

type Wishing = Pick<RoomTraveller, 'id' | 'wish'>;

const names = (one: Wishing, other: Wishing, beds: Beds): boolean => {
  const named = namedBy(one.wish);
  return named.beds === beds && one.id !== other.id && named.others.includes(other.id);
};

/** How both stated that they share with each other; null where not both did, or not in the same way. */
export const sharedBeds = (one: Wishing, other: Wishing): Beds | null =>
  (['apart', 'together'] as const).find((beds) => names(one, other, beds) && names(other, one, beds)) ?? null;
