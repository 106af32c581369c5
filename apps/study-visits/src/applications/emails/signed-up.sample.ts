import type { MailSample } from '#contracts';
import { signedUpEmail } from './signed-up.email.js';

const siteUrl = 'https://events.example.org';

export const samples: readonly MailSample[] = [
  {
    name: 'signed-up',
    kind: 'visit-links',
    title: 'Signed up for a visit by one’s organisation',
    sentWhen: 'An organisation’s booking-contact begins an application for a colleague.',
    make: () =>
      signedUpEmail({
        visit: { title: 'Mondragon 2027', closes: 'Friday 29 January 2027, 5pm London time' },
        name: 'Siân “Sal” O’Featherstonehaugh & Llewellyn-Ffoulkes',
        by: 'Kim Example',
        organisation: 'Rochdale Borough Council',
        url: `${siteUrl}/visits/applications/${'sample'.repeat(7)}s`,
        siteUrl,
      }),
  },
];
