import type { MailSample } from '#contracts';
import { teamInvitationEmail, type TeamInvitationMail } from './team-invitation.email.js';

const site = 'https://events.example.org';

const mail: TeamInvitationMail = {
  exhibition: {
    title: 'Labour Party Conference 2027',
    when: 'Sunday 26 to Wednesday 29 September 2027',
    where: 'The Example Arena, Liverpool, Hall 2, stand 14',
  },
  name: 'Siân “Sal” O’Featherstonehaugh & Llewellyn-Ffoulkes',
  isReminder: false,
  ownUrl: `${site}/stands/team/${'sample'.repeat(7)}s`,
  siteUrl: site,
};

export const samples: readonly MailSample[] = [
  {
    name: 'team-invitation',
    kind: 'stand-links',
    title: 'Invitation to the team of a stand',
    sentWhen: 'Staff invite somebody to help on a stand, or send them their link again.',
    make: () => teamInvitationEmail(mail),
  },
  {
    name: 'team-invitation-reminder',
    kind: 'stand-links',
    title: 'Reminder to say when one can help',
    sentWhen: 'Staff remind those who have not answered an invitation.',
    make: () => teamInvitationEmail({ ...mail, isReminder: true }),
  },
];
