import type { MailSample } from '#contracts';
import { resultEmail, type ResultMail } from './visit-result.email.js';

const site = 'https://events.example.org';

const mail: ResultMail = {
  visit: {
    title: 'Mondragon & the Basque valleys',
    region: 'Basque Country',
    when: 'Sunday 11 to Friday 16 March 2035',
  },
  name: 'Bo “B” Example',
  code: 'P9P9P9',
  position: 3,
  why: 'All places went to applications that stood higher.',
  selectionUrl: `${site}/visits/mondragon-2035/selection`,
  siteUrl: site,
};

/** To applicants who have no place, or none yet. */
export const samples: readonly MailSample[] = [
  {
    name: 'visit-result-reserve',
    kind: 'visit-links',
    title: 'A reserve for a study visit',
    sentWhen: 'Staff tell all applicants the result of the selection, to the reserves.',
    make: () => resultEmail(mail),
  },
  {
    name: 'visit-result-no-place',
    kind: 'visit-links',
    title: 'No place on a study visit',
    sentWhen:
      'Staff tell all applicants the result of the selection, to those who have no place and wait for none.',
    make: () =>
      resultEmail({ ...mail, position: null, why: 'The visit is for people who work in social care.' }),
  },
];
