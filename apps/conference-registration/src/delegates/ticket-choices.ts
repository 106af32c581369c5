import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { FindOrganisation } from '#people';
import { placesOf, type BookedDelegate, type BookingDetails } from '../booking-page/booking-details.js';
import { placePriceInWords, priceInWords } from '../booking-page/pages/cost.js';
import type { Code, TicketType } from '../catalogue/domain/catalogue.js';
import { codeIsFor } from '../catalogue/domain/catalogue.js';
import { ReadLeft } from '../catalogue/read-left.js';
import { discountOn } from '../members/domain/organisation.js';
import { dayThere, whyNotSold } from '../places/domain/on-sale.js';
import { allocationsFor, paidPrice } from '../pricing/domain/price.js';
import { CLOCK, type Clock } from '../tokens.js';

/** A ticket or an add-on that a delegate can have. */
export interface TicketChoice {
  readonly ticketType: TicketType;
  /** "£195.00 plus VAT" */
  readonly price: string;
  /** There is none to be had at the moment; what the delegate has already is never full. */
  readonly isFull: boolean;
}

export interface TicketChoices {
  readonly tickets: readonly TicketChoice[];
  readonly addOns: readonly TicketChoice[];
}

/** Finds what the delegates of a booking can choose from, and at which price; whether there are places for sure shows when they are taken. */
@Injectable()
export class FindTicketChoices {
  constructor(
    private readonly organisations: FindOrganisation,
    private readonly left: ReadLeft,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param delegate who keeps what they have at its price; `null`: somebody new */
  async of({ booking, catalogue }: BookingDetails, delegate: BookedDelegate | null): Promise<TicketChoices> {
    const now = this.clock();
    const on = dayThere(catalogue.conference, now);
    const { organisationId, category, codeId } = booking;
    const organisation = organisationId === null ? null : await this.organisations.byId(organisationId);
    const code = catalogue.codes.find(({ id }) => id === codeId) ?? null;
    const payer = { category, organisationId, discountPercent: discountOn(organisation, on) };
    const has = delegate === null ? [] : placesOf(delegate);
    const left = await this.left.of(catalogue);
    const choices = catalogue.ticketTypes.flatMap((ticketType): TicketChoice[] => {
      const own = has.find((place) => place.ticketType.id === ticketType.id);
      if (own !== undefined) return [{ ticketType, price: placePriceInWords(own), isFull: false }];
      const price = priceOf(ticketType, payer, on, code, now);
      // Applications are taken beyond what there is, and a code may keep places of its own.
      const isKept = code?.reserves === true && codeIsFor(code, ticketType);
      const isFull = left.get(ticketType.id) === 0 && !ticketType.needsApproval && !isKept;
      return price === null ? [] : [{ ticketType, price, isFull }];
    });
    return {
      tickets: choices.filter(({ ticketType }) => ticketType.kind === 'ticket'),
      addOns: choices.filter(({ ticketType }) => ticketType.kind === 'add-on'),
    };
  }
}

/** @returns `null` for what is not sold to them */
function priceOf(
  ticketType: TicketType,
  payer: Parameters<typeof paidPrice>[1] & Parameters<typeof allocationsFor>[1],
  on: Temporal.PlainDate,
  code: Code | null,
  now: Temporal.Instant,
): string | null {
  if (whyNotSold(ticketType, code, now) !== null) return null;
  const used = code !== null && codeIsFor(code, ticketType) ? code : null;
  const pence = paidPrice(ticketType, payer, on, used);
  const price = pence === undefined ? null : priceInWords(pence, ticketType.vatBasisPoints);
  if (allocationsFor(ticketType, payer).length === 0) return price;
  return price === null
    ? 'free, while your organisation has free places'
    : `free while your organisation has free places, then ${price}`;
}
