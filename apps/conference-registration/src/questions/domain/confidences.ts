import type { Answer, Answers } from './answer.js';
import { askedQuestions, questionsFor, type Asked } from './asked.js';
import type { Question } from './question.js';

/** Questions of the special categories that a delegate has answers to: whether they gave these themselves, or somebody for them. */
export type Confidences = ReadonlyMap<string, 'themselves' | 'for-them'>;

export const noConfidences: Confidences = new Map();

/** Who looks at a booking: whoever books for the delegate, or staff, who have a page of their own for these answers. */
export type Onlooker = 'booker' | 'staff';

/** The questions whose answers somebody is not shown who has no need of them. */
export function withheldFrom(onlooker: Onlooker, said: Confidences): ReadonlySet<string> {
  return new Set([...said].flatMap(([id, by]) => (onlooker === 'staff' || by === 'themselves' ? [id] : [])));
}

/** What is kept from whoever looks, and is to stay as it is when they save the rest. */
export function withheldAnswers(
  answers: Answers,
  withheld: ReadonlySet<string>,
): ReadonlyMap<string, Answer> {
  return new Map([...answers].filter(([id]) => withheld.has(id)));
}

/**
 * The questions of a form on which some answers are not shown: neither are the questions that hang on these, as they would give
 * them away, but for one that still has to be answered.
 */
export function questionsShown(
  questions: readonly Question[],
  asked: Asked,
  answers: Answers,
  withheld: ReadonlySet<string>,
): readonly Question[] {
  const due = new Set(
    askedQuestions(questions, asked, answers)
      .filter(({ id, required }) => required && !answers.has(id))
      .map(({ id }) => id),
  );
  return questionsFor(questions, asked).filter(
    ({ id, onlyIf }) =>
      !withheld.has(id) && (onlyIf === null || !withheld.has(onlyIf.questionId) || due.has(id)),
  );
}
