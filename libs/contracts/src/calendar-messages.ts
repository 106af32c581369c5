import type { Contract } from './contract.js';
import { mailingAddressed, mailingRequested, mailRequested } from './mails.js';

/** What `events-calendar` sends. */
export const calendarMessages = {
  'events-calendar.mail-requested.v1': {
    title: 'Mail asked for',
    producer: 'events-calendar',
    consumers: ['mailer'],
    payload: mailRequested,
    about: 'mail',
  },
  'events-calendar.mailing-requested.v1': {
    title: 'Mailing asked for',
    producer: 'events-calendar',
    consumers: ['mailer'],
    payload: mailingRequested,
    about: 'mailing',
  },
  'events-calendar.mailing-addressed.v1': {
    title: 'Readers of a mailing named',
    producer: 'events-calendar',
    consumers: ['mailer'],
    payload: mailingAddressed,
    about: 'mailing',
  },
} as const satisfies Record<`events-calendar.${string}.v${number}`, Contract>;
