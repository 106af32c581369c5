import type { VNode } from 'preact';
import { answerInWords, isFileAnswer, type Answer, type Answers } from '../../questions/domain/answer.js';
import { askedQuestions, type Asked } from '../../questions/domain/asked.js';
import type { Question } from '../../questions/domain/question.js';

/** A question and what was answered to it. */
export interface AnswerRow {
  readonly key: string;
  readonly value: string | VNode;
}

/**
 * What was asked and answered, in the order of the questions.
 *
 * @param path of the booking, below which its files are
 */
export function answerRows(
  questions: readonly Question[],
  asked: Asked,
  answers: Answers,
  path: string,
): readonly AnswerRow[] {
  return askedQuestions(questions, asked, answers).map((question) => ({
    key: question.label,
    value: shown(question, answers.get(question.id), path),
  }));
}

function shown(question: Question, answer: Answer | undefined, path: string): string | VNode {
  if (answer === undefined) return 'Not answered';
  if (isFileAnswer(answer)) {
    return (
      <a class="govuk-link" href={`${path}/files/${answer.fileId}`}>
        {answer.name}
      </a>
    );
  }
  const lines = answerInWords(question, answer).split('\n');
  return (
    <>
      {lines.map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </>
  );
}
