import type { MailSample } from '#contracts';
import { cannotComeEmail } from './cannot-come.email.js';
import { sampleBooking } from './sample-booking.js';

export const samples: readonly MailSample[] = [
  {
    name: 'cannot-come',
    kind: 'bookings',
    title: 'A delegate cannot come',
    sentWhen: 'A delegate says on their own page that they cannot come.',
    make: () =>
      cannotComeEmail({
        ...sampleBooking,
        name: 'Ada <b>Sample</b>',
        message: 'I have another meeting that day & cannot move it.',
        decideUrl: `${sampleBooking.bookingUrl}/delegates/2/change`,
      }),
  },
];
