import { Temporal } from 'temporal-polyfill';
import type { Question } from '../../questions/domain/question.js';
import type { PriceChange } from '../../codes/domain/price-change.js';
import type { Format, PriceCategory, TicketKind } from '../../tickets/domain/ticket-type.js';
import type { Conference } from './conference.js';

/** What one category pays until a day. */
export interface Price {
  readonly category: PriceCategory;
  /** The last day, ISO, where the conference is; `ordinaryUntil` where it has none. */
  readonly until: string;
  /** Before VAT. */
  readonly pence: number;
}

/** A ticket, or an add-on that goes with one. */
export interface TicketType {
  readonly id: string;
  readonly position: number;
  readonly kind: TicketKind;
  readonly name: string;
  readonly description: string;
  /** ISO days; none: all days of the conference. */
  readonly days: readonly string[];
  readonly format: Format;
  readonly vatBasisPoints: number;
  readonly hidden: boolean;
  readonly least: number;
  readonly most: number | null;
  readonly needsApproval: boolean;
  readonly onSaleFrom: Temporal.Instant | null;
  readonly onSaleUntil: Temporal.Instant | null;
  readonly withdrawnAt: Temporal.Instant | null;
  /** Of all categories, in no order. */
  readonly prices: readonly Price[];
  /** Those that can be had free of charge by some. */
  readonly allocations: readonly FreeAllocation[];
  /** The pools that each of its places is taken from. */
  readonly pools: readonly Pool[];
}

/** Places that are free for each organisation of a category, or for one organisation. */
export interface FreeAllocation {
  readonly id: string;
  readonly ticketTypeId: string;
  readonly category: PriceCategory | null;
  readonly organisationId: string | null;
  readonly places: number;
}

/** How many places of some ticket types there are together, or for each organisation. */
export interface Pool {
  readonly id: string;
  readonly position: number;
  readonly name: string;
  readonly capacity: number;
  readonly perOrganisation: boolean;
  readonly ticketTypeIds: readonly string[];
}

/** A word that changes the price, keeps places or opens hidden tickets. */
export interface Code {
  readonly id: string;
  /** In capitals. */
  readonly code: string;
  readonly priceChange: PriceChange | null;
  readonly reserves: boolean;
  /** How many places can be had with it; `null`: any number. */
  readonly uses: number | null;
  readonly expiresAt: Temporal.Instant | null;
  readonly organisationId: string | null;
  /** None: every ticket, but no add-on. */
  readonly ticketTypeIds: readonly string[];
  readonly endedAt: Temporal.Instant | null;
}

/**
 * All that one conference offers, as it was when the conference had this version. It never changes: a changed conference
 * has another version and another catalogue.
 */
export interface Catalogue {
  readonly conference: Conference;
  /** In the order in which they are shown. */
  readonly ticketTypes: readonly TicketType[];
  readonly ticketType: ReadonlyMap<string, TicketType>;
  readonly pools: readonly Pool[];
  readonly codes: readonly Code[];
  /** In their order, those that are asked no more left out. */
  readonly questions: readonly Question[];
}

/** The code that somebody typed, in capitals or not; `null` when the conference has none like it. */
export function codeTyped({ codes }: Catalogue, typed: string): Code | null {
  const wanted = typed.trim().toUpperCase();
  return codes.find(({ code }) => code.toUpperCase() === wanted) ?? null;
}

/** Whether a code is for places of a ticket type. */
export const codeIsFor = ({ ticketTypeIds }: Code, { id, kind }: Pick<TicketType, 'id' | 'kind'>): boolean =>
  ticketTypeIds.length === 0 ? kind === 'ticket' : ticketTypeIds.includes(id);

/** Whether a code does something still. */
export const isInForce = ({ expiresAt, endedAt }: Code, now: Temporal.Instant): boolean =>
  endedAt === null && (expiresAt === null || Temporal.Instant.compare(now, expiresAt) < 0);
