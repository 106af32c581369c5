/** What an exhibition did with an item. */
interface EarlierUse {
  readonly itemId: string;
  readonly used: number;
  readonly brought: number;
}

/** How many of an item are in a place. */
interface There {
  readonly itemId: string;
  readonly placeId: string;
  readonly quantity: number;
}

/** A line that a packing list may begin with. */
export interface ProposedLine {
  readonly itemId: string;
  readonly quantity: number;
  readonly fromPlaceId: string;
}

/**
 * What to pack for an exhibition, from what an earlier one used: of what is used up, as many as were; of what came back (a
 * banner, a tablecloth), as many as were brought. Each is taken from where most of it is.
 *
 * @param places where things may be taken from; where there is none of it, from the first
 */
export function packingFrom(
  uses: readonly EarlierUse[],
  levels: readonly There[],
  places: readonly string[],
): readonly ProposedLine[] {
  return uses.flatMap(({ itemId, used, brought }) => {
    const quantity = used > 0 ? used : brought;
    const there = levels
      .filter((level) => level.itemId === itemId && places.includes(level.placeId))
      .toSorted((one, other) => other.quantity - one.quantity);
    const fromPlaceId = there[0]?.placeId ?? places[0];
    return quantity > 0 && fromPlaceId !== undefined ? [{ itemId, quantity, fromPlaceId }] : [];
  });
}
