import { Checkboxes, field, Input, Radios, Select, textIn, type Form, type SubmittedValues } from '#ui';
import type { AffiliationInput } from '../domain/affiliations.js';
import type { NamedChoice } from '../read-person.js';
import { affiliationRoleChoices } from './words.js';

/** The controls for what somebody is in an organisation, and which. */
export const affiliationNames = ['organisationId', 'role', 'office', 'isBookingContact'] as const;

/** What was chosen in them. @param organisationId where it is not chosen in the form */
export function affiliationIn(
  values: SubmittedValues,
  organisationId: string = textIn(values, 'organisationId'),
): AffiliationInput {
  return {
    organisationId,
    role: textIn(values, 'role'),
    office: textIn(values, 'office'),
    isBookingContact: textIn(values, 'isBookingContact') === 'yes',
  };
}

export interface OrganisationSelectProps {
  readonly shown: Form;
  readonly organisations: readonly NamedChoice[];
  readonly label: string;
  readonly hint?: string;
  /** What choosing none is called. */
  readonly none: string;
}

export function OrganisationSelect({ shown, organisations, label, hint, none }: OrganisationSelectProps) {
  return (
    <Select
      {...field(shown, 'organisationId')}
      label={label}
      hint={hint}
      items={[{ value: '', text: none }, ...organisations]}
    />
  );
}

/** What somebody is in an organisation. */
export function AffiliationFields({ shown }: { readonly shown: Form }) {
  return (
    <>
      <Radios
        {...field(shown, 'role')}
        fieldset={{ legend: 'What they are there' }}
        items={affiliationRoleChoices}
      />
      <Input
        {...field(shown, 'office')}
        label="Office held there (optional)"
        hint="Where it is not their job title, such as Cabinet member for housing"
        autocomplete="off"
      />
      <Checkboxes
        {...field(shown, 'isBookingContact')}
        items={[
          {
            value: 'yes',
            text: 'They are a booking contact',
            hint: 'They book places for the organisation’s people, and see its bookings',
          },
        ]}
      />
    </>
  );
}
