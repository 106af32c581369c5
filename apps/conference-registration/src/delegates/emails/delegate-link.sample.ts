import type { MailSample } from '#contracts';
import { sampleConference, sampleSite } from '../../confirming/emails/sample-conference.js';
import { delegateLinkEmail } from './delegate-link.email.js';

export const samples: readonly MailSample[] = [
  {
    name: 'delegate-link',
    kind: 'booking-links',
    title: 'Link for a delegate',
    sentWhen: 'Whoever books asks a delegate to fill in their own part.',
    make: () =>
      delegateLinkEmail({
        conference: sampleConference,
        name: '',
        bookedBy: 'Siân “Sal” O’Featherstonehaugh & Llewellyn-Ffoulkes',
        ownUrl: `${sampleSite}/conference/delegates/${'sample'.repeat(7)}`,
        siteUrl: sampleSite,
      }),
  },
];
