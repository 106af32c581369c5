import { field, Radios, Textarea, textIn, type Form, type SubmittedValues } from '#ui';
import {
  ratedQuestions,
  ratings,
  recommends,
  type Feedback,
  type FeedbackInput,
} from '../domain/feedback.js';
import {
  bestQuestion,
  questionWords,
  ratingWords,
  recommendQuestion,
  recommendWords,
  toChangeQuestion,
} from '../in-words.js';

/** The controls, in the order of the page. */
export const feedbackNames = [...ratedQuestions, 'recommend', 'best', 'toChange'] as const;

export const readFeedback = (values: SubmittedValues): FeedbackInput => ({
  overall: textIn(values, 'overall'),
  programme: textIn(values, 'programme'),
  organisation: textIn(values, 'organisation'),
  journey: textIn(values, 'journey'),
  recommend: textIn(values, 'recommend'),
  best: textIn(values, 'best'),
  toChange: textIn(values, 'toChange'),
});

const mark = (given: number | null): string => (given === null ? '' : String(given));

export const fillFeedback = (given: Feedback): SubmittedValues => ({
  overall: mark(given.overall),
  programme: mark(given.programme),
  organisation: mark(given.organisation),
  journey: mark(given.journey),
  recommend: given.recommend,
  best: given.best,
  toChange: given.toChange,
});

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--m' } });

/** How it was. */
export function FeedbackFields({ form }: { readonly form: Form }) {
  return (
    <>
      {ratedQuestions.map((question) => (
        <Radios
          key={question}
          {...field(form, question)}
          fieldset={legend(`${questionWords[question]}${question === 'overall' ? '' : ' (optional)'}`)}
          items={ratings.toReversed().map((each) => ({
            value: String(each),
            text: `${each}: ${ratingWords[each - 1] ?? ''}`,
          }))}
        />
      ))}
      <Radios
        {...field(form, 'recommend')}
        fieldset={legend(recommendQuestion)}
        items={recommends.map((each) => ({ value: each, text: recommendWords[each] }))}
      />
      <Textarea {...field(form, 'best')} label={`${bestQuestion} (optional)`} rows={4} />
      <Textarea {...field(form, 'toChange')} label={`${toChangeQuestion} (optional)`} rows={4} />
    </>
  );
}
