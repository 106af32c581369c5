import {
  Button,
  ButtonGroup,
  HiddenFields,
  moneyInWords,
  NotificationBanner,
  ResponsiveTable,
  SummaryList,
  type SubmittedValues,
} from '#ui';
import { customerPath, newPaymentPath } from '../addresses.js';
import { methodWords } from '../domain/payment.js';
import type { PlannedPayment } from '../payments/plan-payment.js';
import type { CustomerReading } from '../reading/read-customer.js';
import { dayInWords } from './words.js';

export interface CheckPaymentProps {
  readonly reading: CustomerReading;
  readonly planned: PlannedPayment;
  /** Everything that was answered, to be sent again. */
  readonly hidden: SubmittedValues;
  /** Why the page is shown once more. */
  readonly notice: string | null;
}

/** What was answered, and what becomes of the money. */
export function CheckPaymentView({ reading, planned, hidden, notice }: CheckPaymentProps) {
  const { pence, on, method, reference, note } = planned.details;
  return (
    <>
      {notice !== null && (
        <NotificationBanner role="alert">
          <p class="govuk-notification-banner__heading">{notice}</p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-xl">Check the payment of {moneyInWords(pence)}</h1>
      <SummaryList
        rows={[
          { key: 'From', value: <bdi>{reading.customer.name}</bdi> },
          { key: 'Received', value: `${moneyInWords(pence)} on ${dayInWords(on)}` },
          { key: 'How', value: methodWords[method] },
          reference !== '' && { key: 'Reference', value: <bdi>{reference}</bdi> },
          note !== '' && { key: 'Note', value: <bdi>{note}</bdi> },
        ]}
      />
      <WhatBecomes reading={reading} planned={planned} />
      <p class="govuk-body">
        A receipt is issued{reading.address.email === null ? '' : ` and mailed to ${reading.address.email}`}.
      </p>
      <form method="post" action={newPaymentPath} novalidate>
        <HiddenFields values={hidden} />
        <ButtonGroup>
          <Button name="step" value="record" preventDoubleClick>
            Record the payment
          </Button>
          <Button name="step" value="change" classes="govuk-button--secondary">
            Change the answers
          </Button>
          <a class="govuk-link" href={customerPath(reading.customer.id)}>
            Cancel
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}

function WhatBecomes({ reading, planned: { plan } }: Pick<CheckPaymentProps, 'reading' | 'planned'>) {
  const rows = plan.parts.map(({ invoiceId, pence }) => {
    const invoice = reading.account.invoices.find(({ id }) => id === invoiceId);
    const left = (invoice?.outstandingPence ?? pence) - pence;
    return [
      invoice?.label ?? '',
      moneyInWords(pence),
      left === 0 ? 'Settled' : `${moneyInWords(left)} still to pay`,
    ];
  });
  return (
    <ResponsiveTable
      caption="What becomes of it"
      captionClasses="govuk-table__caption--m"
      columns={[
        { key: 'to', heading: 'Goes to' },
        { key: 'amount', heading: 'Amount', format: 'numeric' },
        { key: 'then', heading: 'Afterwards' },
      ]}
      rows={[
        ...rows,
        plan.creditPence > 0 && [
          'Credit',
          moneyInWords(plan.creditPence),
          `${moneyInWords(reading.creditPence + plan.creditPence)} of credit in all`,
        ],
      ]}
    />
  );
}
