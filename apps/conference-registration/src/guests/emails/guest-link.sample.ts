import type { MailSample } from '#contracts';
import { sampleConference, sampleSite } from '../../confirming/emails/sample-conference.js';
import { guestLinkEmail } from './guest-link.email.js';

const sample = (kind: 'book' | 'wait') =>
  guestLinkEmail({
    conference: sampleConference,
    kind,
    url: `${sampleSite}/conference/guests/${'sample'.repeat(7)}`,
    siteUrl: sampleSite,
  });

export const samples: readonly MailSample[] = [
  {
    name: 'guest-link',
    kind: 'booking-links',
    title: 'Link for a guest',
    sentWhen: 'Somebody without an account asks to book.',
    make: () => sample('book'),
  },
  {
    name: 'guest-link-waiting',
    kind: 'booking-links',
    title: 'Link for a guest who wants to wait',
    sentWhen: 'Somebody without an account asks to join a waiting list.',
    make: () => sample('wait'),
  },
];
