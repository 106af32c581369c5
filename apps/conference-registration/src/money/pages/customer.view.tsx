import {
  Button,
  ButtonGroup,
  Details,
  EmptyState,
  ExportLinks,
  moneyInWords,
  ResponsiveTable,
  SummaryList,
} from '#ui';
import {
  customerPath,
  documentPath,
  forCustomer,
  newPaymentPath,
  newRefundPath,
  paymentPath,
  useCreditPath,
} from '../addresses.js';
import type { Movement, StatementLine } from '../domain/statement.js';
import type { CustomerReading } from '../reading/read-customer.js';
import { movementWords } from '../statements/movement-words.js';
import { MoneyNavigation } from './money-navigation.js';
import { dayInWords } from './words.js';

/** A customer's statement of account, with what can be done about it. */
export function CustomerView({ reading }: { readonly reading: CustomerReading }) {
  const { customer, address, outstandingPence, creditPence, lines, undone } = reading;
  const { id, name } = customer;
  return (
    <>
      <span class="govuk-caption-xl">Statement of account</span>
      <h1 class="govuk-heading-xl">
        <bdi>{name}</bdi>
      </h1>
      <MoneyNavigation current={null} />
      <SummaryList
        rows={[
          { key: 'Outstanding', value: <strong>{moneyInWords(outstandingPence)}</strong> },
          { key: 'Credit', value: moneyInWords(creditPence) },
          {
            key: 'Invoices go to',
            value: (
              <>
                <bdi>{address.name}</bdi>
                {address.address.split('\n').map((line) => (
                  <>
                    <br />
                    <bdi>{line}</bdi>
                  </>
                ))}
                {address.email !== null && (
                  <>
                    <br />
                    {address.email}
                  </>
                )}
              </>
            ),
          },
        ]}
      />
      <ButtonGroup>
        <Button href={forCustomer(newPaymentPath, id)}>Record a payment</Button>
        {creditPence > 0 && outstandingPence > 0 && (
          <a class="govuk-link" href={useCreditPath(id)}>
            Use the credit for an invoice
          </a>
        )}
        {creditPence > 0 && (
          <a class="govuk-link" href={forCustomer(newRefundPath, id)}>
            Record a refund
          </a>
        )}
      </ButtonGroup>
      {lines.length === 0 ? (
        <EmptyState titleText="Nothing has happened on this account yet">
          <p class="govuk-body">
            Invoices, credit notes and payments will be listed here, with what is owed after each.
          </p>
        </EmptyState>
      ) : (
        <Statement id={id} lines={lines} />
      )}
      {undone.length > 0 && <Undone undone={undone} />}
    </>
  );
}

function Statement({ id, lines }: { readonly id: string; readonly lines: readonly StatementLine[] }) {
  return (
    <>
      <ResponsiveTable
        caption="Everything on this account, the oldest first"
        captionClasses="govuk-table__caption--m"
        columns={[
          { key: 'what', heading: 'What' },
          { key: 'on', heading: 'Date' },
          { key: 'charged', heading: 'Charged', format: 'numeric' },
          { key: 'paid', heading: 'Paid or credited', format: 'numeric' },
          { key: 'balance', heading: 'Balance', format: 'numeric' },
        ]}
        rows={lines.map((line) => [
          <Link movement={line} />,
          dayInWords(line.on),
          line.chargedPence === null ? '' : moneyInWords(line.chargedPence),
          line.paidPence === null ? '' : moneyInWords(line.paidPence),
          moneyInWords(line.balancePence),
        ])}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={`${customerPath(id)}/statement.pdf`} download>
          Download this statement as PDF
        </a>
      </p>
      <ExportLinks what="its lines" file={(format) => `${customerPath(id)}/statement.${format}`} />
    </>
  );
}

function Link({ movement }: { readonly movement: Movement }) {
  const { kind, id, about } = movement;
  const isMoved = kind === 'payment' || kind === 'refund';
  return (
    <>
      <a class="govuk-link" href={isMoved ? paymentPath(id) : documentPath(id)}>
        <bdi>{movementWords(movement)}</bdi>
      </a>
      {about !== '' && (
        <>
          <br />
          <span class="cn-quiet">{about}</span>
        </>
      )}
    </>
  );
}

function Undone({ undone }: { readonly undone: readonly Movement[] }) {
  return (
    <Details summaryText="Payments and refunds that were taken back">
      <ul class="govuk-list govuk-list--bullet">
        {undone.map((movement) => (
          <li key={movement.id}>
            <a class="govuk-link" href={paymentPath(movement.id)}>
              {movementWords(movement)}
            </a>
            , {moneyInWords(movement.pence)}, {dayInWords(movement.on)}
          </li>
        ))}
      </ul>
    </Details>
  );
}
