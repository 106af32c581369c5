import { Checkboxes, field, FormPage, Input, moneyInWords, Textarea, WarningText, type Form } from '#ui';
import { creditPath, documentPath } from '../addresses.js';
import { leftOf } from '../domain/credit.js';
import type { InvoiceWithLines } from '../invoiced-lines.js';

export interface CreditNoteProps {
  readonly invoice: InvoiceWithLines;
  readonly form: Form;
  readonly token: string;
}

/** What is to be credited, how much of it, and why. */
export function CreditNoteView({ invoice, form, token }: CreditNoteProps) {
  const open = invoice.lines.filter((line) => leftOf(line).netPence > 0);
  return (
    <FormPage
      heading={`Issue a credit note for ${invoice.label}`}
      action={creditPath(invoice.id)}
      form={form}
      hidden={{ once: token }}
      saveLabel="Issue the credit note"
      cancelPath={documentPath(invoice.id)}
    >
      <WarningText>
        A credit note cannot be taken back, and what is booked stays booked. To cancel a delegate, use the
        booking’s page; to take a traveller off a study visit, the visit’s.
      </WarningText>
      <Checkboxes
        {...field(form, 'lines')}
        fieldset={{ legend: { text: 'What is credited?', classes: 'govuk-fieldset__legend--s' } }}
        items={open.map((line) => ({
          value: String(line.line),
          text: <bdi>{line.description}</bdi>,
          hint: `${moneyInWords(leftOf(line).grossPence)} with VAT, as yet not credited`,
        }))}
      />
      <Input
        label="How much of what was invoiced?"
        hint="A whole number from 1 to 100. Never more is credited than is left."
        suffix="%"
        inputmode="numeric"
        classes="govuk-input--width-3"
        {...field(form, 'percent')}
      />
      <Textarea
        label="Why is it credited?"
        hint="It stands on the credit note."
        rows={2}
        {...field(form, 'reason')}
      />
    </FormPage>
  );
}
