import type { MailSample } from '#contracts';
import { signInEmail } from './sign-in.email.js';

export const samples: readonly MailSample[] = [
  {
    name: 'sign-in',
    kind: 'sign-in',
    title: 'Link to sign in',
    sentWhen: 'Somebody whom we know asks to sign in.',
    make: () =>
      signInEmail({
        name: 'Siân “Sal” O’Featherstonehaugh & Llewellyn-Ffoulkes',
        link: `https://events.example.org/members/sign-in/${'sample'.repeat(14)}`,
        siteUrl: 'https://events.example.org',
      }),
  },
];
