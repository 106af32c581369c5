import type { Question } from './question.js';

/** A file that was handed in, which is kept beside the answers. */
export interface FileAnswer {
  readonly fileId: string;
  readonly name: string;
}

/**
 * An answer as it is kept: words for `text`, `long-text` and `choice`, `yes` or `no` for `yes-no`, the chosen ones in the
 * question's own order for `several`, and which file for `file`.
 */
export type Answer = string | readonly string[] | FileAnswer;

/** Answers by the ids of their questions; what was not answered is not in it. */
export type Answers = ReadonlyMap<string, Answer>;

export const noAnswers: Answers = new Map();

/** The longest answer to a `text` question, and to one of several lines, in characters. */
export const longestAnswer = { text: 200, 'long-text': 2000 } as const;

/** The answers of a yes/no question, as kept and as shown. */
export const yesNo = [
  { value: 'yes', words: 'Yes' },
  { value: 'no', words: 'No' },
] as const;

export function isFileAnswer(answer: Answer): answer is FileAnswer {
  return typeof answer === 'object' && !Array.isArray(answer);
}

/** What was answered, as words; lists with commas between. */
export function answerInWords(question: Pick<Question, 'kind'>, answer: Answer): string {
  if (isFileAnswer(answer)) return answer.name;
  if (typeof answer !== 'string') return answer.join(', ');
  if (question.kind !== 'yes-no') return answer;
  return yesNo.find(({ value }) => value === answer)?.words ?? answer;
}

/** Whether two answers say the same; `undefined` is none. */
export function sameAnswer(one: Answer | undefined, other: Answer | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return contentOf(one) === contentOf(other);
}

const contentOf = (answer: Answer): string => JSON.stringify(isFileAnswer(answer) ? answer.fileId : answer);
