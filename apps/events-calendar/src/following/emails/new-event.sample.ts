import type { MailSample } from '#contracts';
import { newEventEmail } from './new-event.email.js';
import { sampleCalendar, sampleInMail, sampleLinks } from './sample-event.js';

const ofSeries = (series: string | null) => ({
  ...newEventEmail({ event: sampleInMail, series, ...sampleLinks }),
  calendar: sampleCalendar('REQUEST'),
});

export const samples: readonly MailSample[] = [
  {
    name: 'new-event',
    kind: 'event-changes',
    title: 'New event in a series',
    sentWhen: 'An event is published in a series that somebody follows.',
    make: () => ofSeries('Webinars: housing, care & “community wealth”'),
  },
  {
    name: 'new-event-later-dates',
    kind: 'event-changes',
    title: 'Later dates of an event',
    sentWhen: 'The later dates of an event that somebody follows become an event of their own.',
    make: () => ofSeries(null),
  },
];
