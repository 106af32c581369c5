import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { orThrow, type Checked } from './errors.js';
import type { EventKind, When } from './event.js';
import { whenFromForm, type WhenForm } from './read-when.js';
import { allDaySample, monthSample, timedSample } from './testing/samples.js';
import { sameWhen } from './when.js';

const blank = { day: '', month: '', year: '' };
const date = (text: string) => {
  const [day = '', month = '', year = ''] = text.split(' ');
  return { day, month, year };
};
const form = (different: Partial<WhenForm> = {}): WhenForm => ({
  type: 'timed',
  start: date('1 6 2026'),
  startTime: '2pm',
  end: blank,
  endTime: '3.30pm',
  zone: 'Europe/London',
  ...different,
});
const problems = (checked: Checked<unknown>) =>
  checked.ok ? [] : checked.problems.map(({ field, code }) => `${field}: ${code}`);
const read = (different: Partial<WhenForm>, kind: EventKind = 'meeting') =>
  whenFromForm(form(different), kind);
const expectWhen = (checked: Checked<When>, when: When) =>
  expect(sameWhen(orThrow(checked), when)).toBe(true);

describe('whenFromForm', () => {
  it('reads times on one day when the end date is blank', () => {
    expectWhen(read({}), timedSample('2026-06-01T14:00', '2026-06-01T15:30'));
  });

  it('reads times over several days, with month names', () => {
    expectWhen(
      read({ start: date('30 June 2026'), end: date('1 jul 2026'), startTime: '10', endTime: '12 noon' }),
      timedSample('2026-06-30T10:00', '2026-07-01T12:00'),
    );
  });

  it('takes midnight with a blank end date as the end of the day', () => {
    expectWhen(
      read({ startTime: '7pm', endTime: 'midnight' }),
      timedSample('2026-06-01T19:00', '2026-06-02T00:00'),
    );
  });

  it('says what midnight means when the end date is typed', () => {
    const late = read({ startTime: '7pm', endTime: 'midnight', end: date('1 6 2026') });
    expect(problems(late)).toEqual(['when.end.time: end-before-start']);
    expect(late).toMatchObject({ problems: [{ message: expect.stringContaining('choose the next day') }] });
  });

  it('reads a deadline as a moment', () => {
    expectWhen(
      read({ startTime: '12 noon', endTime: '' }, 'deadline'),
      timedSample('2026-06-01T12:00', '2026-06-01T12:00'),
    );
    expectWhen(
      read({ startTime: 'noon', endTime: 'noon' }, 'deadline'),
      timedSample('2026-06-01T12:00', '2026-06-01T12:00'),
    );
  });

  it('reads whole days and months', () => {
    expectWhen(read({ type: 'all-day' }), allDaySample('2026-06-01'));
    expectWhen(read({ type: 'all-day', end: date('3 6 2026') }), allDaySample('2026-06-01', '2026-06-03'));
    expectWhen(read({ type: 'month', start: date(' 6 2026') }), monthSample('2026-06'));
  });

  it.each<[string, Partial<WhenForm>, string[]]>([
    [
      'nothing filled in',
      { start: blank, startTime: '', endTime: '', zone: '' },
      [
        'when.start.date: date-missing',
        'when.start.time: time-missing',
        'when.end.time: end-missing',
        'when.zone: zone-missing',
      ],
    ],
    ['30 February', { start: date('30 2 2027') }, ['when.start.date: date-does-not-exist']],
    ['29 February in a common year', { start: date('29 2 2027') }, ['when.start.date: date-does-not-exist']],
    ['month 13', { start: date('1 13 2027') }, ['when.start.date: date-does-not-exist']],
    ['no year', { start: date('1 6 ') }, ['when.start.date: date-incomplete']],
    ['two-digit year', { start: date('1 6 26') }, ['when.start.date: date-unreadable']],
    ['a year too early', { start: date('1 6 1989') }, ['when.start.date: year-out-of-range']],
    ['a year too late', { start: date('1 6 2101') }, ['when.start.date: year-out-of-range']],
    ['end before start', { startTime: '3pm', endTime: '2pm' }, ['when.end.time: end-before-start']],
    ['end day before start', { end: date('31 5 2026') }, ['when.end.date: end-before-start']],
    ['end equal to start', { endTime: '2pm' }, ['when.end.time: end-equals-start']],
    ['32 days with times', { end: date('3 7 2026') }, ['when.end.date: too-long-for-times']],
    ['an unknown zone', { zone: 'Europe/Rochdale' }, ['when.zone: zone-unknown']],
    ['an offset as a zone', { zone: '+01:00' }, ['when.zone: zone-unknown']],
    ['an unknown type', { type: 'sometime' }, ['when.type: unknown-choice']],
    [
      'an hour that the clocks skip',
      { start: date('29 3 2026'), startTime: '01:30', endTime: '3am' },
      ['when.start.time: time-does-not-exist'],
    ],
    [
      'an end that the clocks skip',
      { start: date('29 3 2026'), startTime: '00:30', endTime: '1:30am' },
      ['when.end.time: time-does-not-exist'],
    ],
    [
      'last day before first',
      { type: 'all-day', end: date('31 5 2026') },
      ['when.end.date: end-before-start'],
    ],
    ['a month without a year', { type: 'month', start: date(' 6 ') }, ['when.month: date-incomplete']],
  ])('refuses %s', (_, different, expected) => {
    expect(problems(read(different))).toEqual(expected);
  });

  it('marks the inputs that are at fault', () => {
    expect(read({ start: date('1  2027') })).toMatchObject({ problems: [{ parts: ['month'] }] });
    expect(read({ start: date('30 2 2027') })).toMatchObject({
      problems: [{ parts: ['day'], message: '30 February 2027 does not exist: February 2027 has 28 days.' }],
    });
  });

  it('says why a time does not exist', () => {
    expect(read({ start: date('29 3 2026'), startTime: '1.30am', endTime: '3am' })).toMatchObject({
      problems: [
        {
          message:
            '1:30am on 29 March 2026 does not exist in London: the clocks go forward from 1am to 2am. Choose a time before 1am, or 2am or later.',
        },
      ],
    });
  });

  it('takes the first of two equal times in autumn, unless told otherwise', () => {
    const autumn = form({ start: date('25 10 2026'), startTime: '01:30', endTime: '3am' });
    const start = (checked: Checked<When>) => {
      const when = orThrow(checked);
      return when.type === 'timed' ? when.start.toString() : when.type;
    };
    expect(start(whenFromForm(autumn, 'meeting'))).toBe('2026-10-25T00:30:00Z');
    expect(start(whenFromForm(autumn, 'meeting', 'later'))).toBe('2026-10-25T01:30:00Z');
    expect(problems(whenFromForm(autumn, 'meeting', 'reject'))).toEqual(['when.start.time: time-ambiguous']);
  });

  it('accepts 31 days with times across a clock change', () => {
    expect(read({ start: date('1 10 2026'), end: date('1 11 2026'), endTime: '2pm' }).ok).toBe(true);
  });

  it('reads back every day that exists and refuses the others', () => {
    const day = fc.integer({ min: 1, max: 31 });
    const month = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2100 }), month, day, (year, month, day) => {
        const checked = read({ type: 'all-day', start: date(`${day} ${month} ${year}`) });
        const exists = day <= new Temporal.PlainYearMonth(year, month).daysInMonth;
        expect(checked.ok).toBe(exists);
      }),
    );
  });
});
