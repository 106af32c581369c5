import { Button, ButtonGroup, field, FormErrors, HiddenFields, Input, type Form } from '#ui';
import { peoplePath } from '../addresses.js';
import type { NamedChoice } from '../read-person.js';
import { AffiliationFields, OrganisationSelect } from './affiliation-fields.js';
import { FactsFields } from './facts-fields.js';

export interface NewPersonProps {
  readonly shown: Form;
  readonly organisations: readonly NamedChoice[];
  /** What a press of the button is known by. */
  readonly token: string;
}

export function NewPersonView({ shown, organisations, token }: NewPersonProps) {
  return (
    <>
      <FormErrors form={shown} />
      <h1 class="govuk-heading-l">New person</h1>
      <p class="govuk-body">
        Look whether they have a record already:{' '}
        <a class="govuk-link" href={peoplePath}>
          search the list of people
        </a>
        .
      </p>
      <form method="post" action={`${peoplePath}/new`} novalidate>
        <HiddenFields values={{ once: token }} />
        <FactsFields shown={shown} />
        <Input
          {...field(shown, 'email')}
          label="Email address (optional)"
          hint="They can sign in with it. It counts as confirmed once they have."
          type="email"
          autocomplete="off"
          spellcheck={false}
        />
        <OrganisationSelect
          shown={shown}
          organisations={organisations}
          label="Organisation (optional)"
          hint="More can be added afterwards"
          none="None yet"
        />
        <AffiliationFields shown={shown} />
        <ButtonGroup>
          <Button preventDoubleClick>Make the record</Button>
          <a class="govuk-link" href={peoplePath}>
            Make none
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}
