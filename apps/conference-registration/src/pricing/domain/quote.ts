import type { Temporal } from 'temporal-polyfill';
import {
  codeIsFor,
  type Catalogue,
  type Code,
  type FreeAllocation,
  type TicketType,
} from '../../catalogue/domain/catalogue.js';
import { totalOf, vatOn, type Amounts } from '../../money/domain/vat.js';
import { allocationsFor, paidPrice, type Payer } from './price.js';

/** For whom, when and with what a quote is made. */
export interface QuoteTerms extends Payer {
  /** Where the conference is. */
  readonly on: Temporal.PlainDate;
  readonly code: Code | null;
  /** How many places of each free allocation (by its id) there still are for the organisation; none where it is missing. */
  readonly allocationsLeft: ReadonlyMap<string, number>;
}

/** What one place costs. */
export interface QuotedLine extends Amounts {
  readonly ticketTypeId: string;
  readonly vatBasisPoints: number;
  /** That it is free out of; `null`: it is paid for. */
  readonly allocationId: string | null;
  /** The code did something for it: changed what is paid, opened a hidden ticket, or kept the place. */
  readonly usesCode: boolean;
}

export interface Quote {
  /** One for each place asked for, in the same order. */
  readonly lines: readonly QuotedLine[];
  readonly totals: Amounts;
}

/** That somebody cannot have what they asked for at any price. */
export interface NotForSale {
  readonly ticketType: TicketType;
  /** The allocations that they have a share in, all used up; none: it is not for their category. */
  readonly usedUp: readonly FreeAllocation[];
}

export type Quoted = { readonly ok: true; readonly quote: Quote } | ({ readonly ok: false } & NotForSale);

/**
 * What places cost. Of each ticket type as many are free as the organisation still has free places of it, and the rest is
 * paid for. VAT is worked out for each place by itself (VAT Notice 700 §17.5), so that an invoice's lines add up to its
 * total and a cancelled place is credited with exactly what it cost.
 *
 * @param ticketTypeIds one for each place
 * @throws RangeError for a ticket type that the conference does not have
 */
export function quote(catalogue: Catalogue, terms: QuoteTerms, ticketTypeIds: readonly string[]): Quoted {
  const left = new Map(terms.allocationsLeft);
  const lines: QuotedLine[] = [];
  for (const id of ticketTypeIds) {
    const ticketType = catalogue.ticketType.get(id);
    if (ticketType === undefined)
      throw new RangeError(`${catalogue.conference.slug} has no ticket type ${id}`);
    const line = quoteLine(ticketType, terms, left);
    if (line === null) return { ok: false, ticketType, usedUp: allocationsFor(ticketType, terms) };
    lines.push(line);
  }
  return { ok: true, quote: { lines, totals: totalOf(lines) } };
}

function quoteLine(ticketType: TicketType, terms: QuoteTerms, left: Map<string, number>): QuotedLine | null {
  const code = terms.code !== null && codeIsFor(terms.code, ticketType) ? terms.code : null;
  const allocation = allocationsFor(ticketType, terms).find(({ id }) => (left.get(id) ?? 0) > 0);
  const opened = code !== null && (code.reserves || ticketType.hidden);
  if (allocation) {
    left.set(allocation.id, (left.get(allocation.id) ?? 0) - 1);
    return lineOf(ticketType, 0, allocation.id, opened);
  }
  const pence = paidPrice(ticketType, terms, terms.on, code);
  if (pence === undefined) return null;
  return lineOf(ticketType, pence, null, opened || (code?.priceChange ?? null) !== null);
}

function lineOf(
  { id, vatBasisPoints }: TicketType,
  netPence: number,
  allocationId: string | null,
  usesCode: boolean,
): QuotedLine {
  const vatPence = vatOn(netPence, vatBasisPoints);
  return {
    ticketTypeId: id,
    vatBasisPoints,
    netPence,
    vatPence,
    grossPence: netPence + vatPence,
    allocationId,
    usesCode,
  };
}
