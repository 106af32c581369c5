import {
  accepted,
  checkChoice,
  checkOptionalText,
  problemsOf,
  refuse,
  refused,
  type Checked,
  type FieldProblem,
} from '#checks';

/**
 * What decides whether the Package Travel and Linked Travel Arrangements Regulations 2018 apply. By regulation 2 a package
 * combines at least two kinds of travel services for one trip; by regulation 3 the rules leave out what lasts less than 24 hours
 * without a night, and what is offered occasionally, not for profit and to a limited group of travellers only.
 */
export const questions = ['combines', 'overnight', 'occasional', 'notForProfit', 'limitedGroup'] as const;

export type Question = (typeof questions)[number];

export const answers = ['yes', 'no'] as const;

export type YesNo = (typeof answers)[number];

/** What was considered. */
export interface Consideration {
  readonly answers: Readonly<Record<Question, YesNo>>;
  /** Why: how often, for whom, on what footing. */
  readonly reasons: string;
  /** What protects travellers' money and gets them home, where the rules apply. */
  readonly protection: string;
}

/** The same as a form or a program gives it. */
export interface ConsiderationInput {
  readonly answers: Readonly<Record<Question, string>>;
  readonly reasons: string;
  readonly protection: string;
}

/** What follows from the answers. */
export type Outcome = 'no-package' | 'too-short' | 'exempt' | 'applies';

/** An exemption needs all three of its conditions. */
export function outcomeOf({ answers: said }: Pick<Consideration, 'answers'>): Outcome {
  if (said.combines === 'no') return 'no-package';
  if (said.overnight === 'no') return 'too-short';
  const isExempt = said.occasional === 'yes' && said.notForProfit === 'yes' && said.limitedGroup === 'yes';
  return isExempt ? 'exempt' : 'applies';
}

/** @returns what was considered, or all that is wrong with it, each at its field */
export function checkConsideration(input: ConsiderationInput): Checked<Consideration> {
  const said = questions.map((question) => ({
    question,
    answer: checkAnswer(input.answers[question], question),
  }));
  const reasons = checkOptionalText(input.reasons, 'reasons', { longest: 4000, manyLines: true });
  const protection = checkOptionalText(input.protection, 'protection', { longest: 4000, manyLines: true });
  const [combines, overnight, occasional, notForProfit, limitedGroup] = said.map(({ answer }) => answer);
  if (
    !combines?.ok ||
    !overnight?.ok ||
    !occasional?.ok ||
    !notForProfit?.ok ||
    !limitedGroup?.ok ||
    !reasons.ok ||
    !protection.ok
  ) {
    return refused(...problemsOf<FieldProblem>(...said.map(({ answer }) => answer), reasons, protection));
  }
  const consideration: Consideration = {
    answers: {
      combines: combines.value,
      overnight: overnight.value,
      occasional: occasional.value,
      notForProfit: notForProfit.value,
      limitedGroup: limitedGroup.value,
    },
    reasons: reasons.value ?? '',
    protection: protection.value ?? '',
  };
  const outcome = outcomeOf(consideration);
  if (outcome === 'exempt' && consideration.reasons === '') {
    return refuse(
      'reasons',
      'missing',
      'Say why it is exempt: how often there are such visits, that nobody earns by them, and who can come.',
    );
  }
  if (outcome === 'applies' && consideration.protection === '') {
    return refuse(
      'protection',
      'missing',
      'By these answers the rules apply: say what protects travellers’ money and gets them home.',
    );
  }
  return accepted(consideration);
}

function checkAnswer(answer: string, question: Question): Checked<YesNo> {
  return answer.trim() === ''
    ? refuse(question, 'missing', 'Say yes or no.')
    : checkChoice<YesNo>(answer, answers, question, 'Say yes or no.');
}
