import { Temporal } from 'temporal-polyfill';
import type { Words } from '#checks';
import { dateInWords, plural } from '#ui';
import { countryName } from '../visits/domain/countries.js';
import type { GroupDetails } from './domain/check-group.js';
import type { RuleDetails } from './domain/check-rule.js';
import type { Finding, JudgedPassport } from './domain/judge-passports.js';
import type { AuthorisationState, CountedFrom, RuleContent, RuleKind } from './domain/rule.js';

export const kindWords: Readonly<Record<RuleKind, string>> = {
  passport: 'Passport',
  stay: 'Length of a stay',
  border: 'At the border',
  authorisation: 'Authorisation beforehand',
  emergency: 'In an emergency',
};

export const stateWords: Readonly<Record<AuthorisationState, string>> = {
  'not-open': 'Not open yet',
  recommended: 'Recommended',
  required: 'Required',
};

export const countedFromWords: Readonly<Record<CountedFrom, string>> = {
  leaving: 'after the day of leaving',
  entry: 'after the day of entry',
};

/** What a rule demands, in a sentence or two. */
export function demandsInWords({ kind, data }: RuleContent): string {
  switch (kind) {
    case 'passport': {
      if (!data.needed) return 'No passport is needed.';
      const valid =
        data.validMonths === 0
          ? 'valid to the last day'
          : `valid for at least ${plural(data.validMonths, 'month')} ${countedFromWords[data.countedFrom]}`;
      return data.issuedWithinYears === null
        ? `A passport that is ${valid}.`
        : `A passport issued less than ${plural(data.issuedWithinYears, 'year')} before the day of entry, and ${valid}.`;
    }
    case 'stay':
      return `At most ${plural(data.days, 'day')} in any ${data.withinDays}.`;
    case 'border':
      return data.name;
    case 'authorisation':
      return `${data.name}: ${stateWords[data.state].toLowerCase()}${data.cost === '' ? '' : ` (${data.cost})`}.`;
    case 'emergency':
      return `Ring ${data.number}: ${data.services}.`;
  }
}

/** One thing that stands against a passport; it tells nothing of what is in it. */
export function findingInWords(finding: Finding): string {
  switch (finding.code) {
    case 'issued-too-long-ago':
      return `issued ${plural(finding.years, 'year')} or longer before the visit begins`;
    case 'expires-too-soon':
      return finding.months === 0
        ? 'it expires before the visit is over'
        : `not valid for ${plural(finding.months, 'month')} ${finding.countedFrom === 'leaving' ? 'after the visit' : 'from when the visit begins'}`;
    case 'issue-not-given':
      return 'the day of issue is not given';
    case 'expiry-not-given':
      return 'the day of expiry is not given';
    case 'no-rule':
      return 'there is no rule yet for this country';
  }
}

/** How a passport was judged: "good for this visit", or all that stands against it. */
export function judgedInWords({ verdict, findings }: Pick<JudgedPassport, 'verdict' | 'findings'>): string {
  if (verdict === 'good') return 'good for this visit';
  if (verdict === 'not-needed') return 'none is needed for this visit';
  return findings.map(findingInWords).join('; ');
}

const day = (iso: string | null): string =>
  iso === null ? '' : dateInWords(Temporal.PlainDate.from(iso), { weekday: false });

/** A rule as its history has it. @param titleOf a group's title by its code */
export const ruleInWords = (rule: RuleDetails, titleOf: (code: string) => string): Words => ({
  About: kindWords[rule.kind],
  'Travelling to': titleOf(rule.destination),
  'Nationals of': rule.nationals === null ? 'Everybody else' : titleOf(rule.nationals),
  'Counts from': day(rule.validFrom),
  Demands: demandsInWords(rule),
  Note: rule.note,
  Source: rule.source,
  Checked: day(rule.checkedOn),
});

/** A group as the history has it. */
export const groupInWords = (group: GroupDetails): Words => ({
  Title: group.title,
  Countries: group.countries.map(countryName).join(', '),
  Source: group.source,
  Checked: day(group.checkedOn),
});
