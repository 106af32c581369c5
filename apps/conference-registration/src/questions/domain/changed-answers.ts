import { sameAnswer, type Answers } from './answer.js';
import type { Question } from './question.js';

/** The questions that are answered differently now: anew, otherwise, or no longer. */
export function changedAnswers(questions: readonly Question[], before: Answers, after: Answers): Question[] {
  return questions.filter(({ id }) => !sameAnswer(before.get(id), after.get(id)));
}

/** Whether an answer changed on which the approval of a place hung, so that it is asked for again. */
export function asksApprovalAgain(questions: readonly Question[], before: Answers, after: Answers): boolean {
  return changedAnswers(questions, before, after).some(({ asksApproval }) => asksApproval);
}
