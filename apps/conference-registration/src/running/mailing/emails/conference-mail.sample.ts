import type { MailSample } from '#contracts';
import { sampleConference, sampleSite } from '../../../confirming/emails/sample-conference.js';
import { conferenceMail } from './conference-mail.email.js';

export const samples: readonly MailSample[] = [
  {
    name: 'conference-mail',
    kind: 'conference-news',
    title: 'News of a conference',
    sentWhen: 'Staff write to some of those who come to a conference.',
    make: () =>
      conferenceMail({
        conference: sampleConference,
        subject: 'How to get to us',
        text: 'The trams run every ten minutes.\n\nIf you come by car, park at <the station>: the town hall has no places.',
        conferenceUrl: `${sampleSite}/conference/annual-2027`,
        siteUrl: sampleSite,
      }),
  },
];
