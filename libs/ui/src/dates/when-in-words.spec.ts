import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { AnyWhen } from './when.js';
import { whenInWords, whenParts } from './when-in-words.js';

function timed(start: string, end: string, zone = 'Europe/London'): AnyWhen {
  const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
  return { type: 'timed', start: at(start), end: at(end), zone };
}

function days(first: string, last: string): AnyWhen {
  const [from, to] = [Temporal.PlainDate.from(first), Temporal.PlainDate.from(last)];
  return { type: 'all-day', first: from, last: to, zone: 'Europe/London' };
}

describe('a meeting', () => {
  test.each([
    ['2019-10-01T10:00', '2019-10-01T12:00', 'Tuesday 1 October 2019, 10am to 12 noon'],
    ['2020-11-27T14:30', '2020-11-27T16:05', 'Friday 27 November 2020, 2.30pm to 4.05pm'],
    ['2019-10-01T12:30', '2019-10-01T13:00', 'Tuesday 1 October 2019, 12.30pm to 1pm'],
    ['2019-10-01T00:30', '2019-10-01T02:00', 'Tuesday 1 October 2019, 12.30am to 2am'],
    ['2019-10-01T19:00', '2019-10-02T00:00', 'Tuesday 1 October 2019, 7pm to midnight'],
    ['2019-10-01T00:00', '2019-10-01T02:00', 'Tuesday 1 October 2019, midnight to 2am'],
    ['2019-10-01T22:00', '2019-10-02T02:00', 'Tuesday 1 October, 10pm to Wednesday 2 October 2019, 2am'],
    [
      '2019-12-31T22:00',
      '2020-01-01T02:00',
      'Tuesday 31 December 2019, 10pm to Wednesday 1 January 2020, 2am',
    ],
  ])('%s to %s: %s', (start, end, words) => {
    expect(whenInWords(timed(start, end))).toBe(words);
  });

  test('names the city where the reader’s clock shows another time', () => {
    const rome = timed('2024-03-11T09:00', '2024-03-11T17:00', 'Europe/Rome');
    expect(whenInWords(rome)).toBe('Monday 11 March 2024, 9am to 5pm, Rome time');
    expect(whenInWords(rome, { readerZone: 'Europe/Rome' })).toBe('Monday 11 March 2024, 9am to 5pm');
    expect(whenInWords(rome, { readerZone: 'Europe/Madrid' })).toBe('Monday 11 March 2024, 9am to 5pm');
    expect(whenInWords(timed('2024-03-11T09:00', '2024-03-11T17:00'), { readerZone: 'Europe/Rome' })).toBe(
      'Monday 11 March 2024, 9am to 5pm, London time',
    );
    expect(
      whenInWords(timed('2024-07-11T09:00', '2024-07-11T10:00', 'America/Argentina/Buenos_Aires')),
    ).toContain(', Buenos Aires time');
    expect(whenInWords(timed('2024-07-11T09:00', '2024-07-11T10:00', 'UTC'))).toBe(
      'Thursday 11 July 2024, 9am to 10am, UTC',
    );
  });

  test('tells the wall clock on the night that the clocks go back', () => {
    const when: AnyWhen = {
      type: 'timed',
      start: Temporal.Instant.from('2026-10-25T00:30Z'),
      end: Temporal.Instant.from('2026-10-25T03:00Z'),
      zone: 'Europe/London',
    };
    expect(whenParts(when).map((part) => part.datetime)).toEqual([
      '2026-10-25T01:30+01:00',
      null,
      '2026-10-25T03:00+00:00',
    ]);
  });
});

describe('a deadline', () => {
  test.each([
    ['2020-11-27T12:00', 'by 12 noon on Friday 27 November 2020'],
    ['2020-11-27T17:00', 'by 5pm on Friday 27 November 2020'],
    ['2020-11-27T23:59', 'by 11.59pm on Friday 27 November 2020'],
    ['2020-11-27T00:00', 'by midnight at the end of Thursday 26 November 2020'],
  ])('%s: %s', (at, words) => {
    expect(whenInWords(timed(at, at))).toBe(words);
  });
});

