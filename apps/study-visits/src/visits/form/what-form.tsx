import { homeZone, zoneChoices, type Contact, type ContactInput } from '#checks';
import {
  DateInput,
  dateField,
  dateNames,
  dayBoxes,
  Details,
  field,
  filledRows,
  Input,
  readDay,
  rowName,
  rowNames,
  Select,
  Textarea,
  textIn,
  type Form,
  type Rows,
  type SubmittedValues,
} from '#ui';
import { countries } from '../domain/countries.js';
import type { Visit } from '../domain/visit.js';
import { longestSummary, mostContacts, type WhatInput } from '../domain/what.js';

export const contactRows: Rows = {
  name: 'contacts',
  parts: ['role', 'name', 'phone', 'email'],
  most: mostContacts,
};

/** The controls, in the order of the page. Nothing else that is sent is looked at. */
export const whatNames: readonly string[] = [
  'title',
  'slug',
  'region',
  'country',
  'zone',
  ...dateNames('firstDay'),
  ...dateNames('lastDay'),
  'summary',
  'description',
  ...rowNames(contactRows),
];

/** A new visit: nothing is known but the network's own clock. */
export const blankWhat: SubmittedValues = { zone: homeZone };

export function fillWhat(visit: Visit): SubmittedValues {
  return {
    title: visit.title,
    slug: visit.slug,
    region: visit.region,
    country: visit.country,
    zone: visit.zone,
    ...dayBoxes('firstDay', visit.firstDay),
    ...dayBoxes('lastDay', visit.lastDay),
    summary: visit.summary,
    description: visit.description,
    ...fillContacts(visit.contacts),
  };
}

/** What the form says, for the rules to check. @param values with its lines together */
export const readWhat = (values: SubmittedValues): WhatInput => ({
  title: textIn(values, 'title'),
  region: textIn(values, 'region'),
  country: textIn(values, 'country'),
  zone: textIn(values, 'zone'),
  firstDay: readDay(values, 'firstDay', 'the first day'),
  lastDay: readDay(values, 'lastDay', 'the last day'),
  summary: textIn(values, 'summary'),
  description: textIn(values, 'description'),
  contacts: readContacts(values),
});

/** The contacts that are filled in. @param values with its lines together */
export const readContacts = (values: SubmittedValues): readonly ContactInput[] =>
  Array.from({ length: filledRows(values, contactRows) }, (_, index) => ({
    role: textIn(values, rowName(contactRows, index, 'role')),
    name: textIn(values, rowName(contactRows, index, 'name')),
    phone: textIn(values, rowName(contactRows, index, 'phone')),
    email: textIn(values, rowName(contactRows, index, 'email')),
  }));

/** The lines of contacts as they are filled in. */
export const fillContacts = (contacts: readonly Contact[]): SubmittedValues =>
  Object.fromEntries(
    contacts.flatMap((contact, index) =>
      contactRows.parts.map((part) => [
        rowName(contactRows, index, part),
        contact[part as keyof typeof contact] ?? '',
      ]),
    ),
  );

export interface WhatFieldsProps {
  readonly form: Form;
  /** Whether its address may still be chosen. */
  readonly isDraft: boolean;
}

/** What, where and when, and what people read. */
export function WhatFields({ form, isDraft }: WhatFieldsProps) {
  return (
    <>
      <Input {...field(form, 'title')} label="Title" hint="With its year: “Mondragon 2027”." />
      {isDraft && (
        <Input
          {...field(form, 'slug')}
          label="Address (optional)"
          hint="Made of the title unless you write one. It stays once the visit is announced."
          prefix="/visits/"
          spellcheck={false}
          autocapitalize="none"
        />
      )}
      <Input {...field(form, 'region')} label="Where it goes" hint="For example, Emilia-Romagna." />
      <Select
        {...field(form, 'country')}
        label="Country"
        hint="Rules of entry go by it."
        items={[
          { value: '', text: 'Choose a country' },
          ...countries.map(({ code, name }) => ({ value: code, text: name })),
        ]}
      />
      <Select
        {...field(form, 'zone')}
        label="Time zone there"
        items={zoneChoices.map((zone) => ({ value: zone, text: zone.replaceAll('_', ' ') }))}
      />
      <DateInput
        {...dateField(form, 'firstDay')}
        fieldset={{ legend: 'First day' }}
        hint="On which the party leaves home. For example, 9 5 2027."
      />
      <DateInput
        {...dateField(form, 'lastDay')}
        fieldset={{ legend: 'Last day' }}
        hint="On which it is back. Leave it blank if it is one day."
      />
      <Textarea
        {...field(form, 'summary')}
        label="Summary"
        hint={`What it is for, in one or two sentences, for lists and calendars. At most ${longestSummary} characters. Needed to announce it.`}
        rows={3}
      />
      <Textarea
        {...field(form, 'description')}
        label="Description (optional)"
        hint="What for, whom it visits, and what people will learn. You can use Markdown: **bold**, lists, links."
        rows={10}
      />
      <ContactFields form={form} summaryText="Whom to turn to. Everybody reads this on the visit’s page." />
    </>
  );
}

export interface ContactFieldsProps {
  readonly form: Form;
  /** What the contacts are for, and who reads them. */
  readonly summaryText: string;
}

/** Lines for the contacts that there are and one more, two at least. */
export function ContactFields({ form, summaryText }: ContactFieldsProps) {
  const filled = filledRows(form.values, contactRows);
  const rows = Math.min(contactRows.most, Math.max(2, filled + 1));
  return (
    <Details
      summaryText={summaryText}
      open={filled > 0 || form.errors.some((error) => error.field.startsWith('contacts'))}
    >
      {Array.from({ length: rows }, (_, index) => (
        <fieldset class="govuk-fieldset" key={index}>
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Contact {index + 1}</legend>
          <div class="cn-row">
            <Input {...field(form, rowName(contactRows, index, 'role'))} label="What they are for" />
            <Input {...field(form, rowName(contactRows, index, 'name'))} label="Name" />
            <Input {...field(form, rowName(contactRows, index, 'phone'))} label="Telephone" type="tel" />
            <Input
              {...field(form, rowName(contactRows, index, 'email'))}
              label="Email address"
              type="email"
              spellcheck={false}
              autocapitalize="none"
            />
          </div>
        </fieldset>
      ))}
    </Details>
  );
}
