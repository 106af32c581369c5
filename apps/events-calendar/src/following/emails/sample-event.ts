import { Temporal } from 'temporal-polyfill';
import { markdownToPlainText, renderMarkdown } from '#ui';
import type { CalendarEvent } from '../../events/domain/event.js';
import { visitor } from '../../events/domain/visibility.js';
import { renderCalendar } from '../../feeds/domain/render-calendar.js';
import { renderVevents, zonesOf } from '../../feeds/domain/render-vevents.js';
import type { EventInMail, MailLinks } from './event-lines.js';

const site = 'https://events.example.org';
const made = Temporal.Instant.from('2026-11-02T09:00:00Z');

/** The event that the samples of mails are about. */
export const sampleEvent: CalendarEvent = {
  id: '01970000-0000-7000-8000-000000000001',
  ref: '2027-annual-conference-and-agm',
  uid: '01970000-0000-7000-8000-000000000001@events.example.org',
  title: 'Annual Conference & AGM 2027: “Cydweithio” – working together in Pen-y-bont ar Ogwr',
  kind: 'conference',
  format: 'hybrid',
  when: {
    type: 'timed',
    start: Temporal.Instant.from('2027-03-11T10:00:00Z'),
    end: Temporal.Instant.from('2027-03-11T16:30:00Z'),
    zone: 'Europe/London',
  },
  place: {
    name: 'Neuadd y Dref / Town Hall',
    address: 'Wyndham Street\nBridgend CF31 1EF',
    coordinates: null,
  },
  joining: { url: 'https://calls.example.org/j/8675309?pwd=a-long-word', shownTo: 'public' },
  description: 'What we have **learnt**, and what comes next.',
  organiser: { name: 'The network’s team', email: 'team@example.org', phone: null },
  audience: 'public',
  board: null,
  series: null,
  tags: [],
  recurrence: null,
  status: 'published',
  statusReason: null,
  replacedBy: null,
  sequence: 2,
  version: 5,
  createdAt: made,
  changedAt: made,
};

/** As mails tell of it. */
export const sampleInMail: EventInMail = {
  title: sampleEvent.title,
  when: 'Thursday 11 March 2027, 10am to 4.30pm',
  where: 'Neuadd y Dref / Town Hall, Wyndham Street, Bridgend CF31 1EF, or online',
  joinUrl: 'https://calls.example.org/j/8675309?pwd=a-long-word',
  url: `${site}/calendar/events/2027-annual-conference-and-agm`,
};

export const sampleLinks: MailLinks = { followingUrl: `${site}/calendar/following`, siteUrl: site };

/** The event as a mail carries it. */
export function sampleCalendar(method: 'REQUEST' | 'CANCEL', different: Partial<CalendarEvent> = {}) {
  const event = { ...sampleEvent, ...different };
  const view = {
    addressOf: (ref: string) => `${site}/calendar/events/${ref}`,
    reader: visitor,
    toPlainText: markdownToPlainText,
    toHtml: renderMarkdown,
  };
  const content = renderCalendar({
    kind: 'single',
    vevents: [renderVevents(event, view)],
    zones: zonesOf(event),
  });
  return { method, content };
}
