import {
  Checkboxes,
  DateInput,
  dateField,
  field,
  Input,
  InsetText,
  Radios,
  Select,
  Textarea,
  type Form,
} from '#ui';
import { countries } from '../../visits/domain/countries.js';
import type { ToldItem } from '../domain/item.js';
import { mostPassports } from '../domain/passports.js';
import { consentNames, consentQuestions, needsConsent } from '../domain/told.js';

export interface ToldFieldsProps {
  readonly item: ToldItem;
  readonly form: Form;
  /** Whether the reader is asked of themselves. */
  readonly isOwn: boolean;
  /** The numbers of the passports that are kept, all but their ends hidden. */
  readonly keptNumbers: readonly string[];
}

/** What is asked about one thing. */
export function ToldFields(props: ToldFieldsProps) {
  switch (props.item) {
    case 'passport':
      return <Passports {...props} />;
    case 'insurance':
      return <Insurance {...props} />;
    case 'emergency-contact':
      return <Contact {...props} />;
    case 'dietary':
    case 'access':
      return <Needs {...props} item={props.item} />;
    case 'consent':
      return <Consents {...props} />;
  }
}

const nationalities = [{ value: '', text: 'Choose a country' }].concat(
  countries.map(({ code, name }) => ({ value: code, text: name })),
);

function Passports({ form, isOwn, keptNumbers }: ToldFieldsProps) {
  return (
    <>
      {!isOwn && keptNumbers.length > 0 && (
        <InsetText>
          There is a passport already. What you save here takes its place; a number that you leave blank stays
          as it is.
        </InsetText>
      )}
      {Array.from({ length: mostPassports }, (_, index) => (
        <fieldset class="govuk-fieldset govuk-!-margin-bottom-6" key={index}>
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
            <h2 class="govuk-fieldset__heading">
              {index === 0 ? 'Passport' : 'A second passport (optional)'}
            </h2>
          </legend>
          {index > 0 && (
            <p class="govuk-hint">
              If there are two, the better one counts. Leave all of it blank if there is only one.
            </p>
          )}
          <Input
            {...field(form, `passports.${index}.number`)}
            label="Number"
            hint={
              keptNumbers[index] === undefined
                ? 'As the passport shows it.'
                : `We have ${keptNumbers[index]}. Leave it blank if that is right.`
            }
            classes="govuk-input--width-20"
            autocomplete="off"
            spellcheck={false}
          />
          <Select
            {...field(form, `passports.${index}.nationality`)}
            label="Country that issued it"
            items={nationalities}
          />
          {index === 0 && (
            <DateInput
              {...dateField(form, 'passports.0.bornOn')}
              fieldset={{ legend: { text: 'Date of birth (optional)' } }}
              hint="Some countries have hotels report their guests: only such a hotel is told."
            />
          )}
          <DateInput
            {...dateField(form, `passports.${index}.issuedOn`)}
            fieldset={{ legend: { text: 'Date of issue' } }}
            hint="Leave a date out if you do not have it at hand, and come back."
          />
          <DateInput
            {...dateField(form, `passports.${index}.expiresOn`)}
            fieldset={{ legend: { text: 'Date of expiry' } }}
          />
        </fieldset>
      ))}
    </>
  );
}

function Insurance({ form }: ToldFieldsProps) {
  return (
    <>
      <Input {...field(form, 'company')} label="Insurance company" autocomplete="off" />
      <Input
        {...field(form, 'policyNumber')}
        label="Number of the policy"
        classes="govuk-input--width-20"
        autocomplete="off"
      />
      <Input
        {...field(form, 'phone')}
        label="Phone number for emergencies"
        hint="The one that is answered day and night, with the country’s code: +44 …"
        type="tel"
        classes="govuk-input--width-20"
        autocomplete="off"
      />
      <DateInput {...dateField(form, 'from')} fieldset={{ legend: { text: 'Covered from' } }} />
      <DateInput
        {...dateField(form, 'until')}
        fieldset={{ legend: { text: 'Covered until' } }}
        hint="It has to cover every day of the visit."
      />
    </>
  );
}

function Contact({ form }: ToldFieldsProps) {
  return (
    <>
      <Input
        {...field(form, 'name')}
        label="Name"
        hint="Somebody who stays at home. Tell them that we have their name and number."
        autocomplete="off"
      />
      <Input
        {...field(form, 'relation')}
        label="Who they are"
        hint="For example, wife, brother, friend."
        classes="govuk-input--width-20"
        autocomplete="off"
      />
      <Input
        {...field(form, 'phone')}
        label="Phone number"
        hint="With the country’s code: +44 …"
        type="tel"
        classes="govuk-input--width-20"
        autocomplete="off"
      />
      <Input {...field(form, 'email')} label="Email address (optional)" type="email" autocomplete="off" />
    </>
  );
}

const needsWords = {
  dietary: {
    legend: 'Is there anything to know about food?',
    yes: 'Yes: allergies, or what is not eaten',
    no: 'No, everything is fine',
    label: 'What has to be known',
    hint: 'For example, vegetarian, halal, a nut allergy and how bad it is.',
  },
  access: {
    legend: 'Is anything needed to take part?',
    yes: 'Yes: access, health, hearing, sight, a helper',
    no: 'No, nothing',
    label: 'What is needed',
    hint: 'For example, a room without steps, no long walks, a seat near the interpreter, medicine kept cold.',
  },
} as const;

function Needs({ form, item, isOwn }: ToldFieldsProps & { readonly item: 'dietary' | 'access' }) {
  const words = needsWords[item];
  return (
    <>
      <Radios
        {...field(form, 'hasNeeds')}
        fieldset={{ legend: { text: words.legend } }}
        items={[
          { value: 'no', text: words.no },
          { value: 'yes', text: words.yes },
        ]}
      />
      <Textarea {...field(form, 'text')} label={words.label} hint={words.hint} rows={5} />
      <Checkboxes
        {...field(form, 'hasAgreed')}
        fieldset={{ legend: { text: isOwn ? 'Your consent' : 'Their consent' } }}
        hint={
          isOwn
            ? 'Needed where there is anything.'
            : 'Needed where there is anything. Ask them, and read it to them.'
        }
        items={[{ value: 'yes', text: needsConsent }]}
      />
    </>
  );
}

function Consents({ form }: ToldFieldsProps) {
  return (
    <>
      <p class="govuk-body">
        Choose freely: you travel whatever you answer. You can change it until the visit is over.
      </p>
      {consentNames.map((name) => (
        <Radios
          key={name}
          {...field(form, name)}
          fieldset={{ legend: { text: consentQuestions[name] } }}
          items={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
        />
      ))}
    </>
  );
}
