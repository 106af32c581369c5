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
            text: 'Keep places for whoever has it',
            hint: 'As many as it has uses, of one ticket or add-on, from now on. What is not used is given back when the code ends.',
          },
        ]}
      />
      <Checkboxes
        {...field(form, 'ticketTypeIds')}
        fieldset={legend('What it is for')}
        hint="Leave all blank for every ticket that everybody sees, but no add-on. A hidden ticket is seen by whoever types a code for it."
        items={tickets.map(({ id, name, hidden }) => ({
          value: id,
          text: hidden ? `${name} (hidden)` : name,
        }))}
      />
      <UsesAndEnd form={form} />
      <Select
        {...field(form, 'organisationId')}
        label="Whose people may use it"
        items={[
          { value: '', text: 'Anybody who has it' },
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
      fieldset={legend('How many codes')}
      items={[
        {
          value: 'typed',
          text: 'One that I type',
          conditional: (
            <Input
              {...field(form, 'code')}
              label="Code"
              hint="Letters, digits and hyphens, like SPEAKER-2027. Small letters are the same as capitals."
              classes="govuk-input--width-20"
              autocapitalize="characters"
              spellcheck={false}
            />
          ),
        },
        {
          value: 'made',
          text: 'Several that are made for me',
          hint: 'Each with letters and digits of its own that nobody can guess or mistake.',
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
                hint="PRESS makes PRESS-7K3QFM."
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
        { value: 'none', text: 'Nothing' },
        {
          value: 'percent',
          text: 'So many per cent off',
          conditional: (
            <Input
              {...field(form, 'percent')}
              label="Per cent off"
              hint="100 makes it free of charge."
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
          text: 'A price of its own for each place',
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
        label="Number of uses, for each code (optional)"
        hint="One use is one place. Leave it blank for any number."
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
      hint="What it is for, whom it was given to."
      rows={2}
    />
  );
}
