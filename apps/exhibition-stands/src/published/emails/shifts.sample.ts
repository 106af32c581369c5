import type { MailSample } from '#contracts';
import { sampleCalendar, sampleGone, sampleMail, sampleShift } from './sample-shifts.js';
import { shiftsEmail } from './shifts.email.js';

export const samples: readonly MailSample[] = [
  {
    name: 'shifts',
    kind: 'stand-links',
    title: 'Shifts on a stand',
    sentWhen: 'A rota is published in which somebody has shifts for the first time.',
    make: () => ({ ...shiftsEmail(sampleMail), calendar: sampleCalendar('PUBLISH') }),
  },
  {
    name: 'shifts-changed',
    kind: 'stand-links',
    title: 'Shifts on a stand have changed',
    sentWhen:
      'A rota is published again, or somebody drops out, steps in or swaps, and something is different for them.',
    make: () => ({
      ...shiftsEmail({
        ...sampleMail,
        isFirst: false,
        added: sampleMail.added.slice(1),
        changed: [{ before: 'Sunday 26 September 2027, 10am to noon', after: sampleShift }],
        gone: sampleGone,
      }),
      calendar: sampleCalendar('PUBLISH'),
    }),
  },
];
