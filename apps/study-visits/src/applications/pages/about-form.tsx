import type { Organisation } from '#people';
import { BreakableEmail, field, Input, Radios, textIn, type Form, type SubmittedValues } from '#ui';
import type { ApplicationRow } from '../application.entity.js';
import { applicationKinds } from '../domain/application.js';
import { kindWords } from '../in-words.js';
import type { SavedAbout } from '../save-about.js';

/** What is chosen where none of the organisations that are known is meant. */
const another = 'another';

export interface AboutFieldsProps {
  readonly form: Form;
  readonly row: ApplicationRow;
  /** Those to choose from. */
  readonly organisations: readonly Organisation[];
  /** Whether the organisation stays as it is, as they were signed up by it. */
  readonly isOrganisationFixed: boolean;
  /** Whether a booking-contact writes it, who can put the address right. */
  readonly isContact: boolean;
}

/** Who applies. */
export function AboutFields({ form, row, organisations, isOrganisationFixed, isContact }: AboutFieldsProps) {
  return (
    <>
      <Input
        {...field(form, 'name')}
        label={isContact ? 'Their name' : 'Your name'}
        hint="As it should stand on the list of travellers."
        autocomplete={isContact ? 'off' : 'name'}
        spellcheck={false}
      />
      {isContact ? (
        <Input
          {...field(form, 'email')}
          label="Their email address"
          hint="If you change it, they have a new link there, and the old one leads nowhere."
          type="email"
          autocomplete="off"
          spellcheck={false}
        />
      ) : (
        row.email !== null && (
          <p class="govuk-body">
            We write to{' '}
            <strong>
              <BreakableEmail address={row.email} />
            </strong>
            .
          </p>
        )
      )}
      <Input
        {...field(form, 'phone')}
        label="Phone number (optional)"
        type="tel"
        autocomplete={isContact ? 'off' : 'tel'}
        classes="govuk-input--width-20"
      />
      {isOrganisationFixed ? (
        <p class="govuk-body">
          For <strong>{row.organisationName}</strong>.
        </p>
      ) : (
        <OrganisationFields form={form} organisations={organisations} />
      )}
      <Input
        {...field(form, 'jobTitle')}
        label={isContact ? 'What they do there' : 'What you do there'}
        hint="Such as “Head of housing”, “Councillor”, “Reporter”."
        autocomplete={isContact ? 'off' : 'organization-title'}
      />
      <Radios
        {...field(form, 'kind')}
        fieldset={{
          legend: {
            text: isContact ? 'They apply as' : 'You apply as',
            classes: 'govuk-fieldset__legend--s',
          },
        }}
        items={applicationKinds.map((kind) => ({
          value: kind,
          text: kindWords[kind],
          ...(kind === 'press' && { hint: 'To report on the visit for a paper, a programme or a site.' }),
        }))}
      />
    </>
  );
}

function OrganisationFields({ form, organisations }: Pick<AboutFieldsProps, 'form' | 'organisations'>) {
  const name = (
    <Input
      {...field(form, 'organisationName')}
      label={organisations.length === 0 ? 'Your organisation' : 'The name of your organisation'}
      autocomplete="organization"
    />
  );
  if (organisations.length === 0) return name;
  return (
    <Radios
      {...field(form, 'organisationId')}
      fieldset={{ legend: { text: 'Your organisation', classes: 'govuk-fieldset__legend--s' } }}
      items={[
        ...organisations.map((organisation) => ({
          value: organisation.id,
          text: <bdi>{organisation.name}</bdi>,
        })),
        { value: another, text: 'Another organisation', conditional: name },
      ]}
    />
  );
}

/** The form's controls filled with what the application says. */
export const aboutValues = (row: ApplicationRow, organisations: readonly Organisation[]): SubmittedValues => {
  const isKnown = organisations.some(({ id }) => id === row.organisationId);
  return {
    name: row.name,
    email: row.email ?? '',
    phone: row.phone ?? '',
    jobTitle: row.jobTitle ?? '',
    organisationId: isKnown ? (row.organisationId ?? '') : row.organisationName === null ? '' : another,
    organisationName: isKnown ? '' : (row.organisationName ?? ''),
    kind: row.kind,
  };
};

/** What the form says, for the rules to check. */
export const readAbout = (values: SubmittedValues): SavedAbout => {
  const organisationId = textIn(values, 'organisationId');
  return {
    name: textIn(values, 'name'),
    ...(values['email'] !== undefined && { email: textIn(values, 'email') }),
    phone: textIn(values, 'phone'),
    jobTitle: textIn(values, 'jobTitle'),
    organisationId: organisationId === another ? '' : organisationId,
    organisationName: textIn(values, 'organisationName'),
    kind: textIn(values, 'kind'),
  };
};

/** The names of its controls, in the order of the page. */
export const aboutControls = [
  'name',
  'email',
  'phone',
  'organisationId',
  'organisationName',
  'jobTitle',
  'kind',
] as const;
