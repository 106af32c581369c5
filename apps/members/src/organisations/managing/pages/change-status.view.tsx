import { DateInput, dateField, field, Textarea, type Form } from '#ui';
import { organisationPath, stepPath } from '../../addresses.js';
import type { Organisation } from '../../domain/organisation.js';
import { longestReason, stepRule } from '../../domain/status.js';
import type { OrganisationRevisionRow } from '../../organisation-revision.entity.js';
import type { StepWords } from '../steps.js';
import { FormPage } from './form-page.view.js';
import { Meanwhile } from './history.js';

export interface ChangeStatusProps {
  readonly organisation: Organisation;
  readonly words: StepWords;
  readonly shown: Form;
  /** What others changed while the page was open. */
  readonly since: readonly OrganisationRevisionRow[];
}

export function ChangeStatusView({ organisation, words, shown, since }: ChangeStatusProps) {
  const { id, status, version } = organisation;
  const path = stepPath(id, words.to);
  const rule = stepRule(status, words.to);
  const isReasonDue = rule?.needsReason === true;
  return (
    <FormPage
      heading={words.question}
      action={path}
      form={shown}
      hidden={{ version: String(version) }}
      saveLabel={words.verb}
      cancelLabel="Leave it as it is"
      cancelPath={organisationPath(id)}
      notice={<Meanwhile since={since} reloadPath={path} />}
    >
      <ul class="govuk-list govuk-list--bullet">
        {words.effects.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <DateInput
        {...dateField(shown, 'on')}
        fieldset={{ legend: words.dateLegend }}
        hint={
          rule?.date === 'leaves'
            ? 'For example, 31 7 2027.'
            : 'For example, 1 8 2026. Leave it blank for today.'
        }
      />
      <Textarea
        {...field(shown, 'reason')}
        label={isReasonDue ? 'Why' : 'Why (optional)'}
        hint={`Kept in its history, for staff. At most ${longestReason.toLocaleString('en-GB')} characters.`}
        rows={4}
      />
    </FormPage>
  );
}
