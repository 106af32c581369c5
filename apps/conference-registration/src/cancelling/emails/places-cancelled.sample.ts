import type { MailSample } from '#contracts';
import { sampleBooking, sampleCreditNote, sampleGuestBooking } from '../../changing/emails/sample-booking.js';
import { placesCancelledEmail, type PlacesCancelledMail } from './places-cancelled.email.js';

const sample: PlacesCancelledMail = {
  ...sampleBooking,
  names: ['Xiu Example'],
  isWhole: false,
  reason: null,
  invoicedPence: 23_400,
  creditNotes: [sampleCreditNote],
};

const named = (
  name: string,
  title: string,
  sentWhen: string,
  different: Partial<PlacesCancelledMail>,
): MailSample => ({
  name,
  kind: different.isLinkSecret === true ? 'booking-links' : 'bookings',
  title,
  sentWhen,
  make: () => placesCancelledEmail({ ...sample, ...different }),
});

export const samples: readonly MailSample[] = [
  named('places-cancelled', 'Place cancelled', 'One or several delegates of a booking are cancelled.', {}),
  named('places-cancelled-all', 'Booking of a guest cancelled', 'All delegates of a booking are cancelled.', {
    ...sampleGuestBooking,
    isWhole: true,
    names: ['Ada <b>Sample</b>'],
    creditNotes: [],
  }),
  named(
    'places-cancelled-conference',
    'Booking cancelled with its conference',
    'Staff cancel all bookings of a conference that does not take place.',
    {
      isWhole: true,
      names: ['Xiu Example', 'Ada Sample'],
      reason: 'The conference is cancelled: the hall has been flooded.',
      invoicedPence: 18_720,
    },
  ),
];
