import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { overTime } from './over-time.js';

const on = (day: string, bookings: number, delegates: number) => ({ day, bookings, delegates });

describe('what is booked over time', () => {
  it('is nothing before anything is booked', () => {
    expect(overTime([], '2027-03-01')).toEqual({ labels: [], bookings: [], delegates: [] });
  });

  it('is told day by day while there are few', () => {
    expect(overTime([on('2027-02-27', 1, 5), on('2027-03-01', 2, 2)], '2027-03-01')).toEqual({
      labels: ['27 Feb', '28 Feb', '1 Mar'],
      bookings: [1, 1, 3],
      delegates: [5, 5, 7],
    });
  });

  it('counts what was booked after the end as of the last day', () => {
    expect(overTime([on('2027-03-04', 1, 2)], '2027-03-01')).toEqual({
      labels: ['1 Mar'],
      bookings: [1],
      delegates: [2],
    });
  });

  it('never has more than twelve periods, never falls, and ends with all there is', () => {
    const day = fc
      .integer({ min: 0, max: 800 })
      .map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }).toString());
    const booked = fc.record({ day, bookings: fc.nat(9), delegates: fc.nat(99) });
    fc.assert(
      fc.property(fc.array(booked, { minLength: 1 }), day, (days, until) => {
        const { labels, bookings, delegates } = overTime(days, until);
        expect(labels.length).toBeGreaterThan(0);
        expect(labels.length).toBeLessThanOrEqual(12);
        expect(bookings.at(-1)).toBe(days.reduce((sum, each) => sum + each.bookings, 0));
        expect(delegates.at(-1)).toBe(days.reduce((sum, each) => sum + each.delegates, 0));
        expect(bookings).toEqual(bookings.toSorted((a, b) => a - b));
      }),
    );
  });
});
