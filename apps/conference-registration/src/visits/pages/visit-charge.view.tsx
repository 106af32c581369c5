import { Temporal } from 'temporal-polyfill';
import { Button, dateRangeInWords, moneyInWords, ResponsiveTable, SummaryList } from '#ui';
import { DocumentView } from '../../documents/document.view.js';
import { titleOf } from '../../documents/document-words.js';
import { DocumentStanding } from '../../money/booking-documents/document-standing.js';
import { documentWords } from '../../money/domain/document.js';
import { dayInWords } from '../../money/pages/words.js';
import type { DocumentReading } from '../../money/reading/read-document.js';
import { visitDocumentPath, visitOrderPath } from '../addresses.js';
import { chargeWords } from '../domain/charge-words.js';
import type { VisitChargeRow } from '../visit-charge.entity.js';

export interface VisitChargeProps {
  /** Its id, or the secret of the link by which it was opened. */
  readonly addressKey: string;
  readonly charge: VisitChargeRow;
  readonly documents: readonly DocumentReading[];
  /** Where what is open is paid to, with the reference by which the transfer is known; `null`: nothing is open. */
  readonly account: {
    readonly accountName: string;
    readonly sortCode: string;
    readonly accountNumber: string;
    readonly reference: string;
  } | null;
}

/** What is to be paid, what was issued, and how to pay. */
export function VisitChargeView({ addressKey, charge, documents, account }: VisitChargeProps) {
  const [first, last] = [charge.firstDay, charge.lastDay].map((day) => Temporal.PlainDate.from(day));
  const days = first && last ? dateRangeInWords(first, last, { weekday: false }) : '';
  const outstandingPence = documents.reduce((sum, document) => sum + document.outstandingPence, 0);
  return (
    <>
      <span class="govuk-caption-xl">{chargeWords[charge.kind]}</span>
      <h1 class="govuk-heading-xl">
        <bdi>{charge.visitTitle}</bdi>
      </h1>
      <SummaryList
        rows={[
          {
            key: 'Study visit',
            value: (
              <>
                <a class="govuk-link" href={charge.visitPath}>
                  <bdi>{charge.visitTitle}</bdi>
                </a>
                <br />
                {days}
              </>
            ),
          },
          { key: 'Traveller', value: <bdi>{charge.travellerName}</bdi> },
          { key: 'Still to pay', value: <strong>{moneyInWords(outstandingPence)}</strong> },
          charge.billTo !== null && { key: 'Invoice to', value: <BillTo billTo={charge.billTo} /> },
          {
            key: 'Purchase order',
            value:
              charge.purchaseOrder === null ? (
                charge.purchaseOrderRequired ? (
                  'Still needed'
                ) : (
                  'None'
                )
              ) : (
                <bdi>{charge.purchaseOrder}</bdi>
              ),
            actions: {
              items: [
                {
                  href: visitOrderPath(addressKey),
                  text: charge.purchaseOrder === null ? 'Enter' : 'Change',
                  visuallyHiddenText: 'the purchase order',
                },
              ],
            },
          },
        ]}
      />
      <ResponsiveTable
        caption="Invoices and other documents"
        captionClasses="govuk-table__caption--m"
        isBrief
        columns={[
          { key: 'label', heading: 'Document' },
          { key: 'issued', heading: 'Issued' },
          { key: 'amount', heading: 'Amount', format: 'numeric' },
          { key: 'state', heading: 'State' },
        ]}
        rows={documents.map((document) => [
          <a class="govuk-link" href={visitDocumentPath(addressKey, document.label)}>
            {documentWords[document.kind]} {document.label}
          </a>,
          dayInWords(document.issuedOn),
          moneyInWords(document.grossPence),
          stateOf(document),
        ])}
      />
      {account !== null && (
        <p class="govuk-body">
          To pay by bank transfer: {account.accountName}, sort code{' '}
          <span class="cn-whole">{account.sortCode}</span>, account number {account.accountNumber}, with the
          reference <strong>{account.reference}</strong>.
        </p>
      )}
    </>
  );
}

function BillTo({ billTo }: { readonly billTo: NonNullable<VisitChargeRow['billTo']> }) {
  const lines = [billTo.name, ...billTo.address.split('\n'), billTo.email ?? ''].filter(
    (line) => line !== '',
  );
  return (
    <>
      {lines.map((line, index) => (
        <>
          {index > 0 && <br />}
          <bdi>{line}</bdi>
        </>
      ))}
    </>
  );
}

function stateOf({ kind, outstandingPence, grossPence, dueOn, isPaymentUndone }: DocumentReading): string {
  if (kind === 'receipt') return isPaymentUndone ? 'The payment was taken back' : '';
  if (kind === 'credit-note') return '';
  if (outstandingPence === 0) return 'Settled';
  const due = dueOn === null ? '' : `, due on ${dayInWords(dueOn)}`;
  return outstandingPence === grossPence
    ? `Not paid yet${due}`
    : `${moneyInWords(outstandingPence)} still to be paid${due}`;
}

export interface VisitDocumentProps {
  readonly addressKey: string;
  readonly document: DocumentReading;
}

/** One of its documents, as it was issued. */
export function VisitDocumentView({ addressKey, document }: VisitDocumentProps) {
  return (
    <>
      <h1 class="govuk-heading-xl">{titleOf(document.content)}</h1>
      <DocumentStanding document={document} />
      <Button href={`${visitDocumentPath(addressKey, document.label)}.pdf`}>Download as PDF</Button>
      <DocumentView document={document.content} />
    </>
  );
}
