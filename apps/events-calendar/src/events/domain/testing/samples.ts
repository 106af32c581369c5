import { Temporal } from 'temporal-polyfill';
import type { AllDay, CalendarEvent, MonthOnly, Timed } from '../event.js';

export const now = Temporal.Instant.from('2026-05-01T09:00:00Z');
export const later = Temporal.Instant.from('2026-05-02T09:00:00Z');

/** Times on the wall clock of a zone: `2026-06-01T14:00`. */
export function timedSample(start: string, end: string, zone = 'Europe/London'): Timed {
  const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
  return { type: 'timed', start: at(start), end: at(end), zone };
}

export const allDaySample = (first: string, last = first, zone = 'Europe/London'): AllDay => ({
  type: 'all-day',
  first: Temporal.PlainDate.from(first),
  last: Temporal.PlainDate.from(last),
  zone,
});

export const monthSample = (month: string, zone = 'Europe/London'): MonthOnly => ({
  type: 'month',
  month: Temporal.PlainYearMonth.from(month),
  zone,
});

/** The monthly officer call, published, with what a test wants to be different. */
export function eventSample(different: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    id: '01970000-0000-7000-8000-000000000001',
    ref: '2026-officer-call',
    uid: '01970000-0000-7000-8000-000000000002@example.org',
    title: 'Officer call',
    kind: 'meeting',
    format: 'online',
    when: timedSample('2026-06-02T10:00', '2026-06-02T11:00'),
    place: null,
    joining: { url: 'https://calls.example.org/officers', shownTo: 'members' },
    description: 'News from the councils.',
    organiser: { name: 'The network’s team', email: 'team@example.org', phone: null },
    audience: 'members',
    board: null,
    series: 'officer-calls',
    tags: ['officers'],
    recurrence: null,
    status: 'published',
    statusReason: null,
    replacedBy: null,
    sequence: 0,
    version: 1,
    createdAt: now,
    changedAt: now,
    ...different,
  };
}
