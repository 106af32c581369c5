import {
  allValues,
  Checkboxes,
  field,
  Input,
  Radios,
  textIn,
  Textarea,
  type Form,
  type SubmittedValues,
} from '#ui';
import { questionKinds, questionSubjects, sensitivities } from '../../domain/kinds.js';
import {
  answersOf,
  type Around,
  type QuestionDetails,
  type QuestionInput,
} from '../domain/question-details.js';
import { answerInWords, kindWords, sensitiveWords, subjectWords } from '../domain/question-words.js';

/** The controls of a question, in the order of the page. */
export const questionNames: readonly string[] = [
  'askedOf',
  'label',
  'hint',
  'kind',
  'choices',
  'required',
  'sensitive',
  'ticketTypeIds',
  'onlyIf',
  'asksApproval',
];

export const blankQuestion: SubmittedValues = { askedOf: 'delegate', kind: 'text', sensitive: '' };

/** An answer to an earlier question, as a checkbox says it: the question's id, a blank, the answer. */
const conditionValue = (questionId: string, answer: string): string => `${questionId} ${answer}`;

export function readQuestion(values: SubmittedValues): QuestionInput {
  const conditions = allValues(values, 'onlyIf').map((value) => ({
    questionId: value.slice(0, value.indexOf(' ')),
    answer: value.slice(value.indexOf(' ') + 1),
  }));
  const [first] = conditions;
  const isOneQuestion = conditions.every(({ questionId }) => questionId === first?.questionId);
  return {
    askedOf: textIn(values, 'askedOf'),
    kind: textIn(values, 'kind'),
    label: textIn(values, 'label'),
    hint: textIn(values, 'hint'),
    choices: textIn(values, 'choices').split('\n'),
    required: textIn(values, 'required') === 'yes',
    sensitive: textIn(values, 'sensitive'),
    // Answers to two questions are a condition that there is not: no question has a blank id.
    onlyIf: first
      ? {
          questionId: isOneQuestion ? first.questionId : '',
          oneOf: conditions.map(({ answer }) => answer),
        }
      : null,
    ticketTypeIds: allValues(values, 'ticketTypeIds'),
    asksApproval: textIn(values, 'asksApproval') === 'yes',
  };
}

export function fillQuestion(question: QuestionDetails): SubmittedValues {
  const { onlyIf } = question;
  return {
    askedOf: question.askedOf,
    label: question.label,
    hint: question.hint ?? '',
    kind: question.kind,
    choices: question.choices.join('\n'),
    required: question.required ? 'yes' : '',
    sensitive: question.sensitive ?? '',
    ticketTypeIds: question.ticketTypeIds,
    onlyIf: onlyIf === null ? [] : onlyIf.oneOf.map((answer) => conditionValue(onlyIf.questionId, answer)),
    asksApproval: question.asksApproval ? 'yes' : '',
  };
}

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } });

export interface QuestionFieldsProps extends Around {
  readonly form: Form;
}

/** Every control of a question. */
export function QuestionFields({ form, tickets, earlier }: QuestionFieldsProps) {
  return (
    <>
      <Radios
        {...field(form, 'askedOf')}
        fieldset={legend('Of whom it is asked')}
        items={questionSubjects.map((subject) => ({ value: subject, text: subjectWords[subject] }))}
      />
      <Input {...field(form, 'label')} label="Question" hint="As it is read, like What do you eat?" />
      <Input
        {...field(form, 'hint')}
        label="Hint (optional)"
        hint="Stands under the question, as this does here."
      />
      <Radios
        {...field(form, 'kind')}
        fieldset={legend('How it is answered')}
        items={questionKinds.map((kind) => ({ value: kind, text: kindWords[kind] }))}
      />
      <Textarea
        {...field(form, 'choices')}
        label="Choices"
        hint="Each on a line of its own. Only for questions that are answered by choosing."
        rows={5}
      />
      <Checkboxes
        {...field(form, 'required')}
        fieldset={legend('Has it to be answered?')}
        items={[{ value: 'yes', text: 'Nobody can finish without an answer to it' }]}
      />
      <Radios
        {...field(form, 'sensitive')}
        fieldset={legend('Is it a special category of personal data?')}
        hint="Only those who need them see such answers, and they are erased 30 days after the conference."
        items={[
          { value: '', text: 'No' },
          ...sensitivities.map((one) => ({ value: one, text: `Yes: ${sensitiveWords[one].toLowerCase()}` })),
        ]}
      />
      <When form={form} tickets={tickets} earlier={earlier} />
      <Checkboxes
        {...field(form, 'asksApproval')}
        fieldset={legend('Approval')}
        items={[
          {
            value: 'yes',
            text: 'A changed answer asks for approval again',
            hint: 'Only of delegates whose ticket needs approval.',
          },
        ]}
      />
    </>
  );
}

/** When it is asked: with which tickets, and after which answers to an earlier question. */
function When({ form, tickets, earlier }: QuestionFieldsProps) {
  const conditions = earlier
    .filter((question) => !question.isRetired)
    .flatMap((question) =>
      answersOf(question).map((answer) => ({
        value: conditionValue(question.id, answer),
        text: `${question.label} – ${answerInWords(answer)}`,
      })),
    );
  return (
    <>
      {tickets.length > 0 && (
        <Checkboxes
          {...field(form, 'ticketTypeIds')}
          fieldset={legend('For which tickets and add-ons')}
          hint="Leave all blank to ask it whatever somebody has booked."
          items={tickets.map(({ id, name }) => ({ value: id, text: name }))}
        />
      )}
      {conditions.length > 0 && (
        <Checkboxes
          {...field(form, 'onlyIf')}
          fieldset={legend('Only after a certain answer')}
          hint="Leave all blank to ask it of everybody. Otherwise choose answers to one question that stands before this one and is asked of the same; one of them is enough."
          items={conditions}
        />
      )}
    </>
  );
}
