import { zoneChoices } from '#checks';
import { Checkboxes, Details, field, filledRows, Input, rowName, Select, Textarea, type Form } from '#ui';
import { longestSummary } from '../domain/details.js';
import { contactRows } from './details-form.js';

export interface DetailsFieldsProps {
  readonly form: Form;
  /** Whether its address may still be chosen. */
  readonly isDraft: boolean;
}

/** What it is: the first of the form's sections. */
export function WhatFields({ form, isDraft }: DetailsFieldsProps) {
  return (
    <>
      <h2 class="govuk-heading-m">What it is</h2>
      <Input {...field(form, 'title')} label="Title" hint="With its year: “Labour Party Conference 2027”." />
      {isDraft && (
        <Input
          {...field(form, 'slug')}
          label="Address (optional)"
          hint="Made of the title unless you write one. It stays once the exhibition is published."
          prefix="/stands/"
          spellcheck={false}
          autocapitalize="none"
        />
      )}
      <Input {...field(form, 'host')} label="Whose conference it is" hint="For example, The Labour Party." />
      <Textarea
        {...field(form, 'summary')}
        label="Summary"
        hint={`What we do there, in one or two sentences, for lists and calendars. At most ${longestSummary} characters. Needed to publish.`}
        rows={3}
      />
    </>
  );
}

/** Where it is, and what people read. */
export function MoreFields({ form }: Pick<DetailsFieldsProps, 'form'>) {
  return (
    <>
      <h2 class="govuk-heading-m">Where</h2>
      <Input {...field(form, 'city')} label="City" classes="govuk-input--width-20" />
      <Input
        {...field(form, 'venue')}
        label="Venue (optional)"
        hint="Leave it blank while it is not known."
      />
      <div class="cn-row">
        <Input {...field(form, 'hall')} label="Hall (optional)" classes="govuk-input--width-10" />
        <Input
          {...field(form, 'standNumber')}
          label="Stand number (optional)"
          classes="govuk-input--width-5"
        />
      </div>
      <Select
        {...field(form, 'zone')}
        label="Time zone"
        items={zoneChoices.map((zone) => ({ value: zone, text: zone.replaceAll('_', ' ') }))}
      />
      <h2 class="govuk-heading-m">What people read</h2>
      <Textarea
        {...field(form, 'description')}
        label="Description (optional)"
        hint="You can use Markdown: **bold**, lists, links."
        rows={8}
      />
      <h2 class="govuk-heading-m">Whom to turn to</h2>
      <Contacts form={form} />
      <h2 class="govuk-heading-m">On the stand</h2>
      <OnTheStand form={form} />
    </>
  );
}

/** Lines for the contacts that there are and one more, two at least. */
function Contacts({ form }: Pick<DetailsFieldsProps, 'form'>) {
  const filled = filledRows(form.values, contactRows);
  const rows = Math.min(contactRows.most, Math.max(2, filled + 1));
  return (
    <Details
      summaryText="Contacts: the exhibition office, the venue, the carrier. Staff see them, and so does whoever has a shift."
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

function OnTheStand({ form }: Pick<DetailsFieldsProps, 'form'>) {
  return (
    <>
      <Checkboxes
        {...field(form, 'passesNeeded')}
        fieldset={{ legend: 'Passes' }}
        items={[{ value: 'yes', text: 'Nobody gets in without a pass of the host’s' }]}
      />
      <Checkboxes
        {...field(form, 'swapsNeedApproval')}
        fieldset={{ legend: 'Swaps' }}
        items={[{ value: 'yes', text: 'Staff approve it when two volunteers swap shifts' }]}
      />
      <Input
        {...field(form, 'walkingMinutes')}
        label="Minutes to walk to the stand"
        hint="From other rooms of the conference. The rota leaves this time between a session and a shift."
        inputmode="numeric"
        classes="govuk-input--width-3"
      />
    </>
  );
}
