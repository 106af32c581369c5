import { instantOf } from '#platform';
import { placesOf, type BookedPlace, type BookingDetails } from '../../booking-page/booking-details.js';
import { totalOf } from '../../money/domain/vat.js';
import type { BookingOutput } from './booking.schema.js';

type PlaceOutput = BookingOutput['delegates'][number]['places'][number];

/** A booking as JSON, for those who have a right to it. */
export function bookingJson({ booking, catalogue, delegates }: BookingDetails): BookingOutput {
  const { conference } = catalogue;
  const shown = delegates.map((booked) => ({
    number: booked.delegate.number,
    status: booked.delegate.status,
    name: booked.delegate.name,
    places: placesOf(booked).flatMap(placeJson),
  }));
  const { organisationId, organisationName } = booking;
  return {
    reference: booking.reference,
    status: booking.status,
    conference: { id: conference.id, slug: conference.slug, title: conference.title },
    bookedFor: booking.bookedFor,
    organisation: organisationName === '' ? null : { id: organisationId, name: organisationName },
    category: booking.category,
    heldUntil: booking.heldUntil && instantOf(booking.heldUntil).toString(),
    extended: booking.extended,
    delegates: shown,
    totals: totalOf(shown.flatMap((delegate) => delegate.places)),
    version: booking.version,
  };
}

function placeJson({ place, ticketType, netPence, vatPence, grossPence }: BookedPlace): PlaceOutput[] {
  const { status, vatBasisPoints, freeAllocationId } = place;
  if (status !== 'held' && status !== 'applied' && status !== 'confirmed') return [];
  return [
    {
      ticketTypeId: ticketType.id,
      name: ticketType.name,
      kind: ticketType.kind,
      status,
      netPence,
      vatPence,
      grossPence,
      vatBasisPoints,
      isFree: freeAllocationId !== null,
    },
  ];
}
