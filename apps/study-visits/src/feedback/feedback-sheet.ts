import { sheetOf } from '#sheets';
import type { Visit } from '../visits/domain/visit.js';
import { ratedQuestions } from './domain/feedback.js';
import {
  bestQuestion,
  questionWords,
  recommendQuestion,
  recommendWords,
  toChangeQuestion,
} from './in-words.js';
import type { AllFeedback } from './read-feedback.js';

/** What travellers said, to take out; it names nobody. */
export const feedbackSheet = ({ title }: Visit, { given }: AllFeedback) =>
  sheetOf({
    name: `Feedback, ${title}`,
    columns: [
      ...ratedQuestions.map((key) => ({
        key,
        title: `${questionWords[key]} (of 5)`,
        kind: 'number' as const,
      })),
      { key: 'recommend', title: recommendQuestion, kind: 'text' },
      { key: 'best', title: bestQuestion, kind: 'text' },
      { key: 'toChange', title: toChangeQuestion, kind: 'text' },
    ],
    rows: given.map((one) => ({
      overall: one.overall,
      programme: one.programme,
      organisation: one.organisation,
      journey: one.journey,
      recommend: recommendWords[one.recommend],
      best: one.best,
      toChange: one.toChange,
    })),
  });
