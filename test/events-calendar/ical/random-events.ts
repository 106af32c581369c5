import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { checkRecurrence } from '../../../apps/events-calendar/src/events/domain/recurrence.js';
import type {
  AllDay,
  CalendarEvent,
  OccurrenceException,
  Recurrence,
  Timed,
} from '../../../apps/events-calendar/src/events/domain/event.js';
import { expand } from '../../../apps/events-calendar/src/events/domain/expand.js';
import { startDay } from '../../../apps/events-calendar/src/events/domain/when.js';
import { sampleEvent } from './sample-events.js';

/** Any text that somebody, or some program, may send: all of Unicode, controls, separators, line breaks. */
export const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom('\\', ';', ',', ':', '"', '\r', '\n', '\\n', ' ', '\t', '\u0085', '\ud800', 'ŵ', '👩‍👩‍👧'),
      {
        maxLength: 60,
      },
    )
    .map((parts) => parts.join('')),
);

const startDates = fc
  .integer({ min: 0, max: 365 * 8 })
  .map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }));

/**
 * Rules as networks have them. Those that only a test would think of (every day that is the third Monday or Friday …) are
 * no use here: the readers have faults of their own in them.
 */
const rules = fc
  .record({
    days: fc.constantFrom(
      'DAILY',
      'WEEKLY',
      'WEEKLY;BYDAY=MO,WE,FR',
      'WEEKLY;BYDAY=TU,SU;WKST=SU',
      'MONTHLY',
      'MONTHLY;BYDAY=1MO',
      'MONTHLY;BYDAY=-1TH',
      'MONTHLY;BYDAY=2TU,4TU',
      'MONTHLY;BYMONTHDAY=31',
      'MONTHLY;BYMONTHDAY=-1',
      'MONTHLY;BYMONTHDAY=1,15',
      'MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      'YEARLY',
      'YEARLY;BYMONTH=3,10;BYDAY=-1SU',
    ),
    interval: fc.integer({ min: 1, max: 3 }),
    end: fc.oneof(
      fc.integer({ min: 1, max: 12 }).map((count) => ({ count })),
      fc.integer({ min: 0, max: 60 }).map((days) => ({ days })),
    ),
  })
  .map(({ days, interval, end }) => (first: Temporal.PlainDate) => {
    const last =
      'days' in end ? `UNTIL=${first.add(end).toString().replaceAll('-', '')}` : `COUNT=${end.count}`;
    return `FREQ=${days};INTERVAL=${interval};${last}`;
  });

const zones = ['Europe/London', 'Europe/Rome', 'America/New_York', 'Pacific/Auckland', 'UTC'];

/** Starts from 4am on: readers differ about series in the hours in which clocks change. */
const timedSpans: fc.Arbitrary<Timed> = fc
  .record({
    day: startDates,
    minute: fc.integer({ min: 4 * 60, max: 24 * 60 - 1 }),
    length: fc.oneof(fc.constant(0), fc.integer({ min: 5, max: 600 }), fc.integer({ min: 600, max: 4000 })),
    zone: fc.constantFrom(...zones),
  })
  .map(({ day, minute, length, zone }) => {
    const start = day.toZonedDateTime(zone).with({ hour: Math.floor(minute / 60), minute: minute % 60 });
    const end = start.toInstant().add({ minutes: length });
    return { type: 'timed', start: start.toInstant(), end, zone };
  });

const wholeDays: fc.Arbitrary<AllDay> = fc
  .record({ first: startDates, days: fc.integer({ min: 0, max: 6 }) })
  .map(({ first, days }) => ({
    type: 'all-day',
    first,
    last: first.add({ days }),
    zone: 'Europe/London',
  }));

const spans = fc.oneof(timedSpans, wholeDays);

type What = { readonly kind: 'keep' | 'remove' | 'cancel' | 'rename' | 'move'; readonly hours: number };

function exceptionOf(original: string, { kind, hours }: What, when: Timed | AllDay): OccurrenceException[] {
  if (kind === 'keep') return [];
  if (kind === 'remove') return [{ original, type: 'removed' }];
  if (kind === 'cancel') return [{ original, type: 'changed', change: { cancelled: { reason: 'Snow' } } }];
  if (kind === 'rename') return [{ original, type: 'changed', change: { title: 'Another title' } }];
  return [{ original, type: 'changed', change: { when: moved(when, hours) } }];
}

function moved(when: Timed | AllDay, hours: number): Timed | AllDay {
  if (when.type === 'all-day') {
    return { ...when, first: when.first.add({ days: hours }), last: when.last.add({ days: hours + 1 }) };
  }
  return { ...when, start: when.start.add({ hours }), end: when.end.add({ hours: hours + 1 }) };
}

const whats = fc.array(
  fc.record({
    kind: fc.constantFrom('keep', 'keep', 'remove', 'cancel', 'rename', 'move'),
    hours: fc.integer({ min: 1, max: 50 }),
  }),
  { maxLength: 8 },
);

/** A rule on the days from which it really starts, with exceptions to its first occurrences; null where it has none. */
const series = fc.record({ when: spans, rule: rules, whats }).map(({ when, rule, whats }) => {
  const context = { kind: 'meeting', audience: 'public' } as const;
  const plain = checkRecurrence({ rule: rule(startDay(when)), exceptions: [] }, when, context);
  if (!plain.ok || plain.value === null) return null;
  const originals = expand({ when, recurrence: plain.value }).map(({ original }) => original ?? '');
  // The Temporal that node-ical brings knows no clock changes after 2037.
  if ((originals.at(-1) ?? '') > '2036') return null;
  const exceptions = originals.flatMap((original, index) => {
    const what = whats[index];
    return what === undefined ? [] : exceptionOf(original, what, when);
  });
  const recurrence: Recurrence = { ...plain.value, exceptions };
  return { when, recurrence };
});

const once = spans.map((when) => ({ when, recurrence: null }));
const month = fc.integer({ min: 1, max: 12 }).map((number) => ({
  when: {
    type: 'month',
    month: Temporal.PlainYearMonth.from({ year: 2026, month: number }),
    zone: 'UTC',
  } as const,
  recurrence: null,
}));

/** Events of every sort, published, postponed or cancelled. */
export const randomEvents: fc.Arbitrary<CalendarEvent> = fc
  .record({
    dated: fc.oneof(
      { arbitrary: series.filter((value) => value !== null), weight: 4 },
      { arbitrary: once, weight: 2 },
      { arbitrary: month, weight: 1 },
    ),
    uid: fc.uuid(),
    title: texts.filter((text) => /[a-z]/iu.test(text)),
    description: texts,
    place: fc.option(
      fc.record({
        name: texts,
        address: fc.option(texts),
        coordinates: fc.option(
          fc.record({
            latitude: fc.double({ min: -90, max: 90, noNaN: true }),
            longitude: fc.double({ min: -180, max: 180, noNaN: true }),
          }),
        ),
      }),
    ),
    organiser: fc.option(fc.record({ name: texts, email: fc.option(texts), phone: fc.option(texts) })),
    joining: fc.option(fc.webUrl().map((url) => ({ url, shownTo: 'public' as const }))),
    format: fc.constantFrom('in person' as const, 'online' as const, 'hybrid' as const),
    status: fc.constantFrom('published' as const, 'postponed' as const, 'cancelled' as const),
    statusReason: fc.option(texts),
    tags: fc.array(texts, { maxLength: 3 }),
    sequence: fc.nat({ max: 100 }),
  })
  .map(({ dated, ...fields }) => sampleEvent({ ...fields, ...dated }));
