import { Temporal } from 'temporal-polyfill';
import { categories, type Category } from '../../members/domain/organisation.js';
import { priceOn } from '../../pricing/domain/price.js';
import { ordinaryUntil } from '../../tickets/domain/ticket-type.js';
import type { Catalogue, TicketType } from './catalogue.js';

/** What a category pays on a day, and what changes about that. Pence before VAT. */
export interface OfferedPrice {
  readonly category: Category;
  /** `null`: the category can have no more than the free places. */
  readonly pence: number | null;
  /** The last day of an early price; `null` for the ordinary one. */
  readonly until: Temporal.PlainDate | null;
  /** What it costs after that day; `null`: nothing changes, or it is not to be had any more. */
  readonly later: number | null;
  /** Free places that each organisation of the category has; 0: none. */
  readonly free: number;
}

/** `later` and `ended`: outside the times in which it is sold. */
export type Sale =
  | { readonly when: 'now'; readonly until: Temporal.Instant | null }
  | { readonly when: 'later'; readonly from: Temporal.Instant }
  | { readonly when: 'ended' };

/** A ticket or an add-on as everybody sees it. */
export interface OfferedTicket {
  readonly ticketType: TicketType;
  /** For every category that can have it, in the order of the categories. */
  readonly prices: readonly OfferedPrice[];
  readonly sale: Sale;
}

/** What one category is offered of a ticket on a day; `null`: nothing. */
export function offeredPrice(
  ticketType: Pick<TicketType, 'prices' | 'allocations'>,
  category: Category,
  on: Temporal.PlainDate,
): OfferedPrice | null {
  const free = ticketType.allocations
    .filter((each) => each.category === category)
    .reduce((sum, { places }) => sum + places, 0);
  const price = priceOn(ticketType, category, on);
  if (price === undefined)
    return free === 0 ? null : { category, pence: null, until: null, later: null, free };
  if (price.until === ordinaryUntil) return { category, pence: price.pence, until: null, later: null, free };
  const until = Temporal.PlainDate.from(price.until);
  const later = priceOn(ticketType, category, until.add({ days: 1 }))?.pence ?? null;
  return { category, pence: price.pence, until, later, free };
}

function saleOf({ onSaleFrom, onSaleUntil }: TicketType, now: Temporal.Instant): Sale {
  if (onSaleUntil !== null && Temporal.Instant.compare(now, onSaleUntil) >= 0) return { when: 'ended' };
  if (onSaleFrom !== null && Temporal.Instant.compare(now, onSaleFrom) < 0) {
    return { when: 'later', from: onSaleFrom };
  }
  return { when: 'now', until: onSaleUntil };
}

/**
 * What a conference offers to everybody at a moment: neither what a code opens nor what was withdrawn, and nothing that no
 * category can have.
 */
export function offeredTickets(
  { conference, ticketTypes }: Catalogue,
  now: Temporal.Instant,
): readonly OfferedTicket[] {
  const today = now.toZonedDateTimeISO(conference.zone).toPlainDate();
  return ticketTypes
    .filter(({ hidden, withdrawnAt }) => !hidden && withdrawnAt === null)
    .map((ticketType) => ({
      ticketType,
      prices: categories.flatMap((category) => offeredPrice(ticketType, category, today) ?? []),
      sale: saleOf(ticketType, now),
    }))
    .filter(({ prices }) => prices.length > 0);
}
