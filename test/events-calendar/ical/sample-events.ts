import { Temporal } from 'temporal-polyfill';
import type { AllDay, CalendarEvent, Timed } from '../../../apps/events-calendar/src/events/domain/event.js';
import { visitor } from '../../../apps/events-calendar/src/events/domain/visibility.js';
import type { FeedView } from '../../../apps/events-calendar/src/feeds/domain/render-vevents.js';

/** `2026-06-01T14:00` to `2026-06-01T15:00` on the clocks of `zone`. */
export function timed(start: string, end: string, zone = 'Europe/London'): Timed {
  const instant = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
  return { type: 'timed', start: instant(start), end: instant(end), zone };
}

export function allDay(first: string, last = first, zone = 'Europe/London'): AllDay {
  return {
    type: 'all-day',
    first: Temporal.PlainDate.from(first),
    last: Temporal.PlainDate.from(last),
    zone,
  };
}

/** An ordinary published event, but for what is given. */
export function sampleEvent(changes: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    id: '01900000-0000-7000-8000-000000000001',
    ref: '2026-officer-call',
    uid: '01900000-0000-7000-8000-000000000001@example.org',
    title: 'Officer call',
    kind: 'meeting',
    format: 'in person',
    when: timed('2026-06-01T14:00', '2026-06-01T15:00'),
    place: { name: 'Town Hall', address: 'The Esplanade, Rochdale', coordinates: null },
    joining: null,
    description: 'An hour.',
    organiser: null,
    audience: 'public',
    board: null,
    series: null,
    tags: [],
    recurrence: null,
    status: 'published',
    statusReason: null,
    replacedBy: null,
    sequence: 0,
    version: 1,
    createdAt: Temporal.Instant.from('2026-01-02T03:04:05Z'),
    changedAt: Temporal.Instant.from('2026-02-03T04:05:06.789Z'),
    ...changes,
  };
}

/** The view of somebody who is not signed in, with Markdown taken for plain text. */
export const openView: FeedView = {
  addressOf: (ref) => `https://network.example/calendar/events/${ref}`,
  reader: visitor,
  toPlainText: (markdown) => markdown,
  toHtml: (markdown) => `<p>${markdown.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`,
};
