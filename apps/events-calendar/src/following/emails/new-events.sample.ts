import type { MailSample } from '#contracts';
import { newEventsEmail, type EventListed } from './new-events.email.js';
import { sampleInMail, sampleLinks } from './sample-event.js';

const site = sampleLinks.siteUrl;
const { title, when, where, url } = sampleInMail;

const conference: EventListed = {
  title,
  when,
  where,
  url,
  fileUrl: `${site}/calendar/feeds/events/2027-annual-conference-and-agm.ics`,
};

const webinar = (number: number): EventListed => ({
  title: `Webinar ${number}: housing, care & “community wealth”`,
  when: 'Tuesday 6 April 2027, 2pm to 3pm',
  where: 'Online',
  url: `${site}/calendar/events/2027-webinar-${number}`,
  fileUrl: `${site}/calendar/feeds/events/2027-webinar-${number}.ics`,
});

const sample = (name: string, of: string, sentWhen: string, events: readonly EventListed[]): MailSample => ({
  name,
  kind: 'event-changes',
  title: `${of} new events in a series`,
  sentWhen,
  make: () =>
    newEventsEmail({
      events,
      series: 'Webinars: housing, care & “community wealth”',
      seriesUrl: `${site}/calendar?series=webinars`,
      feedUrl: `${site}/calendar/feeds/series/webinars.ics`,
      ...sampleLinks,
    }),
});

export const samples: readonly MailSample[] = [
  sample('new-events', 'Several', 'Several events are published in a series that somebody follows.', [
    conference,
    webinar(1),
    webinar(2),
  ]),
  sample(
    'new-events-many',
    'Many',
    'More events are published in a followed series than a mail lists, as by an import.',
    Array.from({ length: 22 }, (_, index) => webinar(index + 1)),
  ),
];
