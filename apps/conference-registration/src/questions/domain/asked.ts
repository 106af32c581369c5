import type { Answer, Answers } from './answer.js';
import type { OnlyIf, QuestionSubject } from './kinds.js';
import type { Question } from './question.js';

/** Who is asked. */
export interface Asked {
  readonly of: QuestionSubject;
  /** The tickets and add-ons of the delegate; of a booking, those of all its delegates. */
  readonly ticketTypeIds: readonly string[];
}

/** The questions that may come up at all, whatever is answered: those for these tickets, in their order. */
export function questionsFor(questions: readonly Question[], { of, ticketTypeIds }: Asked): Question[] {
  return questions.filter(
    (question) =>
      question.askedOf === of &&
      (question.ticketTypeIds.length === 0 ||
        question.ticketTypeIds.some((ticket) => ticketTypeIds.includes(ticket))),
  );
}

/**
 * The questions that are asked given what was answered so far, in their order. A question that hangs on another is asked
 * only if that one is, comes earlier and has one of the wanted answers.
 */
export function askedQuestions(questions: readonly Question[], asked: Asked, answers: Answers): Question[] {
  const found: Question[] = [];
  const ids = new Set<string>();
  for (const question of questionsFor(questions, asked)) {
    const { onlyIf } = question;
    if (onlyIf !== null && !(ids.has(onlyIf.questionId) && isMet(onlyIf, answers))) continue;
    found.push(question);
    ids.add(question.id);
  }
  return found;
}

function isMet({ questionId, oneOf }: OnlyIf, answers: Answers): boolean {
  return chosenIn(answers.get(questionId)).some((one) => oneOf.includes(one));
}

function chosenIn(answer: Answer | undefined): readonly string[] {
  if (typeof answer === 'string') return [answer];
  return Array.isArray(answer) ? (answer as readonly string[]) : [];
}