describe('whole days', () => {
  test.each([
    ['2019-10-01', '2019-10-01', 'Tuesday 1 October 2019'],
    ['2019-10-01', '2019-10-02', 'Tuesday 1 to Wednesday 2 October 2019'],
    ['2019-09-30', '2019-10-02', 'Monday 30 September to Wednesday 2 October 2019'],
    ['2019-12-31', '2020-01-02', 'Tuesday 31 December 2019 to Thursday 2 January 2020'],
  ])('%s to %s: %s', (first, last, words) => {
    expect(whenInWords(days(first, last))).toBe(words);
  });
});

test('a month', () => {
  const when: AnyWhen = {
    type: 'month',
    month: Temporal.PlainYearMonth.from('2026-06'),
    zone: 'Europe/London',
  };
  expect(whenInWords(when)).toBe('June 2026, date to be fixed');
  expect(whenParts(when)[0]?.datetime).toBe('2026-06');
});

describe('the year that goes without saying', () => {
  const implied = { impliedYear: 2019 };
  test.each([
    [timed('2019-10-01T10:00', '2019-10-01T12:00'), 'Tuesday 1 October, 10am to 12 noon'],
    [timed('2019-10-01T22:00', '2019-10-02T02:00'), 'Tuesday 1 October, 10pm to Wednesday 2 October, 2am'],
    [timed('2020-10-01T10:00', '2020-10-01T12:00'), 'Thursday 1 October 2020, 10am to 12 noon'],
    [timed('2019-10-01T12:00', '2019-10-01T12:00'), 'by 12 noon on Tuesday 1 October'],
    [days('2019-10-01', '2019-10-02'), 'Tuesday 1 to Wednesday 2 October'],
    [days('2019-12-31', '2020-01-02'), 'Tuesday 31 December 2019 to Thursday 2 January 2020'],
    [days('2018-12-31', '2019-01-02'), 'Monday 31 December 2018 to Wednesday 2 January 2019'],
    [
      timed('2018-12-31T22:00', '2019-01-01T02:00'),
      'Monday 31 December 2018, 10pm to Tuesday 1 January 2019, 2am',
    ],
  ])('%#: %s', (when, words) => {
    expect(whenInWords(when, implied)).toBe(words);
  });
});

describe('for any time', () => {
  const zone = fc.constantFrom(
    'Europe/London',
    'Europe/Rome',
    'America/New_York',
    'Asia/Kolkata',
    'Pacific/Apia',
  );
  const start = fc.integer({ min: 0, max: 2_000_000_000 });
  const length = fc.integer({ min: 0, max: 400_000 });

  test('the machine-readable times are the times, to the minute', () => {
    fc.assert(
      fc.property(start, length, zone, (from, seconds, where) => {
        const when: AnyWhen = {
          type: 'timed',
          start: Temporal.Instant.fromEpochMilliseconds(Math.floor(from / 60) * 60_000),
          end: Temporal.Instant.fromEpochMilliseconds(Math.floor((from + seconds) / 60) * 60_000),
          zone: where,
        };
        const told = whenParts(when).flatMap(({ datetime }) => (datetime === null ? [] : [datetime]));
        expect(Temporal.Instant.from(told[0] ?? '').equals(when.start)).toBe(true);
        expect(Temporal.Instant.from(told.at(-1) ?? '').equals(when.end)).toBe(true);
      }),
    );
  });

  test('the words can be read back: the day and time of the start are said', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 60, max: 400_000 }), zone, (from, seconds, where) => {
        const begins = Temporal.Instant.fromEpochMilliseconds(from * 1000);
        const ends = Temporal.Instant.fromEpochMilliseconds((from + seconds) * 1000);
        const words = whenInWords({ type: 'timed', start: begins, end: ends, zone: where });
        const local = begins.toZonedDateTimeISO(where);
        expect(words).toMatch(new RegExp(`^[A-Z][a-z]+day ${local.day} [A-Z][a-z]+`));
        expect(words).toContain(
          new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: where }).format(from * 1000),
        );
        expect(words).not.toMatch(/undefined|NaN|\b0am|\b0pm/);
      }),
    );
  });
});
