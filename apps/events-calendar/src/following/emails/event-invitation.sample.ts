import type { MailSample } from '#contracts';
import { eventInvitationEmail } from './event-invitation.email.js';
import { sampleCalendar, sampleInMail, sampleLinks } from './sample-event.js';

export const samples: readonly MailSample[] = [
  {
    name: 'event-invitation',
    kind: 'following',
    title: 'Invitation to an event one follows',
    sentWhen: 'Somebody begins to follow an event.',
    make: () => ({
      ...eventInvitationEmail({ event: sampleInMail, ...sampleLinks }),
      calendar: sampleCalendar('REQUEST'),
    }),
  },
];
