import { momentInWords } from './moment-in-words.js';

describe('a moment in words', () => {
  it.each([
    ['2026-11-22T02:01:00Z', undefined, 'Sunday 22 November 2026, 2.01am'],
    ['2026-06-30T23:30:00Z', undefined, 'Wednesday 1 July 2026, 12.30am'],
    ['2026-06-30T23:30:00Z', 'Europe/Rome', 'Wednesday 1 July 2026, 1.30am'],
  ])('%s in %s is %s', (at, zone, words) => {
    expect(momentInWords(new Date(at), zone)).toBe(words);
  });
});
