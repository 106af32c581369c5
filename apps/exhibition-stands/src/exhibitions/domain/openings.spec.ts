import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { doOverlap, isPastMidnight, minutesOf, openingOf } from './openings.js';

const zone = 'Europe/London';
const at = (day: string, opens: string, closes: string) => openingOf({ day, opens, closes }, zone);
const text = (opening: ReturnType<typeof at>) =>
  opening === null ? null : [opening.start.toString(), opening.end.toString()];

const day = fc
  .integer({ min: 0, max: 1500 })
  .map((days) => Temporal.PlainDate.from('2025-01-01').add({ days }).toString());
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

describe('opening hours', () => {
  it('are clock times in the zone', () => {
    expect(text(at('2027-09-26', '09:00', '17:30'))).toEqual([
      '2027-09-26T08:00:00Z',
      '2027-09-26T16:30:00Z',
    ]);
    expect(text(at('2027-01-10', '09:00', '17:30'))).toEqual([
      '2027-01-10T09:00:00Z',
      '2027-01-10T17:30:00Z',
    ]);
  });

  it('end on the next day where they do not close after they open', () => {
    expect(text(at('2027-09-26', '22:00', '02:00'))).toEqual([
      '2027-09-26T21:00:00Z',
      '2027-09-27T01:00:00Z',
    ]);
    expect(text(at('2027-09-26', '09:00', '09:00'))).toEqual([
      '2027-09-26T08:00:00Z',
      '2027-09-27T08:00:00Z',
    ]);
    expect(text(at('2027-09-26', '18:00', '00:00'))).toEqual([
      '2027-09-26T17:00:00Z',
      '2027-09-26T23:00:00Z',
    ]);
    expect(isPastMidnight({ opens: '18:00', closes: '00:00' })).toBe(true);
    expect(isPastMidnight({ opens: '18:00', closes: '18:01' })).toBe(false);
  });

  it('are an hour longer or shorter in the night in which the clock changes', () => {
    const hours = (opening: ReturnType<typeof at>) => (opening === null ? null : minutesOf(opening) / 60);
    expect(hours(at('2026-10-24', '22:00', '06:00'))).toBe(9);
    expect(hours(at('2027-03-27', '22:00', '06:00'))).toBe(7);
    expect(hours(at('2026-10-25', '09:00', '17:00'))).toBe(8);
    expect(hours(at('2027-03-28', '09:00', '17:00'))).toBe(8);
  });

  it('open at the first and close at the second of a time that comes twice', () => {
    expect(text(at('2026-10-25', '01:30', '03:00'))).toEqual([
      '2026-10-25T00:30:00Z',
      '2026-10-25T03:00:00Z',
    ]);
    expect(text(at('2026-10-24', '23:00', '01:30'))).toEqual([
      '2026-10-24T22:00:00Z',
      '2026-10-25T01:30:00Z',
    ]);
  });

  it('begin or end at the change where the clock leaves their time out', () => {
    expect(text(at('2027-03-28', '01:30', '05:00'))).toEqual([
      '2027-03-28T01:00:00Z',
      '2027-03-28T04:00:00Z',
    ]);
    expect(text(at('2027-03-27', '22:00', '01:30'))).toEqual([
      '2027-03-27T22:00:00Z',
      '2027-03-28T01:00:00Z',
    ]);
  });

  it('are none where the clock leaves out all of them', () => {
    expect(at('2027-03-28', '01:10', '01:50')).toBeNull();
    expect(at('2027-03-28', '01:00', '02:00')).toBeNull();
    expect(at('2027-03-28', '01:00', '02:01')).not.toBeNull();
  });

  it('last as long as the clock says, but for the clock’s own change, and begin on their day', () => {
    fc.assert(
      fc.property(day, time, time, (date, opens, closes) => {
        const opening = at(date, opens, closes);
        const first = Temporal.PlainDate.from(date);
        const last = isPastMidnight({ opens, closes }) ? first.add({ days: 1 }) : first;
        const from = first.toPlainDateTime(opens);
        const until = last.toPlainDateTime(closes);
        const byTheClock = from.until(until).total({ unit: 'minutes' });
        if (opening === null) return byTheClock <= 60;
        const difference = Math.abs(minutesOf(opening) - byTheClock);
        const starts = opening.start.toZonedDateTimeISO(zone).toPlainDate();
        const isChange = opening.start.toZonedDateTimeISO(zone).startOfDay().hoursInDay !== 24;
        const isChangeAfter = opening.end.toZonedDateTimeISO(zone).startOfDay().hoursInDay !== 24;
        return starts.equals(first) && difference <= (isChange || isChangeAfter ? 60 : 0);
      }),
      { numRuns: 500 },
    );
  });

  it('overlap exactly if there is a minute that both have', () => {
    const nearby = fc
      .integer({ min: 0, max: 2 })
      .map((days) => Temporal.PlainDate.from('2026-10-24').add({ days }));
    fc.assert(
      fc.property(nearby, time, time, nearby, time, time, (day1, opens1, closes1, day2, opens2, closes2) => {
        const one = at(day1.toString(), opens1, closes1);
        const other = at(day2.toString(), opens2, closes2);
        if (one === null || other === null) return true;
        const minutes = (opening: typeof one) => {
          const from = Math.round(opening.start.epochMilliseconds / 60_000);
          return Array.from({ length: minutesOf(opening) }, (_, index) => from + index);
        };
        const own = new Set(minutes(one));
        return doOverlap(one, other) === minutes(other).some((minute) => own.has(minute));
      }),
    );
  });
});
