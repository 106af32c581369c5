import type { MailSample } from '#contracts';
import { offerEmail, type OfferMail } from './visit-place.email.js';

const site = 'https://events.example.org';

const mail: OfferMail = {
  visit: {
    title: 'Mondragon & the Basque valleys',
    region: 'Basque Country',
    when: 'Sunday 11 to Friday 16 March 2035',
  },
  occasion: 'selected',
  name: 'Cllr Siân O’Featherstonehaugh',
  code: 'K7Q2MX',
  deadline: 'Thursday 4 January 2035, 12 noon',
  why: 'It has one of the 2 places kept for newcomers.',
  cost: 'The place costs £950, of which £150 is due when you accept.',
  ownUrl: `${site}/visits/applications/${'sample'.repeat(7)}s/offer`,
  siteUrl: site,
};
const gone = { ...mail, deadline: '', why: null };

/** Offers of a place on a study visit, and what becomes of them. */
export const samples: readonly MailSample[] = [
  {
    name: 'visit-place-offered',
    kind: 'visit-links',
    title: 'A place on a study visit',
    sentWhen: 'Staff tell all applicants the result of the selection, to those who have a place.',
    make: () => offerEmail(mail),
  },
  {
    name: 'visit-place-offered-funded',
    kind: 'visit-links',
    title: 'A funded place on a study visit',
    sentWhen: 'The same, to those whose place is funded.',
    make: () => offerEmail({ ...mail, cost: 'The place is funded: it costs you nothing.' }),
  },
  {
    name: 'visit-place-free',
    kind: 'visit-links',
    title: 'A reserve moves up',
    sentWhen: 'A place on a study visit becomes free, to the first reserve who can have it.',
    make: () => offerEmail({ ...mail, occasion: 'moved-up', why: null }),
  },
  {
    name: 'visit-place-by-hand',
    kind: 'visit-links',
    title: 'A place on a study visit after all',
    sentWhen: 'Staff offer a place out of turn.',
    make: () =>
      offerEmail({ ...mail, occasion: 'by-hand', why: 'You speak Basque, and we need somebody who does.' }),
  },
  {
    name: 'visit-place-longer',
    kind: 'visit-links',
    title: 'Longer to answer the offer of a place',
    sentWhen: 'Staff give an applicant longer to accept a place.',
    make: () => offerEmail({ ...mail, occasion: 'extended', why: null }),
  },
  {
    name: 'visit-place-lapsed',
    kind: 'visit-links',
    title: 'The offer of a place has lapsed',
    sentWhen: 'Nobody accepted or declined a place before the deadline.',
    make: () => offerEmail({ ...gone, occasion: 'lapsed' }),
  },
  {
    name: 'visit-place-accepted',
    kind: 'visit-links',
    title: 'A place on a study visit is accepted',
    sentWhen: 'An applicant, or their organisation, accepts the place.',
    make: () =>
      offerEmail({
        ...gone,
        occasion: 'accepted',
        ownUrl: `${site}/visits/travellers/${'sample'.repeat(7)}s`,
      }),
  },
];
