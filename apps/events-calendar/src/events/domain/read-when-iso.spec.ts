import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { orThrow, type Checked } from './errors.js';
import type { EventKind } from './event.js';
import { whenFromIso } from './read-when-iso.js';
import { allDaySample, monthSample, timedSample } from './testing/samples.js';
import { sameWhen } from './when.js';

const read = (start: string, end?: string, zone = 'Europe/London', kind: EventKind = 'meeting') =>
  whenFromIso({ start, end, zone }, kind);
const problems = (checked: Checked<unknown>) =>
  checked.ok ? [] : checked.problems.map(({ field, code }) => `${field}: ${code}`);

describe('whenFromIso', () => {
  it.each([
    [
      'local times',
      read('2026-06-01T14:00', '2026-06-01T15:30'),
      timedSample('2026-06-01T14:00', '2026-06-01T15:30'),
    ],
    [
      'seconds of nought',
      read('2026-06-01T14:00:00', '2026-06-01T15:30:00.000'),
      timedSample('2026-06-01T14:00', '2026-06-01T15:30'),
    ],
    [
      'exact times',
      read('2026-06-01T13:00Z', '2026-06-01T16:30+02:00'),
      timedSample('2026-06-01T14:00', '2026-06-01T15:30'),
    ],
    [
      'a deadline',
      read('2026-06-01T12:00', undefined, 'Europe/London', 'deadline'),
      timedSample('2026-06-01T12:00', '2026-06-01T12:00'),
    ],
    ['a day', read('2026-06-01'), allDaySample('2026-06-01')],
    ['an empty end', read('2026-06-01', ' '), allDaySample('2026-06-01')],
    ['days', read('2019-10-01', '2019-10-02'), allDaySample('2019-10-01', '2019-10-02')],
    ['a month', read('2026-06'), monthSample('2026-06')],
    ['a month, twice', read('2026-06', '2026-06'), monthSample('2026-06')],
    ['a zone’s alias', read('2026-06-01', undefined, 'gb'), allDaySample('2026-06-01', '2026-06-01', 'GB')],
  ])('reads %s', (_, checked, expected) => {
    expect(sameWhen(orThrow(checked), expected)).toBe(true);
  });

  it.each([
    ['nothing', read(''), ['when.start: date-missing']],
    ['a British date', read('01/06/2026'), ['when.start: when-unreadable']],
    ['30 February', read('2026-02-30'), ['when.start: date-does-not-exist']],
    [
      'hour 25',
      read('2026-06-01T25:00', '2026-06-01T26:00'),
      ['when.start: when-unreadable', 'when.end: when-unreadable'],
    ],
    ['seconds', read('2026-06-01T14:00:30', '2026-06-01T15:00'), ['when.start: when-unreadable']],
    [
      'an impossible offset',
      read('2026-06-01T14:00+99:00', '2026-06-01T15:00'),
      ['when.start: when-unreadable'],
    ],
    ['no end', read('2026-06-01T14:00'), ['when.end: end-missing']],
    ['a day as end of a time', read('2026-06-01T14:00', '2026-06-01'), ['when.end: end-of-another-kind']],
    ['two months', read('2026-06', '2026-07'), ['when.end: end-of-another-kind']],
    ['end before start', read('2026-06-01T14:00', '2026-06-01T13:00'), ['when.end: end-before-start']],
    ['last day before first', read('2026-06-02', '2026-06-01'), ['when.end: end-before-start']],
    ['a skipped hour', read('2026-03-29T01:30', '2026-03-29T03:00'), ['when.start: time-does-not-exist']],
    [
      'all at once',
      read('2026-02-30', '2026-13-01', 'Mars/Phobos'),
      ['when.start: date-does-not-exist', 'when.end: date-does-not-exist', 'when.zone: zone-unknown'],
    ],
  ])('refuses %s', (_, checked, expected) => {
    expect(problems(checked)).toEqual(expected);
  });

  it('keeps the wall clock of every time that exists, in any zone', () => {
    const zones = fc.constantFrom(
      'Europe/London',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'UTC',
    );
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 * 20 });
    fc.assert(
      fc.property(zones, minutes, (zone, minutes) => {
        const local = Temporal.PlainDateTime.from('2010-01-01').add({ minutes });
        const text = local.toString({ smallestUnit: 'minute' });
        const end = local.add({ days: 1 }).toString({ smallestUnit: 'minute' });
        const checked = read(text, end, zone);
        if (!checked.ok) {
          expect(problems(checked).every((problem) => problem.endsWith('time-does-not-exist'))).toBe(true);
          return;
        }
        const { value } = checked;
        expect(
          value.type === 'timed' && value.start.toZonedDateTimeISO(zone).toPlainDateTime().equals(local),
        ).toBe(true);
      }),
    );
  });
});
