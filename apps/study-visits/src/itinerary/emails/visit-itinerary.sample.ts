import type { MailSample } from '#contracts';
import { sampleReserved } from '../../reservations/sample-reserved.js';
import { reservationPackage } from '../../reservations/reservation-package.js';
import { itineraryEmail, type ItineraryMail } from './visit-itinerary.email.js';

const site = 'https://events.example.org';

const mail: ItineraryMail = {
  visit: 'Emilia-Romagna 2035',
  name: 'Bo “B” Example & Guest',
  isFirst: false,
  changes: [
    {
      itemId: '1',
      title: 'CADIAI: care that belongs to those who give it',
      day: '2035-03-12',
      what: 'changed',
      changes: [
        {
          field: 'When',
          before: 'Monday 12 March 2035, 9am to 11am',
          after: 'Monday 12 March 2035, 9.30am to 11.30am',
        },
      ],
    },
    { itemId: '2', title: 'Lunch at the market', day: '2035-03-12', what: 'added', changes: [] },
    {
      itemId: '3',
      title: 'The regional bank',
      day: '2035-03-13',
      what: 'removed',
      changes: [{ field: 'Why', before: '', after: 'The bank is closed that day.' }],
    },
  ],
  jsonLd: reservationPackage(sampleReserved),
  ownUrl: `${site}/visits/travellers/${'sample'.repeat(7)}s/days`,
  siteUrl: site,
};

export const samples: readonly MailSample[] = [
  {
    name: 'visit-itinerary',
    kind: 'visit-links',
    title: 'What is planned for a traveller',
    sentWhen: 'Staff publish an itinerary, to travellers who hear of their days for the first time.',
    make: () => itineraryEmail({ ...mail, isFirst: true }),
  },
  {
    name: 'visit-itinerary-changed',
    kind: 'visit-links',
    title: 'A traveller’s days have changed',
    sentWhen: 'Staff publish an itinerary again, to travellers whose own days are different.',
    make: () => itineraryEmail(mail),
  },
];
