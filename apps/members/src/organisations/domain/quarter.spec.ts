import { daysOfYear, endOfQuarter, membershipYear } from './quarter.js';

it.each([
  ['2026-07-31', 2025],
  ['2026-08-01', 2026],
  ['2027-01-01', 2026],
])('%s is in the membership year that begins in %i', (date, year) => {
  expect(membershipYear(date)).toBe(year);
});

it('a membership year ends on 31 July', () => {
  expect(daysOfYear(2026)).toEqual({ first: '2026-08-01', last: '2027-07-31' });
});

it.each([
  ['2026-08-01', '2026-10-31'],
  ['2026-10-31', '2026-10-31'],
  ['2026-11-22', '2027-01-31'],
  ['2027-01-31', '2027-01-31'],
  ['2027-02-01', '2027-04-30'],
  ['2027-07-31', '2027-07-31'],
])('the quarter of %s ends on %s', (date, end) => {
  expect(endOfQuarter(date)).toBe(end);
});
