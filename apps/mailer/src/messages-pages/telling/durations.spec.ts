import { durationInWords } from './durations.js';

it.each([
  [-3, '0 milliseconds'],
  [1, '1 millisecond'],
  [12.4, '12 milliseconds'],
  [1000, '1 second'],
  [1440, '1.4 seconds'],
  [45_000, '45 seconds'],
  [59_900, '1 minute'],
  [61_000, '1 minute'],
  [3_599_000, '1 hour'],
  [3 * 3_600_000, '3 hours'],
  [4 * 86_400_000, '4 days'],
])('%d ms is %s', (ms, words) => {
  expect(durationInWords(ms)).toBe(words);
});
