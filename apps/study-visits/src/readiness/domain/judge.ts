import {
  judgePassports,
  type JudgedPassports,
  type Passport,
  type Verdict,
} from '../../destination-rules/domain/judge-passports.js';
import type { CountryGroup, Rule } from '../../destination-rules/domain/rule.js';
import type { MarkStatus } from './item.js';
import type { TravelInsurance } from './told.js';

/** What of a visit decides whether papers will do. Days are ISO. */
export interface JudgedVisit {
  readonly country: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** What stands against an insurance: it begins after the first day, or ends before the last. */
export interface InsuranceFinding {
  readonly code: 'begins-late' | 'ends-early';
}

/** How something that was told was judged; it tells nothing of what was. */
export type Judgement =
  | ({ readonly item: 'passport'; readonly status: MarkStatus } & Pick<JudgedPassports, 'counts' | 'each'>)
  | {
      readonly item: 'insurance';
      readonly status: MarkStatus;
      readonly findings: readonly InsuranceFinding[];
    };

const statuses: Readonly<Record<Verdict, MarkStatus>> = {
  good: 'done',
  'not-needed': 'not-needed',
  unsure: 'unsure',
  bad: 'wrong',
};

/** Judges passports by the rules for where the visit goes. The party enters on the first day and leaves on the last. */
export function judgeTravelPapers(
  passports: readonly Passport[],
  visit: JudgedVisit,
  rules: readonly Rule[],
  groups: readonly CountryGroup[],
): Judgement {
  const trip = { country: visit.country, entry: visit.firstDay, leaving: visit.lastDay };
  const judged = judgePassports(passports, trip, rules, groups);
  if (judged === null) return { item: 'passport', status: 'missing', counts: -1, each: [] };
  return { item: 'passport', status: statuses[judged.verdict], counts: judged.counts, each: judged.each };
}

/** An insurance has to cover every day of the visit. */
export function judgeInsurance(
  { from, until }: Pick<TravelInsurance, 'from' | 'until'>,
  { firstDay, lastDay }: JudgedVisit,
): Judgement {
  const findings: InsuranceFinding[] = [];
  if (from > firstDay) findings.push({ code: 'begins-late' });
  if (until < lastDay) findings.push({ code: 'ends-early' });
  return { item: 'insurance', status: findings.length === 0 ? 'done' : 'wrong', findings };
}
