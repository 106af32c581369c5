import { accepted, checkText, refuse, refused, type Checked, type FieldProblem } from '#checks';
import { isFileAnswer, longestAnswer, yesNo, type Answer, type Answers } from './answer.js';
import { askedQuestions, questionsFor, type Asked } from './asked.js';
import type { Question } from './question.js';

/** What a question's field is called in forms and in JSON. */
export const answerField = (questionId: string): string => `answers.${questionId}`;

/** Whether all must be there, or what is still missing may come later. */
export type Completeness = 'complete' | 'so-far';

/**
 * Checks what was answered and puts it into the form in which it is kept. Answers to what is not asked (for other tickets,
 * or because of another answer) are left out.
 *
 * @param given by the ids of the questions; blank text and empty lists are no answers
 * @returns the answers, or what is wrong, in the order of the questions; fields as {@link answerField} has them
 */
export function checkAnswers(
  questions: readonly Question[],
  asked: Asked,
  given: Answers,
  completeness: Completeness,
): Checked<Answers> {
  const read = new Map<string, Answer>();
  const problems = new Map<string, FieldProblem>();
  for (const question of questionsFor(questions, asked)) {
    const answer = given.get(question.id);
    if (answer === undefined || isBlank(answer)) continue;
    const checked = checkAnswer(question, answer);
    if (checked.ok) read.set(question.id, checked.value);
    else for (const problem of checked.problems) problems.set(question.id, problem);
  }
  // What hangs on an answer that is not to be used cannot be known yet, so it is not asked for either.
  const all = askedQuestions(questions, asked, read);
  const found = all.flatMap((question) => {
    const problem = problems.get(question.id);
    if (problem) return [problem];
    if (read.has(question.id) || !question.required || completeness === 'so-far') return [];
    return [missing(question)];
  });
  if (found.length > 0) return refused(...found);
  return accepted(new Map(all.flatMap(({ id }) => entryOf(id, read.get(id)))));
}

const entryOf = (id: string, answer: Answer | undefined): [string, Answer][] =>
  answer === undefined ? [] : [[id, answer]];

function isBlank(answer: Answer): boolean {
  if (isFileAnswer(answer)) return false;
  return typeof answer === 'string' ? answer.trim() === '' : answer.length === 0;
}

const about = ({ id, label }: Question, code: string, sentence: string) =>
  refuse(answerField(id), code, `“${label}”: ${sentence}`);

function missing(question: Question): FieldProblem {
  const { id, kind, label } = question;
  const what = {
    text: 'write an answer.',
    'long-text': 'write an answer.',
    choice: 'choose one answer.',
    several: 'choose one answer or more.',
    'yes-no': 'choose yes or no.',
    file: 'choose a file.',
  }[kind];
  return { field: answerField(id), code: 'missing', message: `“${label}”: ${what}` };
}

function checkAnswer(question: Question, answer: Answer): Checked<Answer> {
  switch (question.kind) {
    case 'text':
    case 'long-text':
      return checkWords(question, answer, question.kind);
    case 'choice':
      return checkChosen(question, answer, question.choices);
    case 'yes-no':
      return checkChosen(
        question,
        answer,
        yesNo.map(({ value }) => value),
      );
    case 'several':
      return checkSeveral(question, answer);
    case 'file':
      return isFileAnswer(answer) ? accepted(answer) : about(question, 'not-a-file', 'choose a file.');
  }
}

function checkWords(question: Question, answer: Answer, kind: 'text' | 'long-text'): Checked<Answer> {
  if (typeof answer !== 'string') return about(question, 'not-text', 'write one answer.');
  const checked = checkText(answer, answerField(question.id), {
    longest: longestAnswer[kind],
    missing: { code: 'missing', message: missing(question).message },
    manyLines: kind === 'long-text',
  });
  if (checked.ok) return checked;
  return refused(
    ...checked.problems.map((problem) => ({
      ...problem,
      message: `“${question.label}”: ${problem.message}`,
    })),
  );
}

function checkChosen(question: Question, answer: Answer, choices: readonly string[]): Checked<Answer> {
  const one = Array.isArray(answer) && answer.length === 1 ? (answer as readonly string[])[0] : answer;
  const found = choices.find((choice) => choice === one);
  return found === undefined
    ? about(question, 'unknown-choice', 'choose one of the answers on the list.')
    : accepted(found);
}

function checkSeveral(question: Question, answer: Answer): Checked<Answer> {
  const given = typeof answer === 'string' ? [answer] : answer;
  if (isFileAnswer(given) || given.some((one) => !question.choices.includes(one))) {
    return about(question, 'unknown-choice', 'choose from the answers on the list.');
  }
  return accepted(question.choices.filter((choice) => given.includes(choice)));
}
