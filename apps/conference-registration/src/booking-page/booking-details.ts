import type { BookingRow } from '../bookings/booking.entity.js';
import type { DelegateRow } from '../bookings/delegate.entity.js';
import type { Catalogue, TicketType } from '../catalogue/domain/catalogue.js';
import { totalOf, vatOn, type Amounts } from '../money/domain/vat.js';
import type { PlaceRow } from '../places/place.entity.js';
import type { BookingAnswers } from '../questions/answer-store.js';
import { noAnswers, type Answers } from '../questions/domain/answer.js';
import { noConfidences, withheldFrom, type Confidences } from '../questions/domain/confidences.js';

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
  /** Which of the answers are of the special categories. */
  readonly inConfidence: Confidences;
  /** The questions whose answers are not shown to whoever it is read for; see `asSeenBy`. */
  readonly withheld: ReadonlySet<string>;
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

/** What belongs to a booking, as it is written down. */
export interface BookingRows {
  /** In the order of their numbers. */
  readonly delegates: readonly DelegateRow[];
  readonly places: readonly PlaceRow[];
  readonly answers: BookingAnswers;
}

/** A booking with all that is in it, put together. */
export function detailsOf(
  booking: BookingRow,
  catalogue: Catalogue,
  { delegates, places: rows, answers: { ofBooking, ofDelegates, inConfidence } }: BookingRows,
): BookingDetails {
  const places = keptPlaces(booking, catalogue, rows);
  return {
    booking,
    catalogue,
    delegates: delegates.map((delegate) => {
      const own = places.filter(({ place }) => place.delegateId === delegate.id);
      const said = inConfidence?.get(delegate.id) ?? noConfidences;
      return {
        delegate,
        ticket: own.find(({ ticketType }) => ticketType.kind === 'ticket') ?? null,
        addOns: own.filter(({ ticketType }) => ticketType.kind === 'add-on'),
        answers: ofDelegates.get(delegate.id) ?? noAnswers,
        inConfidence: said,
        withheld: withheldFrom('booker', said),
      };
    }),
    answers: ofBooking,
  };
}

/** Those that it has; of one whose time ran out those that it had then. */
function keptPlaces(
  booking: BookingRow,
  catalogue: Catalogue,
  rows: readonly PlaceRow[],
): readonly BookedPlace[] {
  // As `ResumeBooking` has it: nothing is given back later than that but by its running out.
  const over = booking.status === 'lapsed' ? booking.heldUntil : null;
  return rows
    .filter(
      ({ status, releasedAt }) =>
        status !== 'released' || (over !== null && releasedAt !== null && releasedAt >= over),
    )
    .flatMap((place) => {
      const ticketType = catalogue.ticketType.get(place.ticketTypeId);
      return ticketType === undefined ? [] : [{ place, ticketType, ...costOf(place) }];
    })
    .toSorted((a, b) => a.ticketType.position - b.ticketType.position);
}
