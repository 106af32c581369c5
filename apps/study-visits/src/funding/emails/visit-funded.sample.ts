import type { MailSample } from '#contracts';
import { placeFundedEmail, type PlaceFundedMail } from './visit-funded.email.js';

const site = 'https://events.example.org';

const mail: PlaceFundedMail = {
  visit: {
    title: 'Mondragon & the Basque valleys',
    region: 'Basque Country',
    when: 'Sunday 11 to Friday 16 March 2035',
  },
  news: 'offer-free',
  name: 'Cllr Siân O’Featherstonehaugh',
  price: '£950',
  ownUrl: `${site}/visits/applications/${'sample'.repeat(7)}s/offer`,
  siteUrl: site,
};
const travelling = { ...mail, ownUrl: `${site}/visits/travellers/${'sample'.repeat(7)}s` };
const kind = 'visit-links';

/** That a place on a study visit is funded, or is not after all. */
export const samples: readonly MailSample[] = [
  {
    name: 'visit-funded-offer',
    kind,
    title: 'The place that is offered is funded',
    sentWhen: 'Staff fund a place on a study visit that is offered and not answered yet.',
    make: () => placeFundedEmail(mail),
  },
  {
    name: 'visit-funded-offer-no-more',
    kind,
    title: 'The place that is offered is not funded',
    sentWhen: 'Staff fund it no longer.',
    make: () => placeFundedEmail({ ...mail, news: 'offer-charged' }),
  },
  {
    name: 'visit-funded',
    kind,
    title: 'The place is funded',
    sentWhen: 'Staff fund the place of a traveller for which nothing was invoiced yet.',
    make: () => placeFundedEmail({ ...travelling, news: 'free' }),
  },
  {
    name: 'visit-funded-credited',
    kind,
    title: 'The place is funded, and its invoices are credited',
    sentWhen: 'Staff fund the place of a traveller that was invoiced.',
    make: () => placeFundedEmail({ ...travelling, news: 'credited' }),
  },
  {
    name: 'visit-funded-no-more-invoiced',
    kind,
    title: 'The place is not funded, and is invoiced',
    sentWhen: 'Staff fund the place of a traveller no longer that was invoiced once.',
    make: () => placeFundedEmail({ ...travelling, news: 'invoiced' }),
  },
  {
    name: 'visit-funded-no-more',
    kind,
    title: 'The place is not funded, and somebody has to say who pays',
    sentWhen: 'Staff fund the place of a traveller no longer that was never invoiced.',
    make: () => placeFundedEmail({ ...travelling, news: 'asked' }),
  },
];
