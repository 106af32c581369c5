import type { MailSample } from '#contracts';
import { sampleBooking } from './sample-booking.js';
import { staffAskedEmail } from './staff-asked.email.js';

export const samples: readonly MailSample[] = [
  {
    name: 'staff-asked',
    kind: 'bookings',
    title: 'Question about a booking',
    sentWhen: 'Whoever booked asks the staff for something; it goes to the conference’s contact.',
    make: () =>
      staffAskedEmail({
        ...sampleBooking,
        name: sampleBooking.bookerName,
        organisation: 'Rochdale <Borough> Council',
        email: 'sal@example.org',
        message: 'Ada is ill.\nCan Xiu come instead, although it is late?',
      }),
  },
];
