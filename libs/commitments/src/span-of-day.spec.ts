import { daysOfTicket, spanOfDay } from './span-of-day.js';

const told = (date: string, opens: string | null, closes: string | null, zone = 'Europe/London') => {
  const { start, end } = spanOfDay({ date, opens, closes }, zone);
  return `${start.toString()} ${end.toString()}`;
};

describe('spanOfDay', () => {
  it.each([
    [
      'by the clock of its zone',
      ['2027-07-08', '09:30', '17:00'],
      '2027-07-08T08:30:00Z 2027-07-08T16:00:00Z',
    ],
    ['into the night', ['2027-01-08', '18:00', '01:00'], '2027-01-08T18:00:00Z 2027-01-09T01:00:00Z'],
    ['until midnight', ['2027-01-08', '18:00', '00:00'], '2027-01-08T18:00:00Z 2027-01-09T00:00:00Z'],
    ['around the clock', ['2027-01-08', '10:00', '10:00'], '2027-01-08T10:00:00Z 2027-01-09T10:00:00Z'],
    // The clocks go back at 2am of the 31st, so that 1.30am comes twice.
    ['over a longer night', ['2027-10-30', '20:00', '01:30'], '2027-10-30T19:00:00Z 2027-10-31T01:30:00Z'],
    // They go forward at 1am, so that there is no 1.30am.
    ['over a shorter night', ['2027-03-27', '20:00', '01:30'], '2027-03-27T20:00:00Z 2027-03-28T01:00:00Z'],
    [
      'from a time that there is not',
      ['2027-03-28', '01:50', '02:05'],
      '2027-03-28T01:00:00Z 2027-03-28T01:05:00Z',
    ],
    [
      'not at all where there is no such time',
      ['2027-03-28', '01:10', '01:50'],
      '2027-03-28T01:00:00Z 2027-03-28T01:00:00Z',
    ],
  ] as const)('lasts %s', (_, [date, opens, closes], expected) => {
    expect(told(date, opens, closes)).toBe(expected);
  });

  it.each([
    [null, null],
    ['09:00', null],
    [null, '17:00'],
  ])('is the whole day where it opens at %s and closes at %s', (opens, closes) => {
    expect(told('2027-10-31', opens, closes)).toBe('2027-10-30T23:00:00Z 2027-11-01T00:00:00Z');
  });
});

describe('daysOfTicket', () => {
  const days = ['2027-09-26', '2027-09-27'].map((date) => ({ date, opens: null, closes: null }));

  it.each([
    [[], ['2027-09-26', '2027-09-27']],
    [['2027-09-27'], ['2027-09-27']],
    [['2027-09-28'], []],
  ])('for %j is %j', (ticketDays, expected) => {
    expect(daysOfTicket(days, ticketDays).map(({ date }) => date)).toEqual(expected);
  });
});
