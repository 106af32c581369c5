import { Temporal } from 'temporal-polyfill';
import {
  allDaySample,
  eventSample,
  monthSample,
  timedSample,
} from '../../../apps/events-calendar/src/events/domain/testing/samples.js';
import type { CalendarEvent } from '../../../apps/events-calendar/src/events/domain/event.js';

/** A title as long as one may well be, with a word that fits no phone. */
export const longTitle = `${'Embedding social value in all council activities, '.repeat(16)}and Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch`;

/** What must never come out as markup. */
export const attack = `<script>alert(1)</script><img src=x onerror=alert(2)>"'&</title>`;

let made = 0;

/** A public event that takes place in person, with what a test wants to be different; every one has a ref of its own. */
export function sample(different: Partial<CalendarEvent> = {}): CalendarEvent {
  made += 1;
  const number = String(made).padStart(12, '0');
  return eventSample({
    id: `01970000-0000-7000-8000-${number}`,
    ref: `2026-sample-${made}`,
    uid: `01970000-0000-7000-9000-${number}@example.org`,
    audience: 'public',
    format: 'in person',
    kind: 'network event',
    joining: null,
    series: null,
    tags: [],
    description: '',
    organiser: null,
    ...different,
  });
}

/** Days from today in London, at a time. */
export function at(days: number, from = '10:00', to = '12:00', zone = 'Europe/London') {
  const day = today().add({ days });
  return timedSample(`${day.toString()}T${from}`, `${day.toString()}T${to}`, zone);
}

/** Whole days from today in London. */
export const onDays = (first: number, last = first) =>
  allDaySample(today().add({ days: first }).toString(), today().add({ days: last }).toString());

export const today = (): Temporal.PlainDate => Temporal.Now.plainDateISO('Europe/London');

