import { Button, ButtonGroup, FormErrors, type Form } from '#ui';
import type { NamedChoice } from '../read-person.js';
import { AffiliationFields, OrganisationSelect } from './affiliation-fields.js';

export interface AffiliationProps {
  readonly heading: string;
  readonly shown: Form;
  /** The organisations to choose from; `null` where it is said already which. */
  readonly choices: readonly NamedChoice[] | null;
  readonly action: string;
  readonly backPath: string;
}

export function AffiliationView({ heading, shown, choices, action, backPath }: AffiliationProps) {
  return (
    <>
      <FormErrors form={shown} />
      <h1 class="govuk-heading-l">{heading}</h1>
      <form method="post" action={action} novalidate>
        {choices !== null && (
          <OrganisationSelect
            shown={shown}
            organisations={choices}
            label="Organisation"
            none="Choose an organisation"
          />
        )}
        <AffiliationFields shown={shown} />
        <ButtonGroup>
          <Button preventDoubleClick>Save</Button>
          <a class="govuk-link" href={backPath}>
            Leave it as it is
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}
