import type { MailSample } from '#contracts';
import { calledOffEmail, type CalledOffMail } from './visit-called-off.email.js';

const site = 'https://events.example.org';

const mail: CalledOffMail = {
  visit: {
    title: 'Mondragon & the Basque valleys',
    region: 'Basque Country',
    when: 'Sunday 11 to Friday 16 March 2035',
  },
  reader: 'credited',
  name: 'Cllr Siân O’Featherstonehaugh',
  reason: 'Our hosts are on strike in these weeks, and we do not want to stand in their way.',
  visitUrl: `${site}/visits/mondragon-2035`,
  siteUrl: site,
};
const kind = 'visits';

/** That a study visit is called off, to everybody who has to do with it. */
export const samples: readonly MailSample[] = [
  {
    name: 'visit-called-off-credited',
    kind,
    title: 'A study visit is called off, and its invoices are credited',
    sentWhen: 'Staff cancel a visit, to travellers who were invoiced.',
    make: () => calledOffEmail(mail),
  },
  {
    name: 'visit-called-off-traveller',
    kind,
    title: 'A study visit is called off',
    sentWhen: 'The same, to travellers for whom nothing was invoiced.',
    make: () => calledOffEmail({ ...mail, reader: 'traveller' }),
  },
  {
    name: 'visit-called-off-leader',
    kind,
    title: 'A study visit is called off, to who leads it',
    sentWhen: 'The same, to those who were to lead it.',
    make: () => calledOffEmail({ ...mail, reader: 'leader' }),
  },
  {
    name: 'visit-called-off-offered',
    kind,
    title: 'A study visit is called off, to who is offered a place',
    sentWhen: 'The same, to those who have not answered the offer of a place.',
    make: () => calledOffEmail({ ...mail, reader: 'offered' }),
  },
  {
    name: 'visit-called-off-applicant',
    kind,
    title: 'A study visit is called off, to applicants',
    sentWhen: 'The same, to those who have applied and have no place.',
    make: () => calledOffEmail({ ...mail, reader: 'applicant' }),
  },
  {
    name: 'visit-called-off-referee',
    kind,
    title: 'A study visit is called off, and a reference is not needed',
    sentWhen: 'The same, to those who were asked for a reference and have not answered.',
    make: () => calledOffEmail({ ...mail, reader: 'referee' }),
  },
];
