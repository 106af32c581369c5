import { field, Radios, Textarea, textIn, type Form, type SubmittedValues } from '#ui';
import { questions, type Consideration, type ConsiderationInput } from '../domain/consideration.js';
import { questionWords } from '../in-words.js';

/** The controls, in the order of the page. */
export const considerationNames: readonly string[] = [...questions, 'reasons', 'protection'];

export const fillConsideration = ({ answers, reasons, protection }: Consideration): SubmittedValues => ({
  ...answers,
  reasons,
  protection,
});

export const readConsideration = (values: SubmittedValues): ConsiderationInput => ({
  answers: {
    combines: textIn(values, 'combines'),
    overnight: textIn(values, 'overnight'),
    occasional: textIn(values, 'occasional'),
    notForProfit: textIn(values, 'notForProfit'),
    limitedGroup: textIn(values, 'limitedGroup'),
  },
  reasons: textIn(values, 'reasons'),
  protection: textIn(values, 'protection'),
});

export function ConsiderationFields({ form }: { readonly form: Form }) {
  return (
    <>
      {questions.map((question) => (
        <Radios
          key={question}
          {...field(form, question)}
          fieldset={{ legend: questionWords[question].ask }}
          hint={questionWords[question].hint}
          classes="govuk-radios--inline"
          items={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
        />
      ))}
      <Textarea
        {...field(form, 'reasons')}
        label="Why (optional unless it is exempt)"
        hint="For example: one visit a year, at cost, for people of member organisations."
        rows={4}
      />
      <Textarea
        {...field(form, 'protection')}
        label="What protects travellers’ money and gets them home (optional unless the rules apply)"
        hint="For example: a bonded tour operator sells the package, or the money is held in trust."
        rows={4}
      />
    </>
  );
}
