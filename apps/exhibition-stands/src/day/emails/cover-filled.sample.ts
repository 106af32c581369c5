import type { MailSample } from '#contracts';
import { coverFilledEmail } from './cover-filled.email.js';

const siteUrl = 'https://site.example';
const exhibition = 'Labour Party Conference 2027';
const when = 'Sunday 26 September 2027, 9am to 11am';

export const samples: readonly MailSample[] = [
  {
    name: 'cover-filled',
    kind: 'stand-links',
    title: 'Somebody has stepped in',
    sentWhen: 'Somebody else who was asked has the shift.',
    make: () => coverFilledEmail({ exhibition, name: 'Bo Example', when, siteUrl }),
  },
];
