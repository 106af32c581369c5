import type { MailSample } from '#contracts';
import { sampleCalendar, sampleGone, sampleMail } from './sample-shifts.js';
import { shiftsGoneEmail } from './shifts-gone.email.js';

export const samples: readonly MailSample[] = [
  {
    name: 'shifts-gone',
    kind: 'stand-links',
    title: 'A shift is somebody’s no longer',
    sentWhen: 'Somebody has a shift no longer: it is taken out of their calendar.',
    make: () => ({
      ...shiftsGoneEmail({ ...sampleMail, gone: sampleGone, isMoreToCome: true }),
      calendar: sampleCalendar('CANCEL'),
    }),
  },
];
