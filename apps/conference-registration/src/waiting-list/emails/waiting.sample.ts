import type { MailSample } from '#contracts';
import { sampleConference, sampleSite } from '../../confirming/emails/sample-conference.js';
import { placesOfferedEmail, waitingBegunEmail, waitingEndedEmail } from './waiting.email.js';

const about = {
  conference: sampleConference,
  ticket: 'Both days, in person',
  name: 'Robin Example',
  ownUrl: `${sampleSite}/conference/waiting/${'sample'.repeat(7)}`,
  siteUrl: sampleSite,
};

export const samples: readonly MailSample[] = [
  {
    name: 'waiting-begun',
    kind: 'bookings',
    title: 'On the waiting list',
    sentWhen: 'Somebody joins a waiting list.',
    make: () => waitingBegunEmail({ ...about, wanted: 3, allTogether: false }),
  },
  {
    name: 'waiting-offered',
    kind: 'bookings',
    title: 'Places offered',
    sentWhen: 'Places have become free for somebody on a waiting list.',
    make: () =>
      placesOfferedEmail({ ...about, places: 2, until: 'Tuesday 1 June 2027, 5pm', stillWanted: 1 }),
  },
  {
    name: 'waiting-expired',
    kind: 'bookings',
    title: 'Offer not taken',
    sentWhen: 'Somebody did not book in time what they were offered.',
    make: () => waitingEndedEmail({ ...about, end: 'expired', reason: null }),
  },
  {
    name: 'waiting-passed-over',
    kind: 'bookings',
    title: 'Taken off the waiting list',
    sentWhen: 'Staff take somebody off a waiting list.',
    make: () =>
      waitingEndedEmail({
        ...about,
        end: 'passed-over',
        reason: 'Your organisation has had places from its own share meanwhile.',
      }),
  },
  {
    name: 'waiting-ended',
    kind: 'bookings',
    title: 'End of a waiting list',
    sentWhen: 'A conference has begun or is cancelled while somebody waits.',
    make: () => waitingEndedEmail({ ...about, end: 'ended', reason: null }),
  },
];
