import type { Catalogue, TicketType } from '../../catalogue/domain/catalogue.js';
import { allocationsFor } from '../../pricing/domain/price.js';
import { quote, type QuotedLine } from '../../pricing/domain/quote.js';
import { allocationKey, keyOf, type Counts } from './limits.js';
import type { Refusal } from './refusal.js';
import type { KeptPlace, Taking, Wanted } from './wanted.js';

/** One thing wanted, with what it may come from. */
export interface Slot {
  readonly wanted: Wanted;
  readonly ticketType: TicketType;
  /** Its delegate waits to be accepted, so it takes nothing yet. */
  readonly applies: boolean;
  /** The kept place that it becomes; `null`: it is a new one. */
  readonly from: KeptPlace | null;
}

/** A kept or offered place has its price only once somebody takes it. */
export const unpriced: Omit<QuotedLine, 'ticketTypeId' | 'vatBasisPoints'> = {
  netPence: 0,
  vatPence: 0,
  grossPence: 0,
  allocationId: null,
  usesCode: false,
};

/**
 * What each costs. Of what is free the organisation's share goes first.
 *
 * @returns one line for each, or why one cannot be had at any price
 */
export function priceSlots(
  catalogue: Catalogue,
  taking: Taking,
  slots: readonly Slot[],
  counts: Counts,
): { readonly lines: readonly QuotedLine[] } | { readonly refusal: Refusal } {
  if (taking.status === 'reserved' || taking.status === 'offered') {
    return {
      lines: slots.map(({ ticketType: { id, vatBasisPoints } }) => ({
        ...unpriced,
        ticketTypeId: id,
        vatBasisPoints,
      })),
    };
  }
  const lines: QuotedLine[] = [];
  const left = allocationsLeft(catalogue, taking, counts);
  for (const { ticketType, applies } of slots) {
    // Whoever applies has a share of what is free only once they are accepted.
    const allocations: ReadonlyMap<string, number> = applies ? new Map() : left;
    const quoted = quote(catalogue, { ...taking, allocationsLeft: allocations }, [ticketType.id]);
    const line = quoted.ok ? quoted.quote.lines[0] : undefined;
    if (line) {
      if (line.allocationId) left.set(line.allocationId, (left.get(line.allocationId) ?? 0) - 1);
      lines.push(line);
    } else if (applies && allocationsFor(ticketType, taking).length > 0) {
      lines.push({ ...unpriced, ticketTypeId: ticketType.id, vatBasisPoints: ticketType.vatBasisPoints });
    } else {
      return { refusal: notForSale(ticketType, taking) };
    }
  }
  return { lines };
}

function notForSale(ticketType: TicketType, taking: Taking): Refusal {
  const usedUp = allocationsFor(ticketType, taking);
  return usedUp.length > 0
    ? { code: 'allocation-used', ticketType, usedUp }
    : { code: 'not-on-sale', ticketType, why: 'not-for-category', at: null };
}

function allocationsLeft(catalogue: Catalogue, taking: Taking, counts: Counts): Map<string, number> {
  const all = catalogue.ticketTypes.flatMap((ticketType) => allocationsFor(ticketType, taking));
  return new Map(
    all.map(({ id, places }) => [
      id,
      places - (counts.get(keyOf(allocationKey(id, taking.organisationKey)))?.taken ?? 0),
    ]),
  );
}
