import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { checkFeedback, feedbackTotals, isOpen, lastDayToAnswer } from './feedback.js';

const plain = { rating: '4', fair: '', wentWell: ' Tea ', toChange: '', again: 'maybe', mayQuote: false };

describe('feedback', () => {
  it('needs a mark and whether they would stand again; the rest may be left out', () => {
    expect(checkFeedback(plain)).toEqual({
      ok: true,
      value: { rating: 4, fair: null, wentWell: 'Tea', toChange: '', again: 'maybe', mayQuote: false },
    });
    const checked = checkFeedback({
      ...plain,
      rating: '6',
      again: '',
      fair: 'very',
      toChange: 'a'.repeat(4001),
    });
    expect(checked.ok ? [] : checked.problems.map(({ field }) => field)).toEqual([
      'rating',
      'fair',
      'toChange',
      'again',
    ]);
  });

  it('can be changed until the end of a day of the stand, six weeks on', () => {
    const sent = Temporal.Instant.from('2027-10-01T23:30Z');
    const zone = 'Europe/London';
    expect(lastDayToAnswer(sent, zone).toString()).toBe('2027-11-13');
    expect(isOpen(sent, Temporal.Instant.from('2027-11-13T23:59Z'), zone)).toBe(true);
    expect(isOpen(sent, Temporal.Instant.from('2027-11-14T00:00Z'), zone)).toBe(false);
  });

  it('is counted, and averaged to a tenth', () => {
    const one = (rating: number, fair: 'yes' | 'no' | null) => ({ rating, fair, again: 'yes' as const });
    expect(feedbackTotals([one(5, 'yes'), one(4, null), one(4, 'no')])).toEqual({
      answers: 3,
      ratings: [0, 0, 0, 2, 1],
      average: 4.3,
      fair: { yes: 1, partly: 0, no: 1 },
      again: { yes: 3, maybe: 0, no: 0 },
    });
    expect(feedbackTotals([]).average).toBeNull();
  });
});
