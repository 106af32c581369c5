import { accepted, checkOptionalText, problemsOf, refused, type Checked, type FieldProblem } from '#checks';

/** A risk that did come true. */
export interface CameTrue {
  readonly riskId: string;
  /** What happened and what was done. */
  readonly words: string;
}

export const longestPart = 10_000;

/** What staff write for the board. */
export interface BoardReport {
  /** What the visit was for; empty: what its own page says. */
  readonly purpose: string;
  readonly learned: string;
  readonly recommendations: string;
  readonly cameTrue: readonly CameTrue[];
}

/** The same as a form or a program gives it. */
export type BoardReportInput = BoardReport;

/** @param risks the ids of the visit's risks; others are left out @returns what is written, or all that is wrong with it */
export function checkBoardReport(input: BoardReportInput, risks: readonly string[]): Checked<BoardReport> {
  const rules = { longest: longestPart, manyLines: true };
  const purpose = checkOptionalText(input.purpose, 'purpose', rules);
  const learned = checkOptionalText(input.learned, 'learned', rules);
  const recommendations = checkOptionalText(input.recommendations, 'recommendations', rules);
  const given = risks.map((riskId) => {
    const words = input.cameTrue.find((one) => one.riskId === riskId)?.words;
    return { riskId, words: checkOptionalText(words, `risk-${riskId}`, { longest: 2000, manyLines: true }) };
  });
  if (!purpose.ok || !learned.ok || !recommendations.ok || given.some(({ words }) => !words.ok)) {
    const all = [purpose, learned, recommendations, ...given.map(({ words }) => words)];
    return refused(...problemsOf<FieldProblem>(...all));
  }
  return accepted({
    purpose: purpose.value ?? '',
    learned: learned.value ?? '',
    recommendations: recommendations.value ?? '',
    cameTrue: given.flatMap(({ riskId, words }) =>
      words.ok && words.value !== null ? [{ riskId, words: words.value }] : [],
    ),
  });
}
