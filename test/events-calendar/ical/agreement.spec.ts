import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarEvent, When } from '../../../apps/events-calendar/src/events/domain/event.js';
import { expand } from '../../../apps/events-calendar/src/events/domain/expand.js';
import { summaryOf } from '../../../apps/events-calendar/src/feeds/domain/wording.js';
import { showEvent, showOccurrence } from '../../../apps/events-calendar/src/feeds/domain/showing.js';
import { randomEvents } from './random-events.js';
import { readWithIcalJs, readWithNodeIcal, type Seen, sorted } from './readers.js';
import { feedOf } from './reading.js';
import { allDay, sampleEvent, timed } from './sample-events.js';
import { strictCheck } from './strict-check.js';

/** The happenings of an event as the calendar itself has them, in the words of a reader. */
function seenByUs(event: CalendarEvent): Seen[] {
  return expand(event).map(({ original, when, change, cancelled }) => {
    const showing =
      original === null || change === null || event.when.type === 'month'
        ? showEvent(event)
        : showOccurrence(event, event.when, original, change);
    const { start, end } = spanOf(when);
    return {
      uid: event.uid,
      start,
      end,
      title: summaryOf(showing),
      isCancelled: event.status === 'cancelled' || cancelled !== null,
    };
  });
}

function spanOf(when: When): { start: string; end: string } {
  if (when.type === 'timed') {
    const [start, end] = [when.start, when.end].map((instant) =>
      instant.toString({ fractionalSecondDigits: 3 }),
    );
    return { start: start ?? '', end: end ?? '' };
  }
  const first = when.type === 'month' ? when.month.toPlainDate({ day: 1 }) : when.first;
  const last = when.type === 'month' ? first : when.last;
  return { start: first.toString(), end: last.add({ days: 1 }).toString() };
}

function expectAgreement(events: readonly CalendarEvent[]): void {
  const feed = feedOf(events);
  const ours = sorted(events.flatMap(seenByUs));
  expect(strictCheck(feed)).toEqual([]);
  expect(readWithIcalJs(feed)).toEqual(ours);
  expect(readWithNodeIcal(feed).map(withoutBackslashes)).toEqual(ours.map(withoutBackslashes));
}

/** node-ical takes the text `\\n` (a backslash and an n, escaped as `\\\\n`) for a line break. */
const withoutBackslashes = (seen: Seen): Seen => ({
  ...seen,
  title: seen.title.replaceAll(/\\n?|\n/giu, ''),
});

const off = { cancelled: { reason: 'Snow' } };

describe('ical.js, node-ical and the calendar itself see the same', () => {
  it.each([
    ['a meeting', sampleEvent()],
    ['a deadline', sampleEvent({ kind: 'deadline', when: timed('2026-06-01T12:00', '2026-06-01T12:00') })],
    ['a day', sampleEvent({ when: allDay('2026-03-29') })],
    ['days across a clock change', sampleEvent({ when: allDay('2026-10-23', '2026-10-26') })],
    ['a night across a clock change', sampleEvent({ when: timed('2026-03-28T20:00', '2026-03-29T08:00') })],
    ['another zone', sampleEvent({ when: timed('2024-03-10T09:00', '2024-03-10T17:00', 'Europe/Rome') })],
    ['an old date', sampleEvent({ when: timed('1994-10-25T09:00', '1994-10-25T10:00') })],
    ['cancelled', sampleEvent({ status: 'cancelled', when: allDay('2020-06-01', '2020-06-30') })],
    ['Welsh and emoji', sampleEvent({ title: 'Gŵyl y Môr 🎉👩‍👩‍👧' })],
    ['900 characters', sampleEvent({ title: 'ŵ;,\\'.repeat(225) })],
  ])('of %s', (_name, event) => {
    expectAgreement([event]);
  });

  it.each([
    ['London in spring', timed('2026-03-02T14:00', '2026-03-02T15:00')],
    ['London in autumn', timed('2026-10-05T14:00', '2026-10-05T15:00')],
    ['Rome in spring', timed('2026-03-02T09:30', '2026-03-02T11:00', 'Europe/Rome')],
    ['Rome in autumn', timed('2026-10-05T09:30', '2026-10-05T11:00', 'Europe/Rome')],
    ['London in the years of the other rule', timed('1995-10-02T14:00', '1995-10-02T15:00')],
  ])('of a weekly series with exceptions in %s', (_name, when) => {
    const day = (weeks: number) =>
      when.start
        .toZonedDateTimeISO(when.zone)
        .add({ weeks })
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' });
    const moved = {
      when: { ...when, start: when.start.add({ hours: 75 }), end: when.end.add({ hours: 77 }) },
    };
    expectAgreement([
      sampleEvent({
        when,
        recurrence: {
          rule: 'FREQ=WEEKLY;COUNT=8',
          exceptions: [
            { original: day(1), type: 'removed' },
            { original: day(2), type: 'changed', change: off },
            { original: day(3), type: 'changed', change: moved },
            { original: day(5), type: 'changed', change: { title: 'Only this one; 🎉' } },
          ],
        },
      }),
    ]);
  });

  it('of a series of days with exceptions', () => {
    const exceptions = [
      { original: '2026-03-29', type: 'removed' as const },
      {
        original: '2026-03-30',
        type: 'changed' as const,
        change: { when: allDay('2026-04-05', '2026-04-06') },
      },
      { original: '2026-03-31', type: 'changed' as const, change: off },
    ];
    const recurrence = { rule: 'FREQ=DAILY;UNTIL=20260402', exceptions };
    expectAgreement([sampleEvent({ when: allDay('2026-03-28'), recurrence })]);
  });

  it.each([
    ['the 31st of every month', 'FREQ=MONTHLY;COUNT=7', timed('2026-01-31T14:00', '2026-01-31T15:00')],
    ['29 February', 'FREQ=YEARLY;COUNT=2', timed('2024-02-29T14:00', '2024-02-29T15:00')],
  ])('of a series on %s, which leaves out what has no such day', (_name, rule, when) => {
    expectAgreement([sampleEvent({ when, recurrence: { rule, exceptions: [] } })]);
  });

  it('of a series of nights, one of which has an hour less', () => {
    const when = timed('2026-03-26T22:00', '2026-03-27T06:00');
    expectAgreement([sampleEvent({ when, recurrence: { rule: 'FREQ=DAILY;COUNT=6', exceptions: [] } })]);
  });

  it('of a series of nights, one of which would end when the clocks show no such time', () => {
    const when = timed('2026-03-25T22:00', '2026-03-26T01:30');
    expectAgreement([sampleEvent({ when, recurrence: { rule: 'FREQ=DAILY;COUNT=6', exceptions: [] } })]);
  });

  it('of any event', () => {
    fc.assert(
      fc.property(fc.uniqueArray(randomEvents, { selector: ({ uid }) => uid, maxLength: 3 }), (events) => {
        expectAgreement(events);
      }),
      { numRuns: 100, interruptAfterTimeLimit: 30_000 },
    );
  });
});
