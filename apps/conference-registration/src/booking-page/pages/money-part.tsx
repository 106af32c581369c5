import { Temporal } from 'temporal-polyfill';
import { dateInWords, moneyInWords, ResponsiveTable, SummaryList } from '#ui';
import { bookingDocumentPath } from '../../money/addresses.js';
import type { BankAccount } from '../bank-account.js';
import type { Amounts } from '../../money/domain/vat.js';
import { documentWords } from '../../money/domain/document.js';
import { paymentWords } from '../../payment/domain/payment-details.js';
import { costOfBooking } from '../booking-details.js';
import type { OpenBooking } from '../booking-frame.js';
import type { BookingDocument } from '../read-booking-documents.js';
import { totalInWords } from './cost.js';

interface MoneyPartProps {
  readonly open: OpenBooking;
  /** Where money is paid to. */
  readonly account: BankAccount;
  readonly documents: readonly BookingDocument[];
}

/** What a booking costs, what was issued for it, and what is still to be paid. */
export function MoneyPart({ open, documents, account }: MoneyPartProps) {
  const { booking, key } = open;
  return (
    <section aria-labelledby="money">
      <h2 class="govuk-heading-m" id="money">
        What it costs
      </h2>
      <SummaryList
        classes="cn-compact"
        rows={[
          {
            key: 'Total',
            value: totalInWords(documents.length > 0 ? chargedFor(documents) : costOfBooking(open)),
          },
          booking.payment !== null &&
            booking.payment !== 'nothing' && { key: 'Payment', value: paymentWords[booking.payment] },
          booking.billTo !== null && { key: 'Invoice to', value: <BillTo open={open} /> },
          booking.payment === 'invoice' && {
            key: 'Purchase order',
            value: booking.purchaseOrder ?? (booking.purchaseOrderRequired ? 'Still needed' : 'None'),
          },
        ]}
      />
      {documents.length > 0 && (
        <ResponsiveTable
          caption="Invoices and other documents"
          captionClasses="govuk-table__caption--s"
          isBrief
          columns={[
            { key: 'label', heading: 'Document' },
            { key: 'issued', heading: 'Issued' },
            { key: 'amount', heading: 'Amount', format: 'numeric' },
            { key: 'state', heading: 'State' },
          ]}
          rows={documents.map((document) => [
            <a class="govuk-link" href={bookingDocumentPath(key, document.label)}>
              {documentWords[document.kind]} {document.label}
            </a>,
            dayInWords(document.issuedOn),
            moneyInWords(document.grossPence),
            stateOf(document),
          ])}
        />
      )}
      <HowToPay open={open} documents={documents} account={account} />
    </section>
  );
}

/** What was invoiced less what was credited: a fee that is kept from what was cancelled is in it. */
function chargedFor(documents: readonly BookingDocument[]): Amounts {
  const signs: Readonly<Record<BookingDocument['kind'], number>> = {
    invoice: 1,
    'credit-note': -1,
    receipt: 0,
  };
  const sum = (pence: 'netPence' | 'vatPence' | 'grossPence') =>
    documents.reduce((total, document) => total + signs[document.kind] * document[pence], 0);
  return { netPence: sum('netPence'), vatPence: sum('vatPence'), grossPence: sum('grossPence') };
}

/** Where what is still open is paid to, with the reference by which the transfer is known. */
function HowToPay({ open, documents, account }: MoneyPartProps) {
  const unpaid = documents.filter(({ outstandingPence }) => outstandingPence > 0);
  if (unpaid.length === 0) return null;
  const labels = unpaid.map(({ label }) => label).join(' ');
  return (
    <p class="govuk-body">
      To pay by bank transfer: {account.accountName}, sort code{' '}
      <span class="cn-whole">{account.sortCode}</span>, account number {account.accountNumber}, with the
      reference{' '}
      <strong>
        {labels} {open.booking.reference}
      </strong>
      .
    </p>
  );
}

/** Whom the invoice is made out to, line by line. */
export function BillTo({ open }: { readonly open: OpenBooking }) {
  const { billTo } = open.booking;
  if (billTo === null) return <>Nobody yet</>;
  const lines = [billTo.name, ...billTo.address.split('\n'), billTo.email ?? ''].filter(
    (line) => line !== '',
  );
  return (
    <>
      {lines.map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </>
  );
}

const dayInWords = (iso: string): string => dateInWords(Temporal.PlainDate.from(iso), { weekday: false });

function stateOf({ kind, outstandingPence, grossPence, dueOn }: BookingDocument): string {
  if (kind !== 'invoice') return '';
  if (outstandingPence === 0) return 'Settled';
  const due = dueOn === null ? '' : `, due on ${dayInWords(dueOn)}`;
  return outstandingPence === grossPence
    ? `Not paid yet${due}`
    : `${moneyInWords(outstandingPence)} still to be paid${due}`;
}
