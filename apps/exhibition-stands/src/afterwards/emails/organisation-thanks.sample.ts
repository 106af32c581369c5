import type { MailSample } from '#contracts';
import { organisationThanksEmail } from './organisation-thanks.email.js';

export const samples: readonly MailSample[] = [
  {
    name: 'organisation-thanks',
    kind: 'stand-news',
    title: 'Thanks to an organisation',
    sentWhen: 'Staff thank the organisations whose people stood at an exhibition that is over.',
    make: () =>
      organisationThanksEmail({
        exhibition: {
          title: 'Labour Party Conference 2027',
          when: 'Sunday 26 to Wednesday 29 September 2027',
        },
        name: 'Siân “Sal” O’Featherstonehaugh & Llewellyn-Ffoulkes',
        organisation: 'Example Metropolitan Borough Council',
        words: 'thank you for letting your people stand with us.',
        hours: '18 hours',
        people: 3,
        siteUrl: 'https://events.example.org',
      }),
  },
];
