import type { FeedbackInput } from '../afterwards/domain/feedback.js';

/** What somebody said of last autumn's stand. */
export interface Opinion extends FeedbackInput {
  /** Who, by their place among the helpers. */
  readonly helper: number;
}

/** Nobody of these said it. */
export const opinions: readonly Opinion[] = [
  {
    helper: 0,
    rating: '5',
    fair: 'yes',
    wentWell: 'I spoke with a leader who had never heard of us, and she took three packs.',
    toChange: '',
    again: 'yes',
    mayQuote: true,
  },
  {
    helper: 1,
    rating: '4',
    fair: 'yes',
    wentWell: 'Tea at three. Everybody came.',
    toChange: 'Two more chairs: after four hours one wants to sit.',
    again: 'yes',
    mayQuote: false,
  },
  {
    helper: 2,
    rating: '4',
    fair: 'partly',
    wentWell: 'The corner, as people pass it twice.',
    toChange: '',
    again: 'maybe',
    mayQuote: true,
  },
  {
    helper: 4,
    rating: '3',
    fair: 'no',
    wentWell: '',
    toChange: 'I had the first shift each day, and my hotel was an hour away.',
    again: 'maybe',
    mayQuote: false,
  },
  { helper: 5, rating: '5', fair: 'yes', wentWell: '', toChange: '', again: 'yes', mayQuote: false },
];
