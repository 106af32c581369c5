import type { Answers } from '../../questions/domain/answer.js';
import { costOfBooking, type BookedDelegate, type BookingDetails } from '../booking-details.js';
import type { BookingDocument } from '../read-booking-documents.js';
import { missingOfDelegate, stillMissing } from '../still-missing.js';
import type { DelegateOutput, JourneyOutput } from './journey.schema.js';

const answersJson = (answers: Answers): DelegateOutput['answers'] =>
  Object.fromEntries(
    [...answers].map(([id, answer]) => [id, Array.isArray(answer) ? [...(answer as string[])] : answer]),
  ) as DelegateOutput['answers'];

/** A delegate of a booking as JSON. */
export function delegateJson(details: BookingDetails, booked: BookedDelegate): DelegateOutput {
  const { delegate, ticket, addOns, answers, withheld } = booked;
  return {
    number: delegate.number,
    status: delegate.status,
    name: delegate.name,
    email: delegate.email,
    phone: delegate.phone,
    jobTitle: delegate.jobTitle,
    badgeOrganisation: delegate.badgeOrganisation,
    ticketTypeId: ticket?.ticketType.id ?? null,
    addOnIds: addOns.map(({ ticketType }) => ticketType.id),
    answers: answersJson(new Map([...answers].filter(([id]) => !withheld.has(id)))),
    withheld: [...withheld],
    missing: missingOfDelegate(details, booked).map(({ message }) => message),
    version: delegate.version,
  };
}

/** A booking with all that is filled in, as JSON. */
export function journeyJson(details: BookingDetails, documents: readonly BookingDocument[]): JourneyOutput {
  const { booking, delegates, answers } = details;
  return {
    reference: booking.reference,
    status: booking.status,
    delegates: delegates.map((booked) => delegateJson(details, booked)),
    bookerPhone: booking.bookerPhone,
    answers: answersJson(answers),
    payment: booking.payment,
    purchaseOrder: booking.purchaseOrder,
    billTo: booking.billTo,
    totals: costOfBooking(details),
    missing: booking.status === 'held' ? stillMissing(details).map(({ message }) => message) : [],
    documents: documents.map((document) => ({ ...document })),
    version: booking.version,
  };
}