/** One of everything that pages have to show. */
export function sampleCalendar(): CalendarEvent[] {
  const nextYear = today().year + 1;
  return [
    sample({
      ref: 'annual-conference',
      title: 'Annual Conference and AGM',
      kind: 'conference',
      when: onDays(40, 41),
      place: {
        name: 'Rochdale Town Hall',
        address: 'The Esplanade\nRochdale\nOL16 1AB',
        coordinates: { latitude: 53.6156, longitude: -2.1594 },
      },
      description:
        '## Two days of co-operation\n\nPlenaries, workshops and the **Co-operative Showcase**.\n\n- Plenary: driving municipal co-operative policy\n- Workshops on housing, care and energy\n- Civic dinner\n\nBookings open in the spring: see [the booking page](https://example.org/book).',
      organiser: { name: 'The conference team', email: 'conference@example.org', phone: '01234 567890' },
      tags: ['conference', 'net zero'],
    }),
    sample({
      ref: 'officer-call',
      title: 'Officer call',
      kind: 'meeting',
      format: 'online',
      when: at(2, '10:00', '11:00'),
      joining: { url: 'https://calls.example.org/officers', shownTo: 'members' },
      description: 'News from the councils.',
      series: 'officer-calls',
      tags: ['officers'],
      recurrence: {
        rule: 'FREQ=WEEKLY;COUNT=12',
        exceptions: [
          {
            original: `${today().add({ days: 9 }).toString()}T10:00`,
            type: 'changed',
            change: { cancelled: { reason: 'The officers are at the conference.' } },
          },
          {
            original: `${today().add({ days: 16 }).toString()}T10:00`,
            type: 'changed',
            change: {
              title: 'Officer call: budgets',
              when: at(17, '14:00', '15:30'),
              format: 'hybrid',
              place: { name: 'Preston', address: null, coordinates: null },
            },
          },
          { original: `${today().add({ days: 23 }).toString()}T10:00`, type: 'removed' },
        ],
      },
    }),
    sample({
      ref: 'webinar-one',
      title: 'Community wealth building: procurement',
      kind: 'online event',
      format: 'online',
      when: at(6, '12:30', '13:30'),
      joining: { url: 'https://calls.example.org/webinar-one', shownTo: 'public' },
      series: 'wealth-building',
      description: 'The first of three.',
    }),
    sample({
      ref: 'webinar-two',
      title: 'Community wealth building: land and property',
      kind: 'online event',
      format: 'online',
      when: at(20, '12:30', '13:30'),
      series: 'wealth-building',
    }),
    sample({
      ref: 'regional-conference',
      title: 'Regional conference, Cardiff',
      kind: 'conference',
      status: 'cancelled',
      statusReason: 'The venue has closed.',
      replacedBy: 'annual-conference',
      when: onDays(12),
      place: { name: 'City Hall, Cardiff', address: null, coordinates: null },
    }),
    sample({
      ref: 'summit',
      title: 'Tameside Co-operative Summit',
      status: 'postponed',
      statusReason: 'A new date is being sought.',
      when: onDays(25),
      place: { name: 'Tameside', address: null, coordinates: null },
    }),
    sample({
      ref: 'study-visit',
      title: 'Study visit to Emilia-Romagna',
      kind: 'study visit',
      when: at(70, '09:00', '17:00', 'Europe/Rome'),
      place: {
        name: 'Bologna, Italy',
        address: 'Piazza Maggiore, Bologna',
        coordinates: { latitude: 44.4939, longitude: 0 },
      },
    }),
    sample({
      ref: 'stand',
      title: 'Stand at the LGA conference',
      kind: 'exhibition',
      when: onDays(-1, 2),
      place: { name: 'Bournemouth', address: null, coordinates: null },
    }),
    sample({
      ref: 'nominations',
      title: 'Nominations for the Executive Oversight Committee close',
      kind: 'deadline',
      when: at(9, '12:00', '12:00'),
    }),
    sample({
      ref: 'board-meeting',
      title: 'Values & Principles Board',
      kind: 'meeting',
      format: 'hybrid',
      audience: 'board',
      board: 'values-and-principles-board',
      when: at(15, '14:00', '16:00'),
      place: { name: 'Room D, City Hall', address: null, coordinates: null },
      joining: { url: 'https://calls.example.org/board', shownTo: 'board' },
    }),
    sample({
      ref: 'members-briefing',
      title: 'Briefing for members',
      format: 'hybrid',
      audience: 'members',
      when: at(5),
      place: { name: 'Oldham', address: null, coordinates: null },
      joining: { url: 'https://calls.example.org/members', shownTo: 'members' },
      tags: ['secret-tag'],
      series: 'wealth-building',
    }),
    sample({
      ref: 'dinner',
      title: 'Dinner for the speakers',
      audience: 'invited',
      when: at(40, '19:00', '22:00'),
    }),
    sample({
      ref: 'draft',
      title: 'A plan that nobody may know of',
      status: 'draft',
      when: at(8),
      series: 'wealth-building',
    }),
    sample({
      ref: 'long',
      title: longTitle,
      when: at(3),
      place: { name: 'y'.repeat(200), address: null, coordinates: null },
    }),
    sample({
      ref: 'attack',
      title: `Attack ${attack}`,
      when: at(4),
      place: { name: `Place ${attack}`, address: `Address ${attack}`, coordinates: null },
      description: `Description ${attack}\n\n[press](javascript:alert(3))`,
      organiser: { name: `Organiser ${attack}`, email: 'o@example.org', phone: null },
    }),
    sample({
      ref: 'month-only',
      title: 'Launch of the housing commission',
      kind: 'launch',
      when: monthSample(today().toPlainYearMonth().add({ months: 1 }).toString()),
    }),
    sample({ ref: 'next-year', title: 'Annual Conference', when: monthSample(`${nextYear}-10`) }),
    sample({
      ref: 'past-one',
      title: 'Growing the New Economy',
      when: onDays(-300),
      place: { name: 'Oldham', address: null, coordinates: null },
    }),
    sample({
      ref: 'past-two',
      title: 'Annual Conference and Co-operative Showcase',
      when: allDaySample('2019-10-01', '2019-10-02'),
    }),
    sample({
      ref: 'past-cancelled',
      title: 'Regional conference',
      status: 'cancelled',
      statusReason: 'Covid-19',
      replacedBy: 'members-briefing',
      when: allDaySample('2020-03-25'),
    }),
  ];
}
