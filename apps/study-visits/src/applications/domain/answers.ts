import { checkOptionalText, type Checked } from '#checks';
import type { Question } from './application.js';

/** Of an answer, in characters: two pages, so that those who choose can read all of them. */
export const longestAnswer: Readonly<Record<Question, number>> = {
  why: 4000,
  bringBack: 4000,
  supporter: 1000,
};

/** Checks an answer. @returns `null` for none: a draft need not say everything */
export const checkAnswer = (question: Question, text: string): Checked<string | null> =>
  checkOptionalText(text, 'answer', { longest: longestAnswer[question], manyLines: true });

/** Of what somebody needs, in characters. */
export const longestAccess = 2000;

/** What somebody needs, and that they agree to its being kept. */
export interface AccessInput {
  readonly needs: string;
  readonly agrees: boolean;
}

/**
 * Checks what somebody needs to travel and to take part.
 *
 * @returns `null` for nothing
 */
export function checkAccess({ needs, agrees }: AccessInput): Checked<string | null> {
  const text = checkOptionalText(needs, 'needs', { longest: longestAccess, manyLines: true });
  if (!text.ok || text.value === null || agrees) return text;
  return {
    ok: false,
    problems: [
      {
        field: 'agrees',
        code: 'consent-missing',
        message: 'Tick the box to let us keep what you need, or leave the box above blank.',
      },
    ],
  };
}

/** The answers with one of them changed. */
export function withAnswer(
  answers: Readonly<Partial<Record<Question, string>>>,
  question: Question,
  answer: string | null,
): Readonly<Partial<Record<Question, string>>> {
  const { [question]: _, ...others } = answers;
  return answer === null ? others : { ...others, [question]: answer };
}
