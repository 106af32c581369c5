/** What a movement of stock is; `count` and `correction` are written by what finds a difference. */
export const movementKinds = ['receive', 'move', 'hand-out', 'return', 'count', 'correction'] as const;

export type MovementKind = (typeof movementKinds)[number];

/** What people record as it happens. */
export const recordedKinds = ['receive', 'move', 'hand-out', 'return'] as const;

export type RecordedKind = (typeof recordedKinds)[number];

/** The most that one movement or count speaks of. */
export const mostMoved = 100_000;

/** A line of the ledger: so many of an item leave one place, come to another, or both. */
export interface Movement {
  readonly kind: MovementKind;
  readonly itemId: string;
  /** `null`: from outside. */
  readonly from: string | null;
  /** `null`: out of our hands. */
  readonly to: string | null;
  /** 1 to {@link mostMoved}. */
  readonly quantity: number;
  /** The movement that a correction sets right. */
  readonly corrects: string | null;
}

/** Which ends a recorded movement has: what is received or returned comes from outside, what is handed out goes there. */
export const endsOf: Readonly<Record<RecordedKind, { readonly from: boolean; readonly to: boolean }>> = {
  receive: { from: false, to: true },
  move: { from: true, to: true },
  'hand-out': { from: true, to: false },
  return: { from: false, to: true },
};

/**
 * The line that makes what is known of an item in a place what was counted there.
 *
 * @returns `null` where they agree
 */
export function countMovement(
  { itemId, placeId }: { readonly itemId: string; readonly placeId: string },
  known: number,
  counted: number,
): Movement | null {
  if (counted === known) return null;
  const isMore = counted > known;
  return {
    kind: 'count',
    itemId,
    from: isMore ? null : placeId,
    to: isMore ? placeId : null,
    quantity: Math.abs(counted - known),
    corrects: null,
  };
}

/**
 * The line that sets a movement right; the movement itself stays as it was written.
 *
 * @param counts how much it counts for now, with earlier corrections of it
 * @param right how much it should have been; 0: it did not happen
 * @returns `null` where that is what it counts for already
 */
export function correctionOf(
  { id, itemId, from, to }: Pick<Movement, 'itemId' | 'from' | 'to'> & { readonly id: string },
  counts: number,
  right: number,
): Movement | null {
  if (right === counts) return null;
  const isMore = right > counts;
  return {
    kind: 'correction',
    itemId,
    from: isMore ? from : to,
    to: isMore ? to : from,
    quantity: Math.abs(right - counts),
    corrects: id,
  };
}

/**
 * How much a movement counts for with its corrections.
 *
 * @param corrections each in the direction of the movement, or against it
 */
export function countsFor(
  movement: Pick<Movement, 'from' | 'to' | 'quantity'>,
  corrections: readonly Pick<Movement, 'from' | 'to' | 'quantity'>[],
): number {
  return corrections.reduce(
    (sum, { from, to, quantity }) =>
      from === movement.from && to === movement.to ? sum + quantity : sum - quantity,
    movement.quantity,
  );
}
