import type { MailSample } from '#contracts';
import { applicationLinkEmail } from './application-link.email.js';
import { applicationSubmittedEmail } from './application-submitted.email.js';
import { signedUpEmail } from './signed-up.email.js';

const siteUrl = 'https://events.example.org';
const url = `${siteUrl}/visits/applications/${'sample'.repeat(7)}s`;
const visit = { title: 'Mondragon 2027', closes: 'Friday 29 January 2027, 5pm London time' };
const name = 'Siân “Sal” O’Featherstonehaugh & Llewellyn-Ffoulkes';

export const samples: readonly MailSample[] = [
  {
    name: 'visit-application-link',
    kind: 'visit-links',
    title: 'Link to one’s own application for a visit',
    sentWhen: 'Somebody who is not signed in begins to apply for a visit, or asks for their link again.',
    make: () => applicationLinkEmail({ visit, isSubmitted: false, url, siteUrl }),
  },
  {
    name: 'visit-application-link-submitted',
    kind: 'visit-links',
    title: 'Link to an application that is submitted',
    sentWhen: 'Somebody who has submitted an application asks for their link again.',
    make: () => applicationLinkEmail({ visit, isSubmitted: true, url, siteUrl }),
  },
  {
    name: 'visit-application-signed-up',
    kind: 'visit-links',
    title: 'Signed up for a visit by one’s organisation',
    sentWhen: 'An organisation’s booking-contact begins an application for a colleague.',
    make: () =>
      signedUpEmail({
        visit,
        name,
        by: 'Kim Example',
        organisation: 'Rochdale Borough Council',
        url,
        siteUrl,
      }),
  },
  {
    name: 'visit-application-submitted',
    kind: 'visit-links',
    title: 'An application for a visit has reached us',
    sentWhen: 'An application is submitted, by whose it is or by staff for them.',
    make: () =>
      applicationSubmittedEmail({
        visit: { title: visit.title, decisionOn: '2027-02-12' },
        name,
        code: 'K7M4QD',
        at: 'Friday 29 January 2027, 4.58pm',
        url,
        siteUrl,
      }),
  },
];
