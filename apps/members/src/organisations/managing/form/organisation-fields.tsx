import { Checkboxes, DateInput, dateField, field, Input, Radios, Select, Textarea, type Form } from '#ui';
import { categories, statuses, type Status } from '../../domain/organisation.js';
import { knownKinds } from '../../domain/kinds.js';
import { categoryMembers, categoryWords, statusWords } from '../../domain/words.js';

export interface OrganisationFieldsProps {
  readonly form: Form;
  /** How it stands; `null` for a new one, which is asked. */
  readonly status: Status | null;
}

/** Every control of an organisation's record, by section. */
export function OrganisationFields({ form, status }: OrganisationFieldsProps) {
  return (
    <>
      <h2 class="govuk-heading-m">What it is</h2>
      <Input {...field(form, 'name')} label="Name" hint="As the organisation writes it itself." />
      {status === null && <Membership form={form} />}
      <Input
        {...field(form, 'kind')}
        label="Kind of body"
        hint="Such as council, opposition group, charity; choose or type it."
        attributes={{ list: 'kinds' }}
      />
      <datalist id="kinds">
        {knownKinds.map((kind) => (
          <option key={kind} value={kind} />
        ))}
      </datalist>
      <h2 class="govuk-heading-m">Since when</h2>
      <DateInput
        {...dateField(form, 'joinedOn')}
        fieldset={{ legend: 'Day it joined (optional)' }}
        hint="For example, 1 8 2024. Leave it blank while it is not known."
      />
      {(status === null || status === 'leaving' || status === 'left') && (
        <DateInput
          {...dateField(form, 'leftOn')}
          fieldset={{ legend: 'Day it leaves or left' }}
          hint={status === null ? 'Only for one that is leaving or has left.' : undefined}
        />
      )}
      <h2 class="govuk-heading-m">Its people</h2>
      <Textarea
        {...field(form, 'domains')}
        label="Domains of its email addresses (optional)"
        hint="One on each line, such as rochdale.gov.uk. Whoever has an address at one of them may make a record of their own as belonging to this organisation."
        rows={3}
        spellcheck={false}
      />
      <h2 class="govuk-heading-m">Invoices</h2>
      <Invoicing form={form} />
      <h2 class="govuk-heading-m">Negotiated discount</h2>
      <DiscountFields form={form} />
      <h2 class="govuk-heading-m">Notes</h2>
      <Textarea
        {...field(form, 'staffNotes')}
        label="Notes for staff (optional)"
        hint="Only staff see them. Write nothing here that the organisation’s people may not read if they ask."
        rows={5}
      />
    </>
  );
}

function Membership({ form }: { readonly form: Form }) {
  return (
    <>
      <Radios
        {...field(form, 'category')}
        fieldset={{ legend: { text: 'Category', classes: 'govuk-fieldset__legend--s' } }}
        items={categories.map((category) => ({
          value: category,
          text: categoryWords[category],
          hint: categoryMembers[category],
        }))}
      />
      <Select
        {...field(form, 'status')}
        label="Status"
        hint="How it stands to the network today."
        items={statuses.map((status) => ({ value: status, text: statusWords[status] }))}
      />
    </>
  );
}

function Invoicing({ form }: { readonly form: Form }) {
  return (
    <>
      <Textarea {...field(form, 'billingAddress')} label="Billing address (optional)" rows={4} />
      <Input
        {...field(form, 'invoiceEmail')}
        label="Email address for invoices (optional)"
        type="email"
        spellcheck={false}
        autocapitalize="none"
      />
      <Checkboxes
        {...field(form, 'purchaseOrderRequired')}
        items={[{ value: 'yes', text: 'It needs a purchase order number on every invoice' }]}
      />
      <Input
        {...field(form, 'accountableBodyReference')}
        label="The accountable body’s reference (optional)"
        hint="Under which the council that handles our money keeps it."
        classes="govuk-input--width-20"
      />
    </>
  );
}

function DiscountFields({ form }: { readonly form: Form }) {
  return (
    <>
      <Input
        {...field(form, 'discount.percent')}
        label="Discount in per cent (optional)"
        suffix="%"
        inputmode="numeric"
        classes="govuk-input--width-3"
      />
      <Textarea
        {...field(form, 'discount.reason')}
        label="Why, and who agreed to it"
        hint="Needed with a discount."
        rows={2}
      />
      <DateInput
        {...dateField(form, 'discount.endsOn')}
        fieldset={{ legend: 'Last day of the discount (optional)' }}
        hint="Leave it blank if it has no end."
      />
    </>
  );
}
