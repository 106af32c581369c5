import { accepted } from '#checks';
import type { z } from 'zod';
import type { CountryGroupRow } from '../destination-rule.entity.js';
import type { RuleInput } from '../domain/check-rule.js';
import type { GroupInput } from '../domain/check-group.js';
import type { KeptRule } from '../read-rules.js';
import type { SavedRules } from '../save-rules.js';
import type { groupInput, ruleInput } from './rules.schema.js';

/** What was sent, for the same checks as what is typed. */
export function ruleFrom({ rule, ...sent }: z.output<typeof ruleInput>): RuleInput {
  return {
    kind: rule.kind,
    destination: sent.destination,
    nationals: sent.nationals ?? '',
    validFrom: accepted(sent.validFrom),
    figures: Object.fromEntries(
      Object.entries(rule.data).map(([name, value]: [string, string | number | boolean | null]) => [
        name,
        typeof value === 'boolean' ? (value ? 'yes' : 'no') : value === null ? '' : String(value),
      ]),
    ),
    source: sent.source,
    checkedOn: accepted(sent.checkedOn),
    note: sent.note,
  };
}

export const groupFrom = ({ countries, checkedOn, ...sent }: z.output<typeof groupInput>): GroupInput => ({
  ...sent,
  countries: countries.join(' '),
  checkedOn: accepted(checkedOn),
});

export const ruleJson = ({ kind, data, ...rule }: KeptRule) => ({ ...rule, rule: { kind, data } });

export const groupJson = ({ code, title, countries, source, checkedOn, version }: CountryGroupRow) => ({
  code,
  title,
  countries,
  source,
  checkedOn,
  version,
});

export const savedJson = ({ about, changeId, marks }: SavedRules) => ({
  about,
  changeId,
  changed: marks.length,
  told: marks.filter(({ isTold }) => isTold).length,
});
