import type { Form } from '#ui';
import { isFileAnswer, yesNo, type Answers } from '../domain/answer.js';
import { answerField } from '../domain/check-answers.js';
import type { OnlyIf } from '../domain/kinds.js';
import type { Question } from '../domain/question.js';
import { QuestionField } from './question-field.js';

interface QuestionFieldsProps {
  /** Those that may come up, in their order; see `questionsFor`. */
  readonly questions: readonly Question[];
  readonly form: Form;
  /** What is kept already, for the names of files. */
  readonly kept: Answers;
}

/**
 * Questions as fields. One that hangs on another's answer says so above itself; a script hides it until it is asked, and
 * without scripts whoever it does not concern passes it over: what they send for it is not used.
 */
export function QuestionFields({ questions, form, kept }: QuestionFieldsProps) {
  return (
    <>
      {questions.map((question) => {
        const answer = kept.get(question.id);
        const fileName = answer !== undefined && isFileAnswer(answer) ? answer.name : null;
        const shown = <QuestionField question={question} form={form} fileName={fileName} />;
        const earlier = questions.find(({ id }) => id === question.onlyIf?.questionId);
        if (question.onlyIf === null || earlier === undefined) return <div key={question.id}>{shown}</div>;
        return (
          <div
            key={question.id}
            class="cn-only-if"
            data-only-if={answerField(question.onlyIf.questionId)}
            data-one-of={JSON.stringify(question.onlyIf.oneOf)}
          >
            <p class="govuk-hint cn-only-if__words">{onlyIfInWords(earlier, question.onlyIf)}</p>
            {shown}
          </div>
        );
      })}
    </>
  );
}

function onlyIfInWords({ kind, label }: Question, { oneOf }: OnlyIf): string {
  const words = oneOf.map(
    (value) => (kind === 'yes-no' ? yesNo.find((each) => each.value === value)?.words : undefined) ?? value,
  );
  const list = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words.map((word) => `“${word}”`));
  return `Only if you answered ${list} to “${label}”:`;
}
