import type { MailSample } from '#contracts';
import { applicationSubmittedEmail } from './application-submitted.email.js';

const siteUrl = 'https://events.example.org';

export const samples: readonly MailSample[] = [
  {
    name: 'application-submitted',
    kind: 'visit-links',
    title: 'An application for a visit has reached us',
    sentWhen: 'An application is submitted, by whose it is or by staff for them.',
    make: () =>
      applicationSubmittedEmail({
        visit: { title: 'Mondragon 2027', decisionOn: '2027-02-12' },
        name: 'Siân “Sal” O’Featherstonehaugh & Llewellyn-Ffoulkes',
        code: 'K7M4QD',
        at: 'Friday 29 January 2027, 4.58pm',
        url: `${siteUrl}/visits/applications/${'sample'.repeat(7)}s`,
        siteUrl,
      }),
  },
];
