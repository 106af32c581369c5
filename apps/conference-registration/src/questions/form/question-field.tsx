import { Checkboxes, field, FileUpload, Input, InsetText, Radios, Select, Textarea, type Form } from '#ui';
import { yesNo } from '../domain/answer.js';
import { answerField } from '../domain/check-answers.js';
import type { Question } from '../domain/question.js';
import { acceptOf } from '#uploads';
import { removalField } from './read-answers.js';
import { answerFiles } from './receive-answers.js';

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
  const common = { ...field(form, answerField(question.id)), hint: hintOf(question) };
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
          <FileUpload {...labelled} accept={acceptOf(answerFiles.kinds)} />
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

/** What the answer is asked for, and what becomes of it where it is nobody else's business. */
function hintOf({ hint, kind, sensitive }: Question): string | undefined {
  const words = [
    hint ?? '',
    kind === 'file' ? 'A PDF, PNG or JPEG file of up to 5 MB.' : '',
    sensitive === null
      ? ''
      : 'Only those who need the answer to look after you see it. We delete it 30 days after the conference.',
  ].filter((each) => each !== '');
  return words.length === 0 ? undefined : words.join(' ');
}
