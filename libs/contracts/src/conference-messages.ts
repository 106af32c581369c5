import type { Contract } from './contract.js';
import { mailingAddressedToAnybody, mailingRequested, mailRequested } from './mails.js';

/** What `conference-registration` asks the mailer for. */
export const conferenceMessages = {
  'conference-registration.mail-requested.v1': {
    title: 'Mail asked for',
    producer: 'conference-registration',
    consumers: ['mailer'],
    payload: mailRequested,
    about: 'mail',
  },
  'conference-registration.mailing-requested.v1': {
    title: 'Mailing asked for',
    producer: 'conference-registration',
    consumers: ['mailer'],
    payload: mailingRequested,
    about: 'mailing',
  },
  'conference-registration.mailing-addressed.v1': {
    title: 'Readers of a mailing named',
    producer: 'conference-registration',
    consumers: ['mailer'],
    payload: mailingAddressedToAnybody,
    about: 'mailing',
  },
} as const satisfies Record<`conference-registration.${string}.v${number}`, Contract>;
