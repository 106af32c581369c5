import { DateInput, dateField, field, Radios, Textarea, type Form } from '#ui';
import { organisationPath } from '../../addresses.js';
import { categories, type Organisation } from '../../domain/organisation.js';
import { longestReason } from '../../domain/status.js';
import { categoryMembers, categoryWords } from '../../domain/words.js';
import type { OrganisationRevisionRow } from '../../organisation-revision.entity.js';
import { FormPage } from './form-page.view.js';
import { Meanwhile } from './history.js';

export interface ChangeCategoryProps {
  readonly organisation: Organisation;
  readonly shown: Form;
  /** What others changed while the page was open. */
  readonly since: readonly OrganisationRevisionRow[];
}

export function ChangeCategoryView({ organisation, shown, since }: ChangeCategoryProps) {
  const { id, name, category: current, version } = organisation;
  const path = organisationPath(id, 'category');
  return (
    <FormPage
      heading={`Change the category of ${name}`}
      action={path}
      form={shown}
      hidden={{ version: String(version) }}
      saveLabel="Change the category"
      cancelLabel="Leave it as it is"
      cancelPath={organisationPath(id)}
      notice={<Meanwhile since={since} reloadPath={path} />}
    >
      <p class="govuk-body">It is in the category “{categoryWords[current]}” now.</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>Its place in the public list of members changes at once.</li>
        <li>Prices and rights that depend on the category are those of the new one from then on.</li>
        <li>The numbers over time count it in the new category from the day below.</li>
      </ul>
      <Radios
        {...field(shown, 'category')}
        fieldset={{ legend: { text: 'New category', classes: 'govuk-fieldset__legend--s' } }}
        items={categories
          .filter((category) => category !== current)
          .map((category) => ({
            value: category,
            text: categoryWords[category],
            hint: categoryMembers[category],
          }))}
      />
      <DateInput
        {...dateField(shown, 'on')}
        fieldset={{ legend: 'From which day' }}
        hint="For example, 1 8 2026. Leave it blank for today."
      />
      <Textarea
        {...field(shown, 'reason')}
        label="Why"
        hint={`Kept in its history, for staff. At most ${longestReason.toLocaleString('en-GB')} characters.`}
        rows={4}
      />
    </FormPage>
  );
}
