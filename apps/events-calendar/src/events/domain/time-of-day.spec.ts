import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { readTime, timeInWords } from './time-of-day.js';

describe('timeInWords', () => {
  it('tells every time so that it can be read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
        const time = new Temporal.PlainTime(hour, minute);
        const read = readTime(timeInWords(time), 'x');
        expect(read.ok && read.value.equals(time)).toBe(true);
      }),
    );
  });
});
