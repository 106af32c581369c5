import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { ConferenceFacts } from '#contracts';
import { markdownToPlainText } from '#ui';
import { accepted } from '../../events/domain/errors.js';
import type { CalendarEvent } from '../../events/domain/event.js';
import { validateDetails } from '../../events/domain/details.js';
import { detailsOf, followThing } from '../../shown/domain/shown-thing.js';
import { conferenceThing, conferenceWhen } from './conference-event.js';

const now = Temporal.Instant.from('2026-11-22T12:00:00Z');
const address = 'https://events.example.org/conference/annual-2027';

const facts: ConferenceFacts = {
  id: '019a8d5e-0000-7000-8000-000000000001',
  slug: 'annual-2027',
  title: 'Annual Conference 2027',
  status: 'open',
  statusReason: null,
  summary: 'Two days.',
  when: {
    zone: 'Europe/London',
    days: [
      { date: '2027-07-08', opens: '09:30', closes: '17:00' },
      { date: '2027-07-09', opens: '09:00', closes: '15:30' },
    ],
  },
  format: 'in person',
  place: { name: 'Town Hall', address: 'The Esplanade' },
  host: 'Rochdale',
  path: '/conference/annual-2027',
  version: 3,
};

const conferenceDetails = (told: ConferenceFacts) => detailsOf(conferenceThing(told, address));
const event = (different: Partial<CalendarEvent> = {}): CalendarEvent => ({
  ...conferenceDetails(facts),
  id: '019a8d5e-0000-7000-8000-000000000002',
  ref: '2027-annual-conference',
  uid: 'x@example.org',
  status: 'published',
  statusReason: null,
  replacedBy: null,
  sequence: 2,
  version: 7,
  createdAt: now,
  changedAt: now,
  ...different,
});
const follow = (to: Partial<ConferenceFacts>, from: Partial<CalendarEvent> = {}) =>
  followThing(event(from), conferenceThing({ ...facts, ...to }, address), now);

it('is from the first opening to the last closing, and in whole days while a time is missing', () => {
  expect(conferenceWhen(facts.when)).toEqual({
    type: 'timed',
    start: Temporal.Instant.from('2027-07-08T08:30:00Z'),
    end: Temporal.Instant.from('2027-07-09T14:30:00Z'),
    zone: 'Europe/London',
  });
  const days = [...facts.when.days.slice(0, 1), { date: '2027-07-09', opens: null, closes: null }];
  expect(conferenceWhen({ ...facts.when, days })).toEqual({
    type: 'all-day',
    first: Temporal.PlainDate.from('2027-07-08'),
    last: Temporal.PlainDate.from('2027-07-09'),
    zone: 'Europe/London',
  });
});

it('says what the calendar’s own rules accept', () => {
  const details = conferenceDetails(facts);
  const checked = validateDetails({ ...details, when: accepted(details.when) });
  expect(checked).toMatchObject({ ok: true, value: { details } });
  expect(details.description).toBe(
    `Two days.\n\nThe host is Rochdale.\n\n- Thursday 8 July 2027, 9:30am to 5pm\n- Friday 9 July 2027, 9am to 3:30pm\n\n[Prices and booking](${address})`,
  );
});

it('takes nothing in a summary for a mark', () => {
  const shown = (summary: string) =>
    markdownToPlainText(conferenceDetails({ ...facts, summary }).description).split('\n')[0];
  expect(shown('1. *Not* a [list](x) #1 & <b>')).toBe('1. *Not* a [list](x) #1 & <b>');
  expect(shown('- co-operative')).toBe('- co-operative');
  const letters = fc.stringMatching(/^[A-Za-z0-9*_#[\]()<>&`~|.+!-]{1,40}$/);
  fc.assert(
    fc.property(letters, (summary) => {
      expect(shown(summary)).toBe(summary);
    }),
  );
});

it('raises SEQUENCE when times or status change, not for words or a place', () => {
  expect(follow({ title: 'Renamed', place: null })).toMatchObject({
    title: 'Renamed',
    sequence: 2,
    version: 8,
  });
  const days = [{ date: '2027-07-08', opens: '10:00', closes: '17:00' }];
  expect(follow({ when: { ...facts.when, days } })).toMatchObject({ sequence: 3, version: 8 });
  expect(follow({ status: 'cancelled', statusReason: 'Flood', title: 'Off' })).toMatchObject({
    title: 'Off',
    status: 'cancelled',
    statusReason: 'Flood',
    sequence: 3,
    version: 8,
  });
  expect(
    follow({ status: 'cancelled', statusReason: 'Better said' }, { status: 'cancelled', statusReason: 'x' }),
  ).toMatchObject({
    statusReason: 'Better said',
    sequence: 2,
    version: 8,
  });
});

it('is the very same event when nothing is different, and while only booking stops', () => {
  const same = event();
  for (const status of ['open', 'paused', 'closed', 'over'] as const) {
    expect(
      followThing(
        same,
        conferenceThing({ ...facts, status, statusReason: 'A pause', version: 9 }, address),
        now,
      ),
    ).toBe(same);
  }
});

it('keeps what only the calendar knows', () => {
  const own = {
    series: 'annual-conferences',
    tags: ['agm'],
    organiser: { name: 'Events team', email: 'events@example.org', phone: null },
    joining: { url: 'https://example.org', shownTo: 'members' as const },
    place: { name: 'Town Hall', address: 'The Esplanade', coordinates: { latitude: 53.6, longitude: -2.2 } },
  };
  expect(follow({ title: 'Renamed' }, own)).toMatchObject(own);
  expect(follow({ place: { name: 'Elsewhere', address: null } }, own).place?.coordinates).toBeNull();
});
