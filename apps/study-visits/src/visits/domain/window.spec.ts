import { describe, expect, it } from '@jest/globals';
import { accepted } from '#checks';
import { momentAtHome } from './window.js';

const read = (day: string | null, time: string) => {
  const moment = momentAtHome(accepted(day), time, 'closes');
  return moment.ok
    ? (moment.value?.toString() ?? null)
    : moment.problems.map(({ field, code }) => `${field} ${code}`);
};

describe('a deadline by the network’s clock', () => {
  it.each([
    ['2027-01-15', '12 noon', '2027-01-15T12:00:00Z'],
    ['2027-07-15', '5pm', '2027-07-15T16:00:00Z'],
    [null, '', null],
  ])('on %s at “%s” is %s', (day, time, moment) => {
    expect(read(day, time)).toBe(moment);
  });

  it.each([
    ['without a day', null, '5pm', 'closes date-missing'],
    ['without a time', '2027-01-15', '', 'closes.time time-missing'],
    ['at a time that the clock leaves out', '2027-03-28', '1.30am', 'closes.time no-such-time'],
    ['at a time that the clock shows twice', '2027-10-31', '1.30am', 'closes.time time-twice'],
    ['in another century', '1999-10-31', '1.30am', 'closes date-implausible'],
    ['at half past something', '2027-01-15', 'late', 'closes.time time-unreadable'],
  ])('%s is refused', (_, day, time, problem) => {
    expect(read(day, time)).toEqual([problem]);
  });

  it('is one moment just before and after the clock changes', () => {
    expect(read('2027-03-28', '12.59am')).toBe('2027-03-28T00:59:00Z');
    expect(read('2027-03-28', '2am')).toBe('2027-03-28T01:00:00Z');
    expect(read('2027-10-31', '12.59am')).toBe('2027-10-30T23:59:00Z');
    expect(read('2027-10-31', '2am')).toBe('2027-10-31T02:00:00Z');
  });
});
