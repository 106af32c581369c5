import {
  accepted,
  checkOptionalText,
  checkPlausibleDay,
  checkRange,
  checkText,
  problemsOf,
  refused,
  type Checked,
  type FieldProblem,
} from '#checks';

/** From 1 (hardly ever, hardly any harm) to 5 (as good as certain, loss of life). */
export const levels = [1, 2, 3, 4, 5] as const;

/** What could go wrong on a visit, and what is done about it. */
export interface RiskDetails {
  /** "The coach has an accident" */
  readonly hazard: string;
  /** Who could come to harm: "Everybody on the coach". */
  readonly atRisk: string;
  /** 1 to 5, with the measures taken. */
  readonly likelihood: number;
  readonly severity: number;
  readonly measures: string;
  /** Who sees to the measures; a name or a part: "The leader". */
  readonly responsible: string;
  /** ISO; when it is looked at again. */
  readonly reviewOn: string | null;
}

/** The same as a form or a program gives it. */
export interface RiskInput {
  readonly hazard: string;
  readonly atRisk: string;
  /** `null`: none was chosen. */
  readonly likelihood: number | null;
  readonly severity: number | null;
  readonly measures: string;
  readonly responsible: string;
  readonly reviewOn: Checked<string | null>;
}

/** How much a risk matters. */
export type RiskBand = 'low' | 'medium' | 'high' | 'very-high';

/** Likelihood × severity: 1 to 25. */
export const scoreOf = ({ likelihood, severity }: Pick<RiskDetails, 'likelihood' | 'severity'>): number =>
  likelihood * severity;

/** The lowest score of each band, the highest first: the usual ones of a matrix of five by five. */
const bands: readonly (readonly [number, RiskBand])[] = [
  [20, 'very-high'],
  [10, 'high'],
  [5, 'medium'],
  [1, 'low'],
];

/** @param score 1 to 25 */
export const bandOf = (score: number): RiskBand => bands.find(([from]) => score >= from)?.[1] ?? 'low';

const missing = (message: string) => ({ code: 'missing', message });

/** @returns the risk, or all that is wrong with it, each at its field */
export function checkRisk(input: RiskInput): Checked<RiskDetails> {
  const text = (name: 'hazard' | 'atRisk' | 'measures' | 'responsible', longest: number, ask: string) =>
    checkText<string>(input[name], name, { longest, missing: missing(ask), manyLines: name === 'measures' });
  const hazard = text('hazard', 200, 'Say what could happen, such as The coach has an accident.');
  const atRisk = text('atRisk', 200, 'Say who could come to harm.');
  const likelihood = checkLevel(input.likelihood, 'likelihood', 'Say how likely it is.');
  const severity = checkLevel(input.severity, 'severity', 'Say how bad it would be.');
  const measures = text('measures', 4000, 'Say what is done about it.');
  const responsible = checkOptionalText(input.responsible, 'responsible', { longest: 200 });
  const reviewOn = checkPlausibleDay(input.reviewOn, 'reviewOn');
  if (
    !hazard.ok ||
    !atRisk.ok ||
    !likelihood.ok ||
    !severity.ok ||
    !measures.ok ||
    !responsible.ok ||
    !reviewOn.ok
  ) {
    return refused(
      ...problemsOf<FieldProblem>(hazard, atRisk, likelihood, severity, measures, responsible, reviewOn),
    );
  }
  return accepted({
    hazard: hazard.value,
    atRisk: atRisk.value,
    likelihood: likelihood.value,
    severity: severity.value,
    measures: measures.value,
    responsible: responsible.value ?? '',
    reviewOn: reviewOn.value,
  });
}

function checkLevel(level: number | null, field: string, ask: string): Checked<number> {
  return level === null
    ? refused({ field, code: 'missing', message: ask })
    : checkRange(level, field, { what: 'the level', least: 1, most: 5 });
}

/** Those that matter most first. */
export const byScore = <Risk extends Pick<RiskDetails, 'likelihood' | 'severity' | 'hazard'>>(
  risks: readonly Risk[],
): readonly Risk[] =>
  risks.toSorted(
    (one, other) =>
      scoreOf(other) - scoreOf(one) ||
      other.severity - one.severity ||
      one.hazard.localeCompare(other.hazard),
  );
