import { daysAway } from './days-away.js';

const away = (firstDay: string, lastDay: string, zone: string) => {
  const { start, end } = daysAway({ visitId: 'm', visitTitle: 'Mondragón', firstDay, lastDay, zone });
  return [start.toString(), end.toString()];
};

describe('daysAway', () => {
  it('is from the beginning of the first day to the end of the last, by the clock in the zone', () => {
    expect(away('2027-03-11', '2027-03-16', 'Europe/Madrid')).toEqual([
      '2027-03-10T23:00:00Z',
      '2027-03-16T23:00:00Z',
    ]);
    // The night on which clocks go forward is within.
    expect(away('2027-03-27', '2027-03-28', 'Europe/London')).toEqual([
      '2027-03-27T00:00:00Z',
      '2027-03-28T23:00:00Z',
    ]);
  });
});
