import { Temporal } from 'temporal-polyfill';
import { ruleFor, type CountedFrom, type CountryGroup, type PassportDemands, type Rule } from './rule.js';

/** A passport as its holder gives it; dates are ISO. */
export interface Passport {
  readonly issuedOn: string | null;
  readonly expiresOn: string | null;
  /** Whose passport it is: ISO 3166-1, two letters. */
  readonly nationality: string | null;
}

/** When and where somebody is abroad; dates are ISO. */
export interface Trip {
  /** ISO 3166-1, two letters. */
  readonly country: string;
  readonly entry: string;
  readonly leaving: string;
}

/** One thing that stands against a passport, with the rule's own figures; it tells nothing of what is in the passport. */
export type Finding =
  | { readonly code: 'issued-too-long-ago'; readonly years: number }
  | { readonly code: 'expires-too-soon'; readonly months: number; readonly countedFrom: CountedFrom }
  | { readonly code: 'issue-not-given' }
  | { readonly code: 'expiry-not-given' }
  | { readonly code: 'no-rule' };

/** `not-needed`: none is needed there; `unsure`: something is not known that the rule asks about. */
export type Verdict = 'good' | 'not-needed' | 'unsure' | 'bad';

export interface JudgedPassport {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

export interface JudgedPassports {
  readonly verdict: Verdict;
  /** The place in the list of the one that counts: the best. */
  readonly counts: number;
  /** Each, in the order given. */
  readonly each: readonly JudgedPassport[];
}

const order: readonly Verdict[] = ['not-needed', 'good', 'unsure', 'bad'];

/**
 * Whether somebody can travel on one of their passports by the rules there are. Of several the best one counts.
 *
 * @returns `null`: there is no passport to be judged, and one is needed
 */
export function judgePassports(
  passports: readonly Passport[],
  trip: Trip,
  rules: readonly Rule[],
  groups: readonly CountryGroup[],
): JudgedPassports | null {
  const each = passports.map((passport) => judgeOne(passport, trip, rules, groups));
  const best = each.toSorted((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict))[0];
  if (best !== undefined) return { verdict: best.verdict, counts: each.indexOf(best), each };
  const rule = ruleFor('passport', rules, groups, { ...trip, nationality: null });
  return rule?.data.needed === false ? { verdict: 'not-needed', counts: -1, each } : null;
}

function judgeOne(
  passport: Passport,
  trip: Trip,
  rules: readonly Rule[],
  groups: readonly CountryGroup[],
): JudgedPassport {
  const rule = ruleFor('passport', rules, groups, { ...trip, nationality: passport.nationality });
  if (rule === null) return { verdict: 'unsure', findings: [{ code: 'no-rule' }] };
  if (!rule.data.needed) return { verdict: 'not-needed', findings: [] };
  const findings = [...issueOf(passport, trip, rule.data), ...expiryOf(passport, trip, rule.data)];
  const isBad = findings.some(({ code }) => code === 'issued-too-long-ago' || code === 'expires-too-soon');
  return { verdict: isBad ? 'bad' : findings.length > 0 ? 'unsure' : 'good', findings };
}

/**
 * "Less than ten years before": on the day itself the ten years are full. Where that day does not exist (29 February), they are
 * full on the last day of the month, as Regulation (EEC, Euratom) 1182/71, Article 3, has it.
 */
function issueOf(
  { issuedOn }: Passport,
  { entry }: Trip,
  { issuedWithinYears: years }: PassportDemands,
): readonly Finding[] {
  if (years === null) return [];
  if (issuedOn === null) return [{ code: 'issue-not-given' }];
  const isFull = isOnOrBefore(Temporal.PlainDate.from(issuedOn).add({ years }), entry);
  return isFull ? [{ code: 'issued-too-long-ago', years }] : [];
}

/** "At least three months after": the day itself is enough; where it does not exist, the last of its month is, by the same article. */
function expiryOf(
  { expiresOn }: Passport,
  { entry, leaving }: Trip,
  { validMonths: months, countedFrom }: PassportDemands,
): readonly Finding[] {
  if (expiresOn === null) return [{ code: 'expiry-not-given' }];
  const counted = Temporal.PlainDate.from(countedFrom === 'entry' ? entry : leaving).add({ months });
  // Whatever is counted from entry, it has to be valid to the end of the visit.
  const isGood = isOnOrBefore(counted, expiresOn) && leaving <= expiresOn;
  return isGood ? [] : [{ code: 'expires-too-soon', months, countedFrom }];
}

const isOnOrBefore = (day: Temporal.PlainDate, other: string): boolean =>
  Temporal.PlainDate.compare(day, Temporal.PlainDate.from(other)) <= 0;
