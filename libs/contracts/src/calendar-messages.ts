import { z } from 'zod';
import type { Contract } from './contract.js';
import { mailingAddressed, mailingRequested, mailRequested } from './mails.js';

/** An event that was in the calendar before is a conference's from now on, by its own UID. */
export const conferenceLinked = z.object({ conferenceId: z.uuid(), uid: z.string().min(1) });

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
  'events-calendar.conference-linked.v1': {
    title: 'Conference linked to an event',
    producer: 'events-calendar',
    consumers: ['conference-registration'],
    payload: conferenceLinked,
    about: 'event',
  },
} as const satisfies Record<`events-calendar.${string}.v${number}`, Contract>;
