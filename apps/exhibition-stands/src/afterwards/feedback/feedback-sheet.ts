import { sheetOf } from '#sheets';
import { againWords, fairWords } from '../in-words.js';
import type { GivenFeedback } from './read-feedback.js';

/** What people said, to take out. */
export const feedbackSheet = (title: string, given: readonly GivenFeedback[]) =>
  sheetOf({
    name: `Feedback, ${title}`,
    columns: [
      { key: 'name', title: 'Name', kind: 'text' },
      { key: 'organisation', title: 'Organisation', kind: 'text' },
      { key: 'rating', title: 'How it was, of 5', kind: 'number' },
      { key: 'fair', title: 'Was the rota fair', kind: 'text' },
      { key: 'wentWell', title: 'What went well', kind: 'text' },
      { key: 'toChange', title: 'What to change', kind: 'text' },
      { key: 'again', title: 'Would stand again', kind: 'text' },
      { key: 'mayQuote', title: 'May be quoted', kind: 'yes-no' },
      { key: 'answeredAt', title: 'When', kind: 'instant' },
    ],
    rows: given.map(({ row, name, organisationName }) => ({
      name,
      organisation: organisationName,
      rating: row.rating,
      fair: row.fair === null ? null : fairWords[row.fair],
      wentWell: row.wentWell,
      toChange: row.toChange,
      again: againWords[row.again],
      mayQuote: row.mayQuote,
      answeredAt: row.answeredAt,
    })),
  });
