import type { MailSample } from '#contracts';
import { sampleBooking } from '../../changing/emails/sample-booking.js';
import { sampleInvitation, sampleSite } from '../../confirming/emails/sample-conference.js';
import { placeLostEmail, type LostBecause } from './place-lost.email.js';

const named = (
  name: string,
  title: string,
  sentWhen: string,
  because: LostBecause,
  reason: string | null = null,
): MailSample => ({
  name,
  kind: 'bookings',
  title,
  sentWhen,
  make: () => ({
    ...placeLostEmail({
      ...sampleBooking,
      name: 'Xiu Example',
      bookedBy: sampleBooking.bookerName,
      because,
      reason,
      conferenceUrl: `${sampleSite}/conference/annual-conference-2027`,
    }),
    calendar: { method: 'CANCEL', content: sampleInvitation({}, true) },
  }),
});

export const samples: readonly MailSample[] = [
  named('place-lost', 'Delegate cancelled', 'A delegate’s place is cancelled.', 'cancelled'),
  named(
    'place-lost-replaced',
    'Somebody else takes a place',
    'Somebody else is put in a delegate’s place.',
    'replaced',
  ),
  named(
    'place-lost-declined',
    'Place declined',
    'Staff decline somebody who had a place.',
    'declined',
    'The places are for new members.',
  ),
  named(
    'place-lost-conference',
    'Conference cancelled, to a delegate',
    'Staff cancel all bookings of a conference that does not take place.',
    'conference-cancelled',
    'The conference is cancelled: the hall has been flooded.',
  ),
];
