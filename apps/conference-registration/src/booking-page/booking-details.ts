import type { BookingRow } from '../bookings/booking.entity.js';
import type { DelegateRow } from '../bookings/delegate.entity.js';
import type { Catalogue, TicketType } from '../catalogue/domain/catalogue.js';
import { totalOf, vatOn, type Amounts } from '../money/domain/vat.js';
import type { PlaceRow } from '../places/place.entity.js';
import type { Answers } from '../questions/domain/answer.js';

/** A ticket or an add-on within a booking, with what it costs. */
export interface BookedPlace extends Amounts {
  readonly place: PlaceRow;
  readonly ticketType: TicketType;
}

/** Somebody in a booking. */
export interface BookedDelegate {
  readonly delegate: DelegateRow;
  /** `null`: they have none (any more). */
  readonly ticket: BookedPlace | null;
  readonly addOns: readonly BookedPlace[];
  readonly answers: Answers;
}

/** A booking with all that is in it. */
export interface BookingDetails {
  readonly booking: BookingRow;
  readonly catalogue: Catalogue;
  /** In the order of their numbers, those who were cancelled too. */
  readonly delegates: readonly BookedDelegate[];
  /** About the booking as a whole. */
  readonly answers: Answers;
}

/** What a place costs. */
export function costOf({ netPence, vatBasisPoints }: PlaceRow): Amounts {
  const vatPence = vatOn(netPence, vatBasisPoints);
  return { netPence, vatPence, grossPence: netPence + vatPence };
}

/** All places of a delegate, the ticket first. */
export const placesOf = ({ ticket, addOns }: BookedDelegate): readonly BookedPlace[] =>
  ticket === null ? addOns : [ticket, ...addOns];

/** The ticket types of a delegate's places, by which they are asked questions. */
export const ticketTypeIdsOf = (delegate: BookedDelegate): readonly string[] =>
  placesOf(delegate).map(({ ticketType }) => ticketType.id);

/** What is bought: those who are to be accepted first pay nothing yet. */
export function costOfBooking({ delegates }: Pick<BookingDetails, 'delegates'>): Amounts {
  return totalOf(delegates.flatMap(placesOf).filter(({ place }) => place.status !== 'applied'));
}

/** Those who are still in the booking. */
export const currentDelegates = ({
  delegates,
}: Pick<BookingDetails, 'delegates'>): readonly BookedDelegate[] =>
  delegates.filter(({ delegate }) => delegate.status !== 'cancelled' && delegate.status !== 'declined');
