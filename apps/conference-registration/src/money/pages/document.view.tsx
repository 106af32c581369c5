import { Button, ButtonGroup, InsetText, moneyInWords, SummaryList } from '#ui';
import { bookingPath } from '../../bookings/addresses.js';
import { DocumentView } from '../../documents/document.view.js';
import { titleOf } from '../../documents/document-words.js';
import {
  creditPath,
  customerPath,
  documentPath,
  forCustomer,
  newPaymentPath,
  paymentPath,
} from '../addresses.js';
import { documentWords } from '../domain/document.js';
import type { DocumentReading, Related } from '../reading/read-document.js';
import { dayInWords, InvoiceTag } from './words.js';

export interface StaffDocumentProps {
  readonly document: DocumentReading;
  readonly related: readonly Related[];
  readonly pdfPath: string;
  /** ISO date. */
  readonly today: string;
}

export function StaffDocumentView({ document, related, pdfPath, today }: StaffDocumentProps) {
  const { kind, id, customerId, outstandingPence } = document;
  return (
    <>
      <h1 class="govuk-heading-xl">{titleOf(document.content)}</h1>
      <Standing document={document} related={related} today={today} />
      <ButtonGroup>
        <Button href={pdfPath}>Download as PDF</Button>
        {kind === 'invoice' && outstandingPence > 0 && (
          <a class="govuk-link" href={`${forCustomer(newPaymentPath, customerId)}&invoice=${id}`}>
            Record a payment
          </a>
        )}
        {kind === 'invoice' && (
          <a class="govuk-link" href={creditPath(id)}>
            Issue a credit note
          </a>
        )}
      </ButtonGroup>
      <h2 class="govuk-heading-m">What it says</h2>
      <DocumentView document={document.content} />
    </>
  );
}

function Standing({ document, related, today }: Omit<StaffDocumentProps, 'pdfPath'>) {
  const { kind, dueOn, grossPence, outstandingPence, customerId, customerName, bookingReference, visit } =
    document;
  return (
    <>
      {kind === 'receipt' && document.isPaymentUndone && (
        <InsetText>
          The payment that this receipt is for was taken back. The receipt stays as it was issued.
        </InsetText>
      )}
      <SummaryList
        rows={[
          {
            key: 'Customer',
            value: (
              <a class="govuk-link" href={customerPath(customerId)}>
                <bdi>{customerName}</bdi>
              </a>
            ),
          },
          bookingReference !== null && {
            key: 'Booking',
            value: (
              <a class="govuk-link" href={bookingPath(bookingReference)}>
                {bookingReference}
              </a>
            ),
          },
          visit !== null && {
            key: 'Study visit',
            value: (
              <>
                <a class="govuk-link" href={visit.path}>
                  {visit.title}
                </a>
                , <bdi>{visit.traveller}</bdi>
              </>
            ),
          },
          kind === 'invoice' &&
            dueOn !== null && {
              key: 'Status',
              value: (
                <>
                  <InvoiceTag {...{ dueOn, grossPence, outstandingPence, today }} />
                  {outstandingPence > 0 &&
                    ` ${moneyInWords(outstandingPence)} to pay by ${dayInWords(dueOn)}`}
                </>
              ),
            },
          document.paymentId !== null && {
            key: 'Payment',
            value: (
              <a class="govuk-link" href={paymentPath(document.paymentId)}>
                {moneyInWords(grossPence)}
              </a>
            ),
          },
          ...related.map((each) => ({
            key: relatedWords(document, each),
            value: <RelatedLink related={each} />,
          })),
        ]}
      />
    </>
  );
}

function relatedWords({ kind }: DocumentReading, related: Related): string {
  if (related.kind === 'payment') return 'Paid';
  if (related.kind === 'credit-note') return 'Credited by';
  return kind === 'credit-note' ? 'Credits' : documentWords[related.kind];
}

function RelatedLink({ related: { kind, id, label, pence } }: { readonly related: Related }) {
  const isPayment = kind === 'payment';
  return (
    <>
      <a class="govuk-link" href={isPayment ? paymentPath(id) : documentPath(id)}>
        {isPayment ? `Payment of ${dayInWords(label)}` : label}
      </a>
      , {moneyInWords(pence)}
    </>
  );
}
