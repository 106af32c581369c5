import { readTime } from './time-of-day.js';

describe('readTime', () => {
  it.each([
    ['10', '10:00'],
    ['8', '08:00'],
    ['12', '12:00'],
    ['0', '00:00'],
    ['10am', '10:00'],
    ['10 a.m.', '10:00'],
    ['10:30', '10:30'],
    ['10.30', '10:30'],
    ['2.30pm', '14:30'],
    ['2:30 PM', '14:30'],
    ['14:00', '14:00'],
    ['14:00:00', '14:00'],
    ['02:30', '02:30'],
    ['1400', '14:00'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['12:15 am', '00:15'],
    ['noon', '12:00'],
    ['12 noon', '12:00'],
    ['Midday', '12:00'],
    ['midnight', '00:00'],
    [' 9 am ', '09:00'],
    ['9\u00a0am', '09:00'],
    ['0:05', '00:05'],
  ])('%j is %s', (text, expected) => {
    const read = readTime(text, 'when.start.time');
    expect(read).toEqual({ ok: true, value: expect.anything() });
    expect(read.ok && read.value.toString({ smallestUnit: 'minute' })).toBe(expected);
  });

  it.each([
    ['', 'time-missing'],
    ['  ', 'time-missing'],
    ['2', 'time-needs-am-or-pm'],
    ['7:30', 'time-needs-am-or-pm'],
    ['24:00', 'time-unreadable'],
    ['25', 'time-unreadable'],
    ['10:60', 'time-unreadable'],
    ['10:5', 'time-unreadable'],
    ['13pm', 'time-unreadable'],
    ['0am', 'time-unreadable'],
    ['930', 'time-unreadable'],
    ['10-30', 'time-unreadable'],
    ['10:30:15', 'time-unreadable'],
    ['tea time', 'time-unreadable'],
  ])('%j is refused: %s', (text, code) => {
    expect(readTime(text, 'when.start.time')).toMatchObject({
      ok: false,
      problems: [{ field: 'when.start.time', code }],
    });
  });

  it('names both halves of the day when the time could be either', () => {
    expect(readTime('2:05', 'x')).toMatchObject({
      problems: [{ message: 'Say which half of the day is meant: 2:05am or 2:05pm.' }],
    });
  });
});
