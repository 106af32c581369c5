import { Checkboxes, DateInput, dateField, field, Input, Radios, Select, Textarea, type Form } from '#ui';
import type { CodeChoices } from '../domain/code-details.js';
import { mostMade } from '../make-codes.js';

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } });

export interface NewCodeFieldsProps {
  readonly form: Form;
  readonly choices: Omit<CodeChoices, 'today'>;
}

/** Every control of new codes. */
export function NewCodeFields({ form, choices: { tickets, organisations } }: NewCodeFieldsProps) {
  return (
    <>
      <Naming form={form} />
      <PriceChangeField form={form} />
      <Checkboxes
        {...field(form, 'reserves')}
        fieldset={legend('Places')}
        items={[
          {
            value: 'yes',
            text: 'Keep places for those who have it',
            hint: 'One place for each use, of one ticket or add-on, from now on. Places that are not used can be booked by others again once the code ends.',
          },
        ]}
      />
      <Checkboxes
        {...field(form, 'ticketTypeIds')}
        fieldset={legend('Which tickets and add-ons it is for')}
        hint="Choose none, and it is for every ticket that is not hidden, but for no add-on. A hidden ticket is seen only by those who type a code for it."
        items={tickets.map(({ id, name, hidden }) => ({
          value: id,
          text: hidden ? `${name} (hidden)` : name,
        }))}
      />
      <UsesAndEnd form={form} />
      <Select
        {...field(form, 'organisationId')}
        label="Who may use it"
        items={[
          { value: '', text: 'Everybody who has it' },
          ...organisations.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <NoteField form={form} />
    </>
  );
}

/** The controls of a code that may change. */
export function CodeFields({ form }: { readonly form: Form }) {
  return (
    <>
      <PriceChangeField form={form} />
      <UsesAndEnd form={form} />
      <NoteField form={form} />
    </>
  );
}

function Naming({ form }: { readonly form: Form }) {
  return (
    <Radios
      {...field(form, 'naming')}
      fieldset={legend('Which codes to make')}
      items={[
        {
          value: 'typed',
          text: 'One, with a word of my own',
          conditional: (
            <Input
              {...field(form, 'code')}
              label="Code"
              hint="Letters, digits and hyphens, such as SPEAKER-2027. Whether people type it in small letters or in capitals makes no difference."
              classes="govuk-input--width-20"
              autocapitalize="characters"
              spellcheck={false}
            />
          ),
        },
        {
          value: 'made',
          text: 'Several, made up for me',
          hint: 'Each of letters and digits that nobody can guess, and none that look alike.',
          conditional: (
            <>
              <Input
                {...field(form, 'number')}
                label={`How many, up to ${mostMade}`}
                classes="govuk-input--width-4"
                inputmode="numeric"
              />
              <Input
                {...field(form, 'prefix')}
                label="What they begin with (optional)"
                hint="With PRESS they look like PRESS-7K3QFM."
                classes="govuk-input--width-20"
                autocapitalize="characters"
                spellcheck={false}
              />
            </>
          ),
        },
      ]}
    />
  );
}

function PriceChangeField({ form }: { readonly form: Form }) {
  const money = { prefix: '£', classes: 'govuk-input--width-5', inputmode: 'decimal' } as const;
  return (
    <Radios
      {...field(form, 'priceChange')}
      fieldset={legend('What it does to the price')}
      items={[
        { value: 'none', text: 'Nothing: the price stays as it is' },
        {
          value: 'percent',
          text: 'A percentage off',
          conditional: (
            <Input
              {...field(form, 'percent')}
              label="How many per cent"
              hint="A whole number from 1 to 100. With 100 it is free of charge."
              suffix="%"
              classes="govuk-input--width-4"
              inputmode="numeric"
            />
          ),
        },
        {
          value: 'amount',
          text: 'An amount off each place',
          conditional: (
            <Input {...field(form, 'amount')} {...money} label="Amount off, in pounds before VAT" />
          ),
        },
        {
          value: 'price',
          text: 'Another price for each place',
          conditional: <Input {...field(form, 'price')} {...money} label="Price, in pounds before VAT" />,
        },
      ]}
    />
  );
}

function UsesAndEnd({ form }: { readonly form: Form }) {
  return (
    <>
      <Input
        {...field(form, 'uses')}
        label="How often each code can be used (optional)"
        hint="Each place that is booked with it is one use. Leave it blank for no limit."
        classes="govuk-input--width-5"
        inputmode="numeric"
      />
      <DateInput
        {...dateField(form, 'lastDay')}
        fieldset={legend('Last day on which it can be used (optional)')}
        hint="For example, 31 1 2027."
      />
    </>
  );
}

function NoteField({ form }: { readonly form: Form }) {
  return (
    <Textarea
      {...field(form, 'note')}
      label="Note for staff (optional)"
      hint="What it is for, or whom you gave it to."
      rows={2}
    />
  );
}
