import type { MailSample } from '#contracts';
import { howWasItEmail, type HowWasItMail } from './visit-how-was-it.email.js';

const site = 'https://events.example.org';
const own = `${site}/visits/travellers/${'sample'.repeat(7)}s`;

const mail: HowWasItMail = {
  visit: { title: 'Mondragon & the Basque valleys', when: 'Sunday 11 to Friday 16 March 2035' },
  step: 'asked',
  name: 'Bo “B” Example',
  until: 'Friday 27 April 2035',
  feedbackUrl: `${own}/feedback`,
  noteUrl: `${own}/learning-note`,
  siteUrl: site,
};

/** To those who are back from a visit. */
export const samples: readonly MailSample[] = [
  {
    name: 'visit-how-was-it',
    kind: 'visit-links',
    title: 'How a study visit was',
    sentWhen: 'The morning after a visit is over.',
    make: () => howWasItEmail(mail),
  },
  {
    name: 'visit-how-was-it-again',
    kind: 'visit-links',
    title: 'How a study visit was, once more',
    sentWhen: 'Ten days later, to those who have not answered.',
    make: () => howWasItEmail({ ...mail, step: 'reminded' }),
  },
];
