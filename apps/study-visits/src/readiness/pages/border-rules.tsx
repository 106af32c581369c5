import { Temporal } from 'temporal-polyfill';
import { dateInWords, Details } from '#ui';
import { demandsInWords } from '../../destination-rules/in-words.js';
import type { RuleForTravellers } from '../../destination-rules/read-rules.js';
import { countryName } from '../../visits/domain/countries.js';

/** What the border demands, for travellers to read: with its source, and when somebody last read that. */
export function BorderRules({
  rules,
  country,
}: {
  readonly rules: readonly RuleForTravellers[];
  readonly country: string;
}) {
  return (
    <Details summaryText={`What ${countryName(country)} asks of those who enter`}>
      <ul class="govuk-list govuk-list--bullet">
        {rules.map(({ rule, nationals }) => (
          <li key={rule.id}>
            {nationals !== null && <strong>With a passport of {nationals}: </strong>}
            {demandsInWords(rule)} {rule.note}{' '}
            <a class="govuk-link" href={rule.source} rel="noreferrer">
              {new URL(rule.source).hostname}
              <span class="govuk-visually-hidden">: {demandsInWords(rule)}</span>
            </a>
            {rule.checkedOn !== null && (
              <> (read on {dateInWords(Temporal.PlainDate.from(rule.checkedOn), { weekday: false })})</>
            )}
          </li>
        ))}
      </ul>
    </Details>
  );
}
