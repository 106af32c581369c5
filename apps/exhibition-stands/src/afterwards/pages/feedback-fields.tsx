import { Checkboxes, field, Radios, Textarea, textIn, type Form, type SubmittedValues } from '#ui';
import { agains, fairs, ratings, type Feedback, type FeedbackInput } from '../domain/feedback.js';
import { againWords, fairWords, ratingWords } from '../in-words.js';

/** The controls, in the order of the page. */
export const feedbackNames = ['rating', 'fair', 'wentWell', 'toChange', 'again', 'mayQuote'] as const;

export const readFeedback = (values: SubmittedValues): FeedbackInput => ({
  rating: textIn(values, 'rating'),
  fair: textIn(values, 'fair'),
  wentWell: textIn(values, 'wentWell'),
  toChange: textIn(values, 'toChange'),
  again: textIn(values, 'again'),
  mayQuote: textIn(values, 'mayQuote') === 'yes',
});

export const fillFeedback = (given: Feedback): SubmittedValues => ({
  rating: String(given.rating),
  fair: given.fair ?? '',
  wentWell: given.wentWell,
  toChange: given.toChange,
  again: given.again,
  mayQuote: given.mayQuote ? 'yes' : '',
});

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--m' } });

/** How it was. */
export function FeedbackFields({ form }: { readonly form: Form }) {
  return (
    <>
      <Radios
        {...field(form, 'rating')}
        fieldset={legend('How was it?')}
        items={ratings.toReversed().map((each) => ({
          value: String(each),
          text: `${each}: ${ratingWords[each - 1] ?? ''}`,
        }))}
      />
      <Radios
        {...field(form, 'fair')}
        fieldset={legend('Was the rota fair to you? (optional)')}
        items={fairs.map((each) => ({ value: each, text: fairWords[each] }))}
      />
      <Textarea {...field(form, 'wentWell')} label="What went well (optional)" rows={4} />
      <Textarea {...field(form, 'toChange')} label="What to change (optional)" rows={4} />
      <Radios
        {...field(form, 'again')}
        fieldset={legend('Would you stand again?')}
        items={agains.map((each) => ({ value: each, text: againWords[each] }))}
      />
      <Checkboxes
        {...field(form, 'mayQuote')}
        fieldset={legend('May we quote you? (optional)')}
        items={[
          {
            value: 'yes',
            text: 'You may quote what I wrote, with my name, where the network tells of its stands',
          },
        ]}
      />
    </>
  );
}
