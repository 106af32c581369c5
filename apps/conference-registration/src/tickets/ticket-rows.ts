import { dateOf, instantOf } from '#platform';
import { beginningOf, dayOf, endOf, lastDayBefore } from '../set-up/domain/days.js';
import type { TicketDetails } from './domain/ticket-details.js';
import type { Ticket } from './domain/ticket.js';
import type { PriceRow } from './price.entity.js';
import type { TicketTypeRow } from './ticket-type.entity.js';

/** @param prices of this ticket type @param zone the conference's */
export function ticketFrom(row: TicketTypeRow, prices: readonly PriceRow[], zone: string): Ticket {
  const { onSaleFrom, onSaleUntil, withdrawnAt, ...rest } = row;
  return {
    ...rest,
    onSaleFrom: onSaleFrom && dayOf(instantOf(onSaleFrom), zone),
    onSaleUntil: onSaleUntil && lastDayBefore(instantOf(onSaleUntil), zone),
    withdrawnAt: withdrawnAt && instantOf(withdrawnAt),
    prices: prices.map(({ category, until, pence }) => ({ category, until, pence })),
  };
}

/** What the row of a ticket type says of its details. */
export function ticketValues(details: TicketDetails, zone: string) {
  const { prices: _, onSaleFrom, onSaleUntil, days, ...rest } = details;
  return {
    ...rest,
    days: [...days],
    onSaleFrom: onSaleFrom === null ? null : dateOf(beginningOf(onSaleFrom, zone)),
    onSaleUntil: onSaleUntil === null ? null : dateOf(endOf(onSaleUntil, zone)),
  };
}
