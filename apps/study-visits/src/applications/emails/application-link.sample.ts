import type { MailSample } from '#contracts';
import { applicationLinkEmail } from './application-link.email.js';

const siteUrl = 'https://events.example.org';
const url = `${siteUrl}/visits/applications/${'sample'.repeat(7)}s`;
const visit = { title: 'Mondragon 2027', closes: 'Friday 29 January 2027, 5pm London time' };

export const samples: readonly MailSample[] = [
  {
    name: 'application-link',
    kind: 'visit-links',
    title: 'Link to one’s own application for a visit',
    sentWhen: 'Somebody who is not signed in begins to apply for a visit, or asks for their link again.',
    make: () => applicationLinkEmail({ visit, isSubmitted: false, url, siteUrl }),
  },
  {
    name: 'application-link-submitted',
    kind: 'visit-links',
    title: 'Link to an application that is submitted',
    sentWhen: 'Somebody who has submitted an application asks for their link again.',
    make: () => applicationLinkEmail({ visit, isSubmitted: true, url, siteUrl }),
  },
];
