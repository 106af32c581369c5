import { Checkboxes, DateInput, dateField, field, Input, Radios, Textarea, type Form } from '#ui';
import { dayInWords } from '../../set-up/writing.js';
import { formatWords, kindWords } from '../domain/ticket-words.js';
import { formats, ticketKinds } from '../domain/ticket-type.js';
import { PriceFields } from './price-fields.js';

const kindHints = {
  ticket: 'Lets one person take part: both days, one day, online.',
  'add-on': 'Goes with a ticket: the civic dinner, a tour.',
} as const;

const small = { classes: 'govuk-fieldset__legend--s' } as const;

export interface TicketFieldsProps {
  readonly form: Form;
  /** The days of the conference, ISO. */
  readonly dates: readonly string[];
}

/** Every control of a ticket type, by section. */
export function TicketFields({ form, dates }: TicketFieldsProps) {
  return (
    <>
      <Radios
        {...field(form, 'kind')}
        fieldset={{ legend: { text: 'What it is', ...small } }}
        items={ticketKinds.map((kind) => ({ value: kind, text: kindWords[kind], hint: kindHints[kind] }))}
      />
      <Input
        {...field(form, 'name')}
        label="Name"
        hint="As people choose it, like Both days or Civic dinner."
      />
      <Textarea
        {...field(form, 'description')}
        label="What it includes (optional)"
        hint="One or two sentences, shown under the name."
        rows={3}
      />
      {dates.length > 1 && (
        <Checkboxes
          {...field(form, 'days')}
          fieldset={{ legend: { text: 'For which days', ...small } }}
          hint="Leave all blank for the whole conference."
          items={dates.map((day) => ({ value: day, text: dayInWords(day) }))}
        />
      )}
      <Radios
        {...field(form, 'format')}
        fieldset={{ legend: { text: 'Those who have it take part', ...small } }}
        items={formats.map((format) => ({ value: format, text: formatWords[format] }))}
      />
      <PriceFields form={form} />
      <Radios
        {...field(form, 'vat')}
        fieldset={{ legend: { text: 'VAT added to the price', ...small } }}
        items={[
          { value: '2000', text: '20%', hint: 'The standard rate.' },
          { value: '500', text: '5%', hint: 'The reduced rate.' },
          { value: '0', text: 'No VAT', hint: 'It is zero-rated, exempt or outside the scope.' },
          {
            value: 'other',
            text: 'Another rate',
            conditional: (
              <Input
                {...field(form, 'otherVat')}
                label="Rate, in per cent"
                suffix="%"
                classes="govuk-input--width-5"
                inputmode="decimal"
              />
            ),
          },
        ]}
      />
      <Selling form={form} />
    </>
  );
}

function Selling({ form }: { readonly form: Form }) {
  return (
    <>
      <h2 class="govuk-heading-m">How it is sold</h2>
      <Input
        {...field(form, 'least')}
        label="Least number in one booking"
        hint="Of a booking that has it at all. Usually 1."
        classes="govuk-input--width-4"
        inputmode="numeric"
      />
      <Input
        {...field(form, 'most')}
        label="Largest number in one booking (optional)"
        hint="Leave it blank to let a booking have as many as there are."
        classes="govuk-input--width-4"
        inputmode="numeric"
      />
      <DateInput
        {...dateField(form, 'onSaleFrom')}
        fieldset={{ legend: { text: 'First day on which it is sold (optional)', ...small } }}
        hint="Leave it blank to sell it from when registration opens."
      />
      <DateInput
        {...dateField(form, 'onSaleUntil')}
        fieldset={{ legend: { text: 'Last day on which it is sold (optional)', ...small } }}
        hint="Leave it blank to sell it until registration closes."
      />
      <Checkboxes
        {...field(form, 'hidden')}
        fieldset={{ legend: { text: 'Who sees it', ...small } }}
        items={[
          {
            value: 'yes',
            text: 'Only who has a code for it',
            hint: 'Make the code afterwards, under Codes.',
          },
        ]}
      />
      <Checkboxes
        {...field(form, 'needsApproval')}
        fieldset={{ legend: { text: 'Approval', ...small } }}
        items={[
          {
            value: 'yes',
            text: 'Staff accept each person before they are confirmed',
            hint: 'They apply, and take no place until they are accepted.',
          },
        ]}
      />
    </>
  );
}
