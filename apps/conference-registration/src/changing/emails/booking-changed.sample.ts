import type { MailSample } from '#contracts';
import { bookingChangedEmail } from './booking-changed.email.js';
import { sampleBooking, sampleCreditNote, sampleGuestBooking, sampleInvoice } from './sample-booking.js';

const sentWhen =
  'Somebody else takes a place, tickets change, delegates are added, or an approval is asked for again.';

export const samples: readonly MailSample[] = [
  {
    name: 'booking-changed',
    kind: 'bookings',
    title: 'Booking changed',
    sentWhen,
    make: () =>
      bookingChangedEmail({
        ...sampleBooking,
        changes: ['Xiu Example has now: Day ticket and Civic dinner.', 'Given up: Both days.'],
        creditNotes: [sampleCreditNote],
        invoice: sampleInvoice,
      }),
  },
  {
    name: 'booking-changed-of-guest',
    kind: 'booking-links',
    title: 'Booking of a guest changed',
    sentWhen,
    make: () =>
      bookingChangedEmail({
        ...sampleGuestBooking,
        changes: ['Ada <b>Sample</b> takes the place of Xiu Example.'],
        creditNotes: [],
        invoice: null,
      }),
  },
];
