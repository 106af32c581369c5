import { Temporal } from 'temporal-polyfill';
import type { Commitment } from '#commitments';
import { doubleBooked } from './double-booking.js';

const conference = {
  id: 'annual',
  title: 'Annual Conference 2027',
  zone: 'Europe/London',
  days: [
    { date: '2027-09-26', opens: '09:30', closes: '17:00' },
    { date: '2027-09-27', opens: null, closes: null },
  ],
};

/** By the clock in London; with ten minutes to walk. */
const shift = (id: string, day: string, from: string, until: string): Commitment => ({
  id,
  title: 'Labour Party Conference',
  start: Temporal.PlainDateTime.from(`${day}T${from}`).toZonedDateTime('Europe/London').toInstant(),
  end: Temporal.PlainDateTime.from(`${day}T${until}`).toZonedDateTime('Europe/London').toInstant(),
  zone: 'Europe/London',
  place: 'stand labour',
  walkingMinutes: 10,
});

describe('doubleBooked', () => {
  it.each([
    ['2027-09-26', '08:20', '09:20', false],
    ['2027-09-26', '08:21', '09:21', true],
    ['2027-09-26', '12:00', '13:00', true],
    ['2027-09-26', '17:09', '18:00', true],
    ['2027-09-26', '17:10', '18:00', false],
    ['2027-09-27', '22:00', '23:00', true],
    ['2027-09-28', '10:00', '11:00', false],
  ])('on %s from %s until %s is %s', (day, from, until, expected) => {
    expect(doubleBooked(conference, [shift('one', day, from, until)])).toHaveLength(expected ? 1 : 0);
  });

  it('joins shifts that follow one another on one stand', () => {
    const shifts = [
      shift('third', '2027-09-26', '13:00', '14:00'),
      shift('first', '2027-09-26', '10:00', '12:00'),
      shift('within', '2027-09-26', '10:30', '11:00'),
      shift('second', '2027-09-26', '12:00', '12:30'),
      { ...shift('elsewhere', '2027-09-26', '12:30', '13:00'), place: 'stand green' },
    ];
    const found = doubleBooked(conference, shifts).map(
      ({ place, start, end }) => `${place} ${start.toString()} ${end.toString()}`,
    );
    expect(found).toEqual([
      'stand labour 2027-09-26T09:00:00Z 2027-09-26T11:30:00Z',
      'stand green 2027-09-26T11:30:00Z 2027-09-26T12:00:00Z',
      'stand labour 2027-09-26T12:00:00Z 2027-09-26T13:00:00Z',
    ]);
  });

  it('names each shift once, the earliest first', () => {
    const late = shift('late', '2027-09-27', '10:00', '11:00');
    const overnight = shift('overnight', '2027-09-26', '16:00', '23:59');
    expect(doubleBooked(conference, [late, overnight]).map(({ id }) => id)).toEqual(['overnight', 'late']);
  });
});
