import { allValues, textIn, type SubmittedValues } from '#ui';
import { isFileAnswer, type Answer, type Answers } from '../domain/answer.js';
import { answerField } from '../domain/check-answers.js';
import type { Question } from '../domain/question.js';

/** The checkbox that takes a file back. */
export const removalField = (questionId: string): string => `remove.${questionId}`;

/**
 * What a form said to the questions on it. A file that is kept stays unless it is taken back; new files are put in by whoever
 * receives them.
 */
export function readAnswers(questions: readonly Question[], values: SubmittedValues, kept: Answers): Answers {
  const read = new Map<string, Answer>();
  for (const { id, kind } of questions) {
    const answer =
      kind === 'file' ? keptFile(id, values, kept) : sent(kind, allValues(values, answerField(id)));
    if (answer !== undefined) read.set(id, answer);
  }
  return read;
}

function sent(kind: Question['kind'], given: readonly string[]): Answer | undefined {
  if (kind === 'several') return given.filter((one) => one !== '');
  return given[0];
}

function keptFile(id: string, values: SubmittedValues, kept: Answers): Answer | undefined {
  const answer = kept.get(id);
  const isTakenBack = textIn(values, removalField(id)) === 'yes';
  return answer !== undefined && isFileAnswer(answer) && !isTakenBack ? answer : undefined;
}

/** Answers as the values of a form's fields. */
export function answerValues(answers: Answers): SubmittedValues {
  return Object.fromEntries(
    [...answers].flatMap(([id, answer]) => (isFileAnswer(answer) ? [] : [[answerField(id), answer]])),
  );
}
