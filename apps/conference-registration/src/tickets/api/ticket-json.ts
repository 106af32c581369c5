import { accepted } from '#checks';
import { dayFromIso } from '../../set-up/domain/days.js';
import type { TicketInput } from '../domain/ticket-details.js';
import { ordinaryUntil } from '../domain/ticket-type.js';
import type { Ticket } from '../domain/ticket.js';
import type { TicketOutput, TicketSent } from './ticket.schema.js';

/** A ticket type as the API tells of it. */
export function ticketJson(ticket: Ticket): TicketOutput {
  const { conferenceId: _, withdrawnAt, prices, days, ...rest } = ticket;
  return {
    ...rest,
    days: [...days],
    prices: prices.map(({ category, until, pence }) => ({
      category,
      until: until === ordinaryUntil ? null : until,
      pence,
    })),
    withdrawn: withdrawnAt !== null,
  };
}

/** What a program sends of a ticket type, as the rules take it. */
export function readTicketJson(sent: TicketSent): TicketInput {
  return {
    ...sent,
    vatBasisPoints: accepted(sent.vatBasisPoints),
    least: accepted(sent.least),
    most: accepted(sent.most),
    onSaleFrom: dayFromIso(sent.onSaleFrom, 'onSaleFrom'),
    onSaleUntil: dayFromIso(sent.onSaleUntil, 'onSaleUntil'),
    prices: accepted(
      sent.prices.map(({ category, until, pence }, index) => ({
        field: `prices.${index}.pence`,
        untilField: `prices.${index}.until`,
        category,
        until: dayFromIso(until, `prices.${index}.until`),
        pence: accepted(pence),
      })),
    ),
  };
}
