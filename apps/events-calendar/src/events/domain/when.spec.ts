import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { When } from './event.js';
import { allDaySample, monthSample, timedSample } from './testing/samples.js';
import { compareWhen, endInstant, isPast, lastDay, overlaps, startDay, startInstant } from './when.js';

const at = (text: string) => Temporal.Instant.from(text);

describe('start and end', () => {
  it('of whole days are those of the days in their zone', () => {
    const days = allDaySample('2026-03-28', '2026-03-29');
    expect(startInstant(days).toString()).toBe('2026-03-28T00:00:00Z');
    expect(endInstant(days).toString()).toBe('2026-03-29T23:00:00Z');
    expect(startInstant(allDaySample('2026-03-28', '2026-03-28', 'Asia/Tokyo')).toString()).toBe(
      '2026-03-27T15:00:00Z',
    );
  });

  it('of a month are those of its first and last day', () => {
    const june = monthSample('2026-06');
    expect(startInstant(june).toString()).toBe('2026-05-31T23:00:00Z');
    expect(endInstant(june).toString()).toBe('2026-06-30T23:00:00Z');
    expect([startDay(june).toString(), lastDay(june).toString()]).toEqual(['2026-06-01', '2026-06-30']);
  });

  it('begin at the first minute there is, where midnight is skipped', () => {
    const day = allDaySample('2026-09-06', '2026-09-06', 'America/Santiago');
    expect(startInstant(day).toZonedDateTimeISO('America/Santiago').toPlainTime().toString()).toBe(
      '01:00:00',
    );
  });

  it('names the last day that is touched', () => {
    expect(lastDay(timedSample('2026-06-01T19:00', '2026-06-02T00:00')).toString()).toBe('2026-06-01');
    expect(lastDay(timedSample('2026-06-01T19:00', '2026-06-02T00:01')).toString()).toBe('2026-06-02');
    expect(lastDay(timedSample('2026-06-02T00:00', '2026-06-02T00:00')).toString()).toBe('2026-06-02');
  });
});

describe('overlaps', () => {
  const noon = timedSample('2026-06-01T12:00', '2026-06-01T12:00');
  it.each([
    [
      'one within the other',
      timedSample('2026-06-01T10:00', '2026-06-01T16:00'),
      timedSample('2026-06-01T11:00', '2026-06-01T12:00'),
      true,
    ],
    [
      'one after the other',
      timedSample('2026-06-01T10:00', '2026-06-01T12:00'),
      timedSample('2026-06-01T12:00', '2026-06-01T13:00'),
      false,
    ],
    [
      'a time on a whole day',
      timedSample('2026-06-01T10:00', '2026-06-01T12:00'),
      allDaySample('2026-06-01'),
      true,
    ],
    [
      'a time on the next day',
      timedSample('2026-06-02T00:00', '2026-06-02T01:00'),
      allDaySample('2026-06-01'),
      false,
    ],
    ['a moment in the middle', noon, timedSample('2026-06-01T11:00', '2026-06-01T13:00'), true],
    ['a moment at the start', noon, timedSample('2026-06-01T12:00', '2026-06-01T13:00'), true],
    ['a moment at the end', noon, timedSample('2026-06-01T11:00', '2026-06-01T12:00'), false],
    ['a moment and itself', noon, noon, true],
  ])('%s', (_, a, b, expected) => {
    expect(overlaps(a, b)).toBe(expected);
    expect(overlaps(b, a)).toBe(expected);
  });

  it('agrees with counting minutes', () => {
    const stretch = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 10 }));
    const when = ([start, length]: [number, number]): When => {
      const from = at('2026-10-25T00:00Z').add({ minutes: start });
      return { type: 'timed', start: from, end: from.add({ minutes: length }), zone: 'Europe/London' };
    };
    const minutes = ([start, length]: [number, number]) =>
      Array.from({ length: Math.max(length, 1) }, (_, index) => start + index);
    fc.assert(
      fc.property(stretch, stretch, (a, b) => {
        expect(overlaps(when(a), when(b))).toBe(minutes(a).some((minute) => minutes(b).includes(minute)));
      }),
    );
  });
});

describe('isPast', () => {
  it.each([
    [timedSample('2026-06-01T10:00', '2026-06-01T12:00'), '2026-06-01T10:59:59Z', false],
    [timedSample('2026-06-01T10:00', '2026-06-01T12:00'), '2026-06-01T11:00:00Z', true],
    [timedSample('2026-06-01T12:00', '2026-06-01T12:00'), '2026-06-01T11:00:00Z', true],
    [allDaySample('2026-06-01'), '2026-06-01T22:59:59Z', false],
    [allDaySample('2026-06-01'), '2026-06-01T23:00:00Z', true],
    [monthSample('2026-06'), '2026-06-30T12:00:00Z', false],
  ])('%#', (when, now, expected) => {
    expect(isPast(when, at(now))).toBe(expected);
  });
});

describe('compareWhen', () => {
  it('sorts by beginning, the shorter first', () => {
    const sorted = [
      monthSample('2026-06'),
      allDaySample('2026-06-01'),
      timedSample('2026-06-01T00:00', '2026-06-01T01:00'),
      timedSample('2026-05-30T10:00', '2026-06-05T10:00'),
    ]
      .sort(compareWhen)
      .map((when) => when.type);
    expect(sorted).toEqual(['timed', 'timed', 'all-day', 'month']);
  });
});
