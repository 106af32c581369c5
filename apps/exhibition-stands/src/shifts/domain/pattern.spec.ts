import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { ExhibitionDay } from '../../exhibitions/domain/exhibition.js';
import { minutesOf, openingOf } from '../../exhibitions/domain/openings.js';
import { dayOfShift } from './day-of-shift.js';
import { cutIntoShifts, shiftsOfPattern, type DayPattern } from './pattern.js';

const zone = 'Europe/London';
const twoHours: DayPattern = { slotMinutes: 120, cover: 3, leads: 1, handover: 'none', handoverMinutes: 0 };

function hours(
  day: string,
  opens: string,
  closes: string,
  kind: ExhibitionDay['kind'] = 'open',
): ExhibitionDay | null {
  const opening = openingOf({ day, opens, closes }, zone);
  return opening && { day, kind, opens, closes, ...opening };
}

function dayOf(...args: Parameters<typeof hours>): ExhibitionDay {
  const day = hours(...args);
  if (day === null) throw new Error('no such hours');
  return day;
}

const clock = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
const spans = (day: ExhibitionDay, pattern: DayPattern) =>
  cutIntoShifts(day, pattern).map(({ start, end }) => `${clock(start)}–${clock(end)}`);

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
// Around both changes of the clock, and between.
const days = fc
  .record({
    add: fc.integer({ min: -2, max: 2 }),
    at: fc.constantFrom('2027-03-28', '2027-10-31', '2027-09-26'),
  })
  .chain(({ add, at }) =>
    fc
      .tuple(time, time)
      .map(([opens, closes]) =>
        hours(Temporal.PlainDate.from(at).add({ days: add }).toString(), opens, closes),
      ),
  )
  // The clock may leave out all of it.
  .filter((day) => day !== null);
const patterns = fc
  .record({ slotMinutes: fc.integer({ min: 15, max: 480 }), share: fc.integer({ min: 1, max: 14 }) })
  .chain(({ slotMinutes, share }) =>
    fc.constantFrom(
      { ...twoHours, slotMinutes },
      { ...twoHours, slotMinutes, handover: 'overlap' as const, handoverMinutes: share },
      { ...twoHours, slotMinutes, handover: 'gap' as const, handoverMinutes: share },
    ),
  );

describe('shifts from a pattern', () => {
  it('are as long as stated', () => {
    expect(spans(dayOf('2027-09-26', '09:00', '17:00'), twoHours)).toEqual([
      '09:00–11:00',
      '11:00–13:00',
      '13:00–15:00',
      '15:00–17:00',
    ]);
  });

  it('overlap, or leave a gap, where that is asked for', () => {
    const day = dayOf('2027-09-26', '09:00', '13:00');
    expect(spans(day, { ...twoHours, handover: 'overlap', handoverMinutes: 15 })).toEqual([
      '09:00–11:00',
      '10:45–13:00',
    ]);
    expect(spans(day, { ...twoHours, handover: 'gap', handoverMinutes: 10 })).toEqual([
      '09:00–11:00',
      '11:10–13:00',
    ]);
  });

  it('are one where the day is shorter than a shift', () => {
    expect(spans(dayOf('2027-09-26', '09:00', '10:00'), twoHours)).toEqual(['09:00–10:00']);
  });

  it('are an hour more in the night in which the clock goes back, one less when it goes forward', () => {
    const hourly = { ...twoHours, slotMinutes: 60 };
    expect(cutIntoShifts(dayOf('2026-10-24', '22:00', '06:00'), hourly)).toHaveLength(9);
    expect(cutIntoShifts(dayOf('2027-03-27', '22:00', '06:00'), hourly)).toHaveLength(7);
  });

  it('belong to the day of the stand on which they begin, also after midnight', () => {
    const day = dayOf('2027-09-26', '20:00', '02:00');
    const made = shiftsOfPattern({ open: twoHours }, [day]);
    expect(made.map(({ start }) => dayOfShift(start, [day], zone))).toEqual(made.map(() => '2027-09-26'));
    expect(made.at(-1)?.end.toString()).toBe('2027-09-27T01:00:00Z');
  });

  it('are made for each kind of day by its own pattern, in the order of time', () => {
    const all = [
      dayOf('2027-09-27', '09:00', '11:00'),
      dayOf('2027-09-25', '14:00', '18:00', 'build-up'),
      dayOf('2027-09-27', '11:00', '13:00', 'break-down'),
    ];
    const made = shiftsOfPattern({ open: twoHours, 'build-up': { ...twoHours, cover: 5, leads: 2 } }, all);
    expect(made.map(({ kind, day, cover, leads }) => [kind, day, cover, leads])).toEqual([
      ['build-up', '2027-09-25', 5, 2],
      ['build-up', '2027-09-25', 5, 2],
      ['open', '2027-09-27', 3, 1],
    ]);
  });

  it('cover the whole day and nothing else, each about as long as stated', () => {
    fc.assert(
      fc.property(days, patterns, (day, pattern) => {
        const made = cutIntoShifts(day, pattern);
        expect(made[0]?.start.toString()).toBe(day.start.toString());
        expect(made.at(-1)?.end.toString()).toBe(day.end.toString());
        const own = pattern.handover === 'gap' ? -pattern.handoverMinutes : pattern.handoverMinutes;
        for (const [index, each] of made.entries()) {
          const next = made[index + 1];
          if (!next) continue;
          expect(minutesOf(each)).toBe(pattern.slotMinutes);
          expect(minutesOf({ start: next.start, end: each.end })).toBe(own);
        }
        const last = made.at(-1);
        const step = pattern.slotMinutes - own;
        const length = last ? minutesOf(last) : 0;
        expect(length).toBeGreaterThan(0);
        if (made.length > 1) {
          expect(length).toBeGreaterThanOrEqual(pattern.slotMinutes - step / 2);
          expect(length).toBeLessThanOrEqual(pattern.slotMinutes + step / 2);
        }
      }),
    );
  });
});
