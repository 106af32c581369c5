import { field, Input, Radios, Textarea, type Form } from '#ui';
import type { InvoicedTo } from '../domain/payer.js';

export const payerNames = ['who', 'name', 'address', 'email', 'purchaseOrder'] as const;

/**
 * As whoever answers finds the form: their organisation pays, unless they are of none.
 *
 * @param last whom the organisation’s last invoice was made out to, where whoever answers may know
 */
export const filledFor = (
  { organisationId }: { readonly organisationId: string | null },
  last: InvoicedTo | null = null,
): Record<string, string> =>
  organisationId === null
    ? { who: 'traveller' }
    : {
        who: 'organisation',
        ...(last !== null && {
          name: last.billTo.name,
          address: last.billTo.address,
          email: last.billTo.email ?? '',
        }),
      };

export interface PayerFieldsProps {
  readonly form: Form;
  /** The traveller's, where members knows it; `null`: they pay themselves. */
  readonly organisationName: string | null;
  /** Whether whoever answers is the traveller. */
  readonly isOwn: boolean;
  /** Whether they may say so later. */
  readonly canWait?: boolean;
}

/** Who pays for a place, and whom the invoice is made out to. */
export function PayerFields({ form, organisationName, isOwn, canWait = false }: PayerFieldsProps) {
  const who = [
    ...(organisationName === null ? [] : [{ value: 'organisation', text: <bdi>{organisationName}</bdi> }]),
    { value: 'traveller', text: isOwn ? 'I pay myself' : 'The traveller' },
    ...(canWait
      ? [
          {
            value: 'later',
            text: 'I do not know yet',
            hint: 'It is asked again on the traveller’s own page.',
          },
        ]
      : []),
  ];
  return (
    <>
      {who.length > 1 && (
        <Radios
          {...field(form, 'who')}
          fieldset={{ legend: { text: 'Who pays?', classes: 'govuk-fieldset__legend--s' } }}
          items={who}
        />
      )}
      <Input
        {...field(form, 'name')}
        label="Name on the invoice (optional)"
        hint="If it is to be another than that of whoever pays, such as a department."
        autocomplete="off"
      />
      <Textarea
        {...field(form, 'address')}
        label={organisationName === null ? 'Address' : 'Address (optional where the organisation pays)'}
        hint={
          organisationName === null
            ? 'It stands on the invoice.'
            : 'Leave it blank for the address that we have on record of the organisation.'
        }
        rows={4}
        autocomplete="off"
      />
      <Input
        {...field(form, 'email')}
        label="Email address for invoices (optional)"
        hint={
          isOwn
            ? 'If they should go to somebody besides you.'
            : 'If they should go to somebody besides the traveller.'
        }
        type="email"
        autocomplete="off"
        spellcheck={false}
      />
      <Input
        {...field(form, 'purchaseOrder')}
        label="Purchase order number (optional)"
        hint="If one is needed and is not there yet, it can be entered later."
        classes="govuk-input--width-20"
        autocomplete="off"
        spellcheck={false}
      />
    </>
  );
}
