import fc from 'fast-check';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { EventDetails, Occurrence, OccurrenceException, When } from './event.js';
import { expand } from './expand.js';
import { allDaySample, monthSample, timedSample } from './testing/samples.js';
import { compareWhen } from './when.js';

const series = (
  when: When,
  rule: string,
  ...exceptions: OccurrenceException[]
): Pick<EventDetails, 'when' | 'recurrence'> => ({
  when,
  recurrence: { rule, exceptions },
});
const written = ({ when }: Occurrence) => {
  if (when.type === 'timed') {
    return [when.start, when.end]
      .map((instant) =>
        instant.toZonedDateTimeISO(when.zone).toString({ smallestUnit: 'minute', timeZoneName: 'never' }),
      )
      .join(' ');
  }
  return when.type === 'all-day' ? `${when.first.toString()} ${when.last.toString()}` : when.month.toString();
};
const call = timedSample('2026-10-20T10:00', '2026-10-20T11:00');

describe('expand', () => {
  it('gives an event that does not recur once', () => {
    const when = monthSample('2026-06');
    expect(expand({ when, recurrence: null })).toEqual([
      { original: null, when, cancelled: null, change: null },
    ]);
  });

  it('keeps the wall-clock time across both clock changes', () => {
    expect(expand(series(call, 'FREQ=WEEKLY;COUNT=2')).map(written)).toEqual([
      '2026-10-20T10:00+01:00 2026-10-20T11:00+01:00',
      '2026-10-27T10:00+00:00 2026-10-27T11:00+00:00',
    ]);
    expect(
      expand(series(timedSample('2026-03-24T10:00', '2026-03-24T11:00'), 'FREQ=WEEKLY;COUNT=2')).map(written),
    ).toEqual([
      '2026-03-24T10:00+00:00 2026-03-24T11:00+00:00',
      '2026-03-31T10:00+01:00 2026-03-31T11:00+01:00',
    ]);
  });

  it('keeps the end’s wall-clock time when the clocks change in between', () => {
    const weekend = timedSample('2026-10-17T18:00', '2026-10-18T16:00');
    expect(expand(series(weekend, 'FREQ=WEEKLY;COUNT=2')).map(written)[1]).toBe(
      '2026-10-24T18:00+01:00 2026-10-25T16:00+00:00',
    );
  });

  it('takes a start that the clocks jump over by the offset before', () => {
    const night = timedSample('2026-03-28T01:30', '2026-03-28T02:15');
    const occurrences = expand(series(night, 'FREQ=DAILY;COUNT=3'));
    expect(occurrences.map(({ original }) => original)).toEqual([
      '2026-03-28T01:30',
      '2026-03-29T01:30',
      '2026-03-30T01:30',
    ]);
    expect(occurrences.map(written)[1]).toBe('2026-03-29T02:30+01:00 2026-03-29T03:15+01:00');
  });

  it('takes the first of two equal times', () => {
    const night = timedSample('2026-10-24T01:30', '2026-10-24T03:00');
    expect(expand(series(night, 'FREQ=DAILY;COUNT=2')).map(written)[1]).toBe(
      '2026-10-25T01:30+01:00 2026-10-25T03:00+00:00',
    );
  });

  it('keeps the exact start of the event itself, even if it was the second of two equal times', () => {
    const start = Temporal.Instant.from('2026-10-25T01:30:00Z');
    const when: When = { type: 'timed', start, end: start.add({ hours: 1 }), zone: 'Europe/London' };
    expect(expand(series(when, 'FREQ=DAILY;COUNT=2'))[0]?.when).toEqual(when);
  });

  it('repeats several whole days', () => {
    expect(
      expand(series(allDaySample('2026-03-28', '2026-03-30'), 'FREQ=YEARLY;COUNT=2')).map(written),
    ).toEqual(['2026-03-28 2026-03-30', '2027-03-28 2027-03-30']);
  });

  it('leaves out what was removed, marks what is off, moves what moved, and sorts', () => {
    const moved = timedSample('2026-11-20T14:00', '2026-11-20T15:00');
    const occurrences = expand(
      series(
        call,
        'FREQ=WEEKLY;COUNT=5',
        { original: '2026-10-20T10:00', type: 'changed', change: { title: 'First call', when: moved } },
        { original: '2026-10-27T10:00', type: 'removed' },
        { original: '2026-11-03T10:00', type: 'changed', change: { cancelled: { reason: 'Half term' } } },
        { original: '2030-01-01T10:00', type: 'removed' },
      ),
    );
    expect(occurrences.map(({ original, cancelled }) => [original, cancelled?.reason ?? null])).toEqual([
      ['2026-11-03T10:00', 'Half term'],
      ['2026-11-10T10:00', null],
      ['2026-11-17T10:00', null],
      ['2026-10-20T10:00', null],
    ]);
    expect(occurrences.at(-1)).toMatchObject({ when: moved, change: { title: 'First call' } });
  });

  it('gives what ical.js gives, in any zone and through all clock changes', () => {
    const zones = fc.constantFrom(
      'Europe/London',
      'America/New_York',
      'Australia/Lord_Howe',
      'America/Santiago',
      'UTC',
    );
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 });
    const rules = fc.constantFrom(
      'FREQ=DAILY;COUNT=400',
      'FREQ=WEEKLY;COUNT=60',
      'FREQ=MONTHLY;COUNT=13',
      'FREQ=MONTHLY;INTERVAL=2;COUNT=9',
    );
    fc.assert(
      fc.property(zones, minutes, rules, (zone, minutes, rule) => {
        const local = Temporal.PlainDateTime.from('2026-01-01T00:00').add({ minutes });
        const start = local.toZonedDateTime(zone);
        if (!start.toPlainDateTime().equals(local)) return;
        const when: When = {
          type: 'timed',
          start: start.toInstant(),
          end: start.add({ minutes: 45 }).toInstant(),
          zone,
        };
        const iterator = ICAL.Recur.fromString(rule).iterator(
          ICAL.Time.fromDateTimeString(local.toString({ smallestUnit: 'second' })),
        );
        const theirs: string[] = [];
        for (let next = iterator.next(); next; next = iterator.next()) {
          theirs.push(
            Temporal.PlainDateTime.from(next.toString()).toZonedDateTime(zone).toInstant().toString(),
          );
        }
        const ours = expand(series(when, rule)).map((each) =>
          each.when.type === 'timed' ? each.when.start.toString() : '',
        );
        // The event's own start is exact; ical.js was given its wall clock.
        expect(ours.slice(1)).toEqual(theirs.slice(1));
      }),
      { numRuns: 40 },
    );
  });

  it('never ends before it starts, and is sorted, whatever the hour', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 });
    const length = fc.integer({ min: 0, max: 60 * 50 });
    fc.assert(
      fc.property(minutes, length, (minutes, length) => {
        const start = Temporal.ZonedDateTime.from('2026-03-26T00:00[Europe/London]').add({ minutes });
        const end = start.add({ minutes: length });
        const when: When = {
          type: 'timed',
          start: start.toInstant(),
          end: end.toInstant(),
          zone: 'Europe/London',
        };
        const occurrences = expand(series(when, 'FREQ=DAILY;COUNT=6'));
        expect(occurrences).toHaveLength(6);
        for (const { when } of occurrences) {
          expect(when.type === 'timed' && Temporal.Instant.compare(when.start, when.end) <= 0).toBe(true);
        }
        expect(occurrences.toSorted((a, b) => compareWhen(a.when, b.when))).toEqual(occurrences);
      }),
    );
  });
});
