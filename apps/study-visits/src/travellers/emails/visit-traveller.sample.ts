import type { MailSample } from '#contracts';
import { travellerEmail, type TravellerMail } from './visit-traveller.email.js';

const site = 'https://events.example.org';

const mail: TravellerMail = {
  visit: {
    title: 'Mondragon & the Basque valleys',
    region: 'Basque Country',
    when: 'Sunday 11 to Friday 16 March 2035',
  },
  occasion: 'leader',
  name: 'Bo “B” Example',
  charged: null,
  ownUrl: `${site}/visits/travellers/${'sample'.repeat(7)}s`,
  siteUrl: site,
};

/** To those who travel with a visit, or do no longer. */
export const samples: readonly MailSample[] = [
  {
    name: 'visit-traveller-leader',
    kind: 'visit-links',
    title: 'Somebody leads a study visit',
    sentWhen: 'Staff add somebody to those who lead a visit.',
    make: () => travellerEmail(mail),
  },
  {
    name: 'visit-traveller-substitute',
    kind: 'visit-links',
    title: 'Somebody comes in a colleague’s place',
    sentWhen: 'A traveller, or staff, name somebody of the same organisation to come in their place.',
    make: () => travellerEmail({ ...mail, occasion: 'substitute' }),
  },
  {
    name: 'visit-traveller-withdrawn',
    kind: 'visit-links',
    title: 'A traveller has withdrawn',
    sentWhen: 'A traveller withdraws, or staff take them off.',
    make: () => travellerEmail({ ...mail, occasion: 'withdrawn', charged: '£475.00' }),
  },
];
