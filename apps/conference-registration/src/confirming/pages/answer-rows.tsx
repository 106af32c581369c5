import type { VNode } from 'preact';
import { answerInWords, isFileAnswer, type Answer, type Answers } from '../../questions/domain/answer.js';
import { askedQuestions, type Asked } from '../../questions/domain/asked.js';
import { questionsShown } from '../../questions/domain/confidences.js';
import type { Question } from '../../questions/domain/question.js';

/** A question and what was answered to it. */
export interface AnswerRow {
  readonly key: string;
  readonly isAnswered: boolean;
  readonly value: string | VNode;
}

/**
 * What was asked and answered, in the order of the questions.
 *
 * @param path of the booking, below which its files are
 * @param withheld the questions whose answers are not shown
 */
export function answerRows(
  questions: readonly Question[],
  asked: Asked,
  answers: Answers,
  path: string,
  withheld: ReadonlySet<string> = new Set(),
): readonly AnswerRow[] {
  const shownOnes = questionsShown(questions, asked, answers, withheld);
  return askedQuestions(questions, asked, answers)
    .filter((question) => withheld.has(question.id) || shownOnes.includes(question))
    .map((question) => ({
      key: question.label,
      isAnswered: withheld.has(question.id) || answers.has(question.id),
      value: withheld.has(question.id)
        ? 'Answered in confidence'
        : shown(question, answers.get(question.id), path),
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
