import type { MailSample } from '#contracts';
import { expenseEmail, type ExpenseMail } from './expense-decided.email.js';

const site = 'https://events.example.org';

const mail: ExpenseMail = {
  occasion: 'refused',
  name: 'Bo “B” Example',
  visitTitle: 'Mondragon & the Basque valleys',
  number: 12,
  what: 'Taxi to the station, as the coach had left',
  amount: '€23.40',
  pounds: '£20.00',
  why: 'The receipt is for another day. Could you send the right one?',
  url: `${site}/visits/travellers/${'sample'.repeat(7)}s/expenses/0197f000-0000-7000-8000-000000000001`,
  siteUrl: site,
};

/** To those who claim what they spent. */
export const samples: readonly MailSample[] = [
  {
    name: 'expense-decided-refused',
    kind: 'visit-links',
    title: 'An expense of a study visit was refused',
    sentWhen: 'Staff refuse an expense and say why.',
    make: () => expenseEmail(mail),
  },
  {
    name: 'expense-decided-paid',
    kind: 'visit-links',
    title: 'An expense of a study visit is paid back',
    sentWhen: 'Staff note that an expense was paid back.',
    make: () => expenseEmail({ ...mail, occasion: 'paid', why: '' }),
  },
];
