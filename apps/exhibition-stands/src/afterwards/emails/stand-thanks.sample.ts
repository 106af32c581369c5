import type { MailSample } from '#contracts';
import { standThanksEmail } from './stand-thanks.email.js';

const site = 'https://events.example.org';

export const samples: readonly MailSample[] = [
  {
    name: 'stand-thanks',
    kind: 'stand-news',
    title: 'Thanks for standing',
    sentWhen: 'Staff thank those who stood at an exhibition that is over.',
    make: () =>
      standThanksEmail({
        exhibition: {
          title: 'Labour Party Conference 2027',
          when: 'Sunday 26 to Wednesday 29 September 2027',
        },
        name: 'Siân “Sal” O’Featherstonehaugh & Llewellyn-Ffoulkes',
        words: 'thank you for standing with us.\n\nPeople noticed, and eleven councils want to hear more.',
        hours: '6 hours and 30 minutes',
        shifts: 4,
        feedbackUrl: `${site}/stands/feedback/${'sample'.repeat(7)}s`,
        until: 'Saturday 13 November 2027',
        siteUrl: site,
      }),
  },
];
