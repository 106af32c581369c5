import type { Temporal } from 'temporal-polyfill';
import type { Code, FreeAllocation, Price, TicketType } from '../../catalogue/domain/catalogue.js';
import { shareOf } from '../../money/domain/vat.js';
import type { PriceCategory } from '../../tickets/domain/ticket-type.js';

/** Who is to pay, as far as the price goes by it. */
export interface Payer {
  readonly category: PriceCategory;
  /** `null`: nobody who could have free places. */
  readonly organisationId: string | null;
  /** Negotiated, 0 to 100, in whole per cent. */
  readonly discountPercent: number;
}

/**
 * The price of a category on a day: of those that still hold, the one that ends first, so that an early price goes before
 * the ordinary one.
 *
 * @param on where the conference is
 * @returns `undefined`: the category cannot buy it
 */
export function priceOn(
  { prices }: Pick<TicketType, 'prices'>,
  category: PriceCategory,
  on: Temporal.PlainDate,
): Price | undefined {
  const day = on.toString();
  // ISO dates sort as text.
  return prices
    .filter((price) => price.category === category && price.until >= day)
    .reduce<Price | undefined>(
      (first, price) => (first && first.until <= price.until ? first : price),
      undefined,
    );
}

/**
 * What a place costs that is not free, before VAT: the category's price, less the negotiated discount, then what the code
 * does. Each step is rounded half up to the penny.
 *
 * @param code that applies to it, if one does
 * @returns whole pence; `undefined`: it cannot be bought
 */
export function paidPrice(
  ticketType: Pick<TicketType, 'prices'>,
  { category, discountPercent }: Pick<Payer, 'category' | 'discountPercent'>,
  on: Temporal.PlainDate,
  code: Code | null,
): number | undefined {
  const change = code?.priceChange ?? null;
  if (change?.kind === 'price') return change.pence;
  const price = priceOn(ticketType, category, on);
  if (price === undefined) return undefined;
  const own = shareOf(price.pence, 100 - discountPercent, 100);
  if (change === null) return own;
  return change.kind === 'percent'
    ? shareOf(own, 100 - change.percent, 100)
    : Math.max(0, own - change.pence);
}

/** The free allocations that an organisation has a share in, its very own first. */
export function allocationsFor(
  { allocations }: Pick<TicketType, 'allocations'>,
  { category, organisationId }: Pick<Payer, 'category' | 'organisationId'>,
): readonly FreeAllocation[] {
  if (organisationId === null) return [];
  return [
    ...allocations.filter((allocation) => allocation.organisationId === organisationId),
    ...allocations.filter((allocation) => allocation.category === category),
  ];
}

/** Whether there is any way to a place for them on a day, free or not; whether what is free is used up is not looked at. */
export const canBuy = (
  ticketType: Pick<TicketType, 'prices' | 'allocations'>,
  payer: Pick<Payer, 'category' | 'organisationId'>,
  on: Temporal.PlainDate,
): boolean =>
  priceOn(ticketType, payer.category, on) !== undefined || allocationsFor(ticketType, payer).length > 0;
