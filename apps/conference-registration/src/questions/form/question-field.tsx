import { Checkboxes, field, FileUpload, Input, InsetText, Radios, Select, Textarea, type Form } from '#ui';
import { yesNo } from '../domain/answer.js';
import { answerField } from '../domain/check-answers.js';
import type { Question } from '../domain/question.js';
import { removalField } from './read-answers.js';

/** A list of more choices than this is a select rather than radios. */
const mostRadios = 8;

interface QuestionFieldProps {
  readonly question: Question;
  readonly form: Form;
  /** What was handed in before, for a question that is answered by a file. */
  readonly fileName: string | null;
}

/** One question as a field of a form. */
export function QuestionField({ question, form, fileName }: QuestionFieldProps) {
  const label = question.required ? question.label : `${question.label} (optional)`;
  const common = { ...field(form, answerField(question.id)), hint: question.hint ?? undefined };
  const fieldset = { legend: { text: label, classes: 'govuk-fieldset__legend--s' } };
  const labelled = { ...common, label: { text: label, classes: 'govuk-label--s' } };
  switch (question.kind) {
    case 'text':
      return <Input {...labelled} autocomplete="off" />;
    case 'long-text':
      return <Textarea {...labelled} rows={4} />;
    case 'yes-no':
      return (
        <Radios
          {...common}
          fieldset={fieldset}
          classes="govuk-radios--inline"
          items={yesNo.map(({ value, words }) => ({ value, text: words }))}
        />
      );
    case 'choice':
      return question.choices.length > mostRadios ? (
        <Select
          {...labelled}
          items={[
            { value: '', text: 'Choose one' },
            ...question.choices.map((text) => ({ value: text, text })),
          ]}
        />
      ) : (
        <Radios
          {...common}
          fieldset={fieldset}
          items={question.choices.map((text) => ({ value: text, text }))}
        />
      );
    case 'several':
      return (
        <Checkboxes
          {...common}
          fieldset={fieldset}
          items={question.choices.map((text) => ({ value: text, text }))}
        />
      );
    case 'file':
      return (
        <>
          <FileUpload {...labelled} />
          {fileName !== null && <HandedIn question={question} fileName={fileName} />}
        </>
      );
  }
}

function HandedIn({ question, fileName }: { readonly question: Question; readonly fileName: string }) {
  const name = removalField(question.id);
  return (
    <>
      <InsetText>Handed in: {fileName}. Another file takes its place.</InsetText>
      {!question.required && (
        <Checkboxes
          name={name}
          idPrefix={name.replaceAll('.', '-')}
          classes="govuk-checkboxes--small"
          items={[{ value: 'yes', text: `Remove ${fileName}` }]}
        />
      )}
    </>
  );
}
