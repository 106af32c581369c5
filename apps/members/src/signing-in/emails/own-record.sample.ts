import type { MailSample } from '#contracts';
import { ownRecordEmail } from './own-record.email.js';

export const samples: readonly MailSample[] = [
  {
    name: 'own-record',
    kind: 'sign-in',
    title: 'Link to make one’s own record',
    sentWhen: 'Somebody asks to sign in whom we do not know, with an address of a member organisation.',
    make: () =>
      ownRecordEmail({
        organisation: 'Bwrdeistref Sirol Pen-y-bont ar Ogwr & <Friends>',
        link: `https://events.example.org/members/sign-in/${'sample'.repeat(14)}`,
        siteUrl: 'https://events.example.org',
      }),
  },
];
