import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { accepted, moveDates } from '#checks';
import { copiedDays } from './copied-days.js';
import { checkDays, spanOf, usualDays, type DayInput } from './days.js';

const zone = 'Europe/London';
const line = (day: string, opens: string, closes: string, kind = 'open'): DayInput => ({
  day: accepted(day),
  kind,
  opens,
  closes,
});
const codes = (lines: readonly DayInput[]) => {
  const checked = checkDays(lines, zone);
  return checked.ok ? 'fine' : checked.problems.map(({ field, code }) => `${field} ${code}`);
};

describe('the days of an exhibition', () => {
  it('are put in the order in which they begin', () => {
    const days = checkDays(
      [line('2027-09-27', '9am', '5pm'), line('2027-09-26', '10pm', '2am', 'build-up')],
      zone,
    );
    expect(days).toEqual({
      ok: true,
      value: [
        { day: '2027-09-26', kind: 'build-up', opens: '22:00', closes: '02:00' },
        { day: '2027-09-27', kind: 'open', opens: '09:00', closes: '17:00' },
      ],
    });
  });

  it('are refused where they make no sense, each at its field', () => {
    const open = line('2027-09-26', '9am', '5pm');
    expect(codes([])).toEqual(['days no-open-day']);
    expect(codes([line('2027-09-26', '9am', '5pm', 'build-up')])).toEqual(['days no-open-day']);
    expect(codes([open, open])).toEqual(['days.1.day day-twice']);
    expect(codes([open, line('2027-09-26', '4pm', '6pm', 'break-down')])).toEqual([
      'days.1.opens days-overlap',
    ]);
    expect(codes([open, line('2027-09-26', '5pm', '6pm', 'break-down')])).toBe('fine');
    expect(codes([open, line('2027-10-27', '9am', '5pm')])).toEqual(['days.1.day days-apart']);
    expect(codes([line('2027-09-26', '5pm', '9am')])).toEqual(['days.0.closes end-before-start']);
    expect(codes([line('2027-09-26', '7pm', '9am')])).toBe('fine');
    expect(codes([line('2027-03-28', '01:05', '01:55')])).toEqual(['days.0.opens no-such-time']);
    expect(codes([line('2027-09-26', '', 'x', 'party')])).toEqual([
      'days.0.kind unknown-choice',
      'days.0.opens time-missing',
      'days.0.closes time-unreadable',
    ]);
    expect(codes(Array.from({ length: 25 }, () => open))).toEqual(['days too-many']);
  });

  it('begin and end for everybody with those on which it is open', () => {
    const kinds = ['build-up', 'open', 'open', 'break-down'] as const;
    const days = kinds.map((kind, at) => ({ day: `2027-09-2${at}`, kind, opens: '09:00', closes: '10:00' }));
    expect(spanOf(days)).toEqual({ firstDay: '2027-09-21', lastDay: '2027-09-22' });
  });

  it('of a new one are all from the first to the last', () => {
    const from = (firstDay: string | null, lastDay: string | null) =>
      usualDays({
        firstDay: accepted(firstDay),
        lastDay: accepted(lastDay),
        opens: '9am',
        closes: '5pm',
      })?.map(({ day }) => (day.ok ? day.value : null)) ?? null;
    expect(from('2027-02-27', '2027-03-01')).toEqual(['2027-02-27', '2027-02-28', '2027-03-01']);
    expect(from('2027-02-27', null)).toEqual(['2027-02-27']);
    expect(from('2027-02-27', '2027-02-26')).toBeNull();
    expect(from('2027-02-27', '2028-02-26')).toBeNull();
    expect(from(null, '2027-02-26')).toBeNull();
  });

  it('of a copy are as far apart as they were, at the same hours', () => {
    const start = Temporal.PlainDate.from('2027-09-01');
    const dates = fc.integer({ min: 0, max: 4000 }).map((days) => start.add({ days }));
    const apart = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(dates, dates, apart, (from, to, offsets) => {
        const days = offsets
          .toSorted((one, other) => one - other)
          .map((offset) => ({
            day: from.add({ days: offset }).toString(),
            kind: 'open' as const,
            opens: '09:00',
            closes: '17:00',
          }));
        const first = days[0]?.day ?? '';
        const move = moveDates(first, to.toString(), zone);
        const copied = copiedDays(days, move, zone);
        expect(copied).toEqual({
          ok: true,
          value: days.map((day) => ({
            ...day,
            day: to.add(Temporal.PlainDate.from(first).until(day.day)).toString(),
          })),
        });
      }),
    );
  });
});
