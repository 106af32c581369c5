import { Temporal } from 'temporal-polyfill';
import { dateInWords, dateRangeInWords, moneyInWords, numberInWords } from '#ui';
import { documentWords } from '../money/domain/document.js';
import type { BillingDocument } from './billing-document.js';

/** A label with its value; `\n` between lines. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface AmountsTable {
  readonly heading: string;
  readonly columns: readonly { readonly header: string; readonly isAmount: boolean }[];
  /** Cells in the order of the columns; the first names its row. */
  readonly rows: readonly (readonly string[])[];
}

/** What a document says, in words; its page and its PDF are these words in two shapes. */
export interface DocumentWords {
  readonly title: string;
  readonly from: Fact;
  readonly to: Fact;
  readonly facts: readonly Fact[];
  /** Of credit notes: what is corrected, and why. */
  readonly correction: string | null;
  /** `null` where there is nothing to list. */
  readonly table: AmountsTable | null;
  readonly totals: readonly { readonly label: string; readonly amount: string; readonly strong: boolean }[];
  readonly toPay: { readonly heading: string; readonly text: string; readonly facts: readonly Fact[] } | null;
  readonly notes: readonly string[];
}

const day = (date: string): string => dateInWords(Temporal.PlainDate.from(date), { weekday: false });

/** "20%", "17.5%" */
const rate = (basisPoints: number): string => `${numberInWords(basisPoints / 100)}%`;

const isForVat = ({ seller }: BillingDocument): boolean => seller.vatNumber !== null;

/** "VAT invoice INV-00012"; without a VAT number "Invoice INV-00012". */
export function titleOf(document: BillingDocument): string {
  const name =
    document.kind === 'invoice' && isForVat(document) ? 'VAT invoice' : documentWords[document.kind];
  return `${name} ${document.label}`;
}

const linesOf = (...lines: readonly (string | null | undefined)[]): string =>
  lines.filter((line) => line !== null && line !== undefined && line !== '').join('\n');

function factsOf(document: BillingDocument): Fact[] {
  const { kind, label, issuedOn, taxPointOn = issuedOn, dueOn, purchaseOrder, about, payment } = document;
  const hasTaxPoint = kind === 'invoice' && isForVat(document);
  const oneDate = hasTaxPoint && taxPointOn === issuedOn;
  return [
    { label: `${documentWords[kind]} number`, value: label },
    { label: oneDate ? 'Date of issue and tax point' : 'Date of issue', value: day(issuedOn) },
    ...(hasTaxPoint && !oneDate ? [{ label: 'Tax point', value: day(taxPointOn) }] : []),
    ...(dueOn === null ? [] : [{ label: 'Pay by', value: day(dueOn) }]),
    ...(purchaseOrder === null ? [] : [{ label: 'Your purchase order', value: purchaseOrder }]),
    ...(about === null ? [] : aboutFacts(about)),
    ...(payment === null
      ? []
      : [
          { label: 'Received on', value: day(payment.on) },
          { label: 'Paid by', value: payment.method },
          ...(payment.reference === ''
            ? []
            : [{ label: 'Reference of the payment', value: payment.reference }]),
        ]),
  ];
}

function aboutFacts(about: NonNullable<BillingDocument['about']>): Fact[] {
  const [first, last] = [about.firstDay, about.lastDay].map((date) => Temporal.PlainDate.from(date));
  const days = first && last ? dateRangeInWords(first, last, { weekday: false }) : '';
  if ('visit' in about) {
    return [
      { label: 'Study visit', value: linesOf(about.visit, days) },
      { label: 'Traveller', value: about.traveller },
    ];
  }
  return [
    { label: 'Conference', value: linesOf(about.conference, days) },
    { label: 'Booking', value: about.bookingReference },
    { label: 'Booked by', value: about.bookedBy },
  ];
}

/** Delegates and tickets; without VAT only what is paid for each. */
function linesTable(document: BillingDocument): AmountsTable {
  const heading = document.kind === 'credit-note' ? 'What is credited' : 'What this is for';
  const withVat = isForVat(document);
  const amount = (header: string) => ({ header, isAmount: true });
  const columns = [
    { header: 'Description', isAmount: false },
    amount('Quantity'),
    amount('Each'),
    ...(withVat ? [amount('Net'), amount('VAT rate'), amount('VAT')] : []),
    amount('Total'),
  ];
  const rows = document.lines.map((line) => {
    const { description, quantity = 1, netPence, vatBasisPoints, vatPence, grossPence } = line;
    const each = moneyInWords(
      line.unitNetPence ?? (quantity === 1 ? netPence : Math.round(netPence / quantity)),
    );
    const vat = withVat ? [moneyInWords(netPence), rate(vatBasisPoints), moneyInWords(vatPence)] : [];
    return [description, numberInWords(quantity), each, ...vat, moneyInWords(grossPence)];
  });
  return { heading, columns, rows };
}

/** Invoices that a payment settled. */
function settledTable({ settled }: NonNullable<BillingDocument['payment']>): AmountsTable | null {
  if (settled.length === 0) return null;
  return {
    heading: 'What it paid',
    columns: [
      { header: 'Invoice', isAmount: false },
      { header: 'Paid', isAmount: true },
      { header: 'Still to pay', isAmount: true },
    ],
    rows: settled.map(({ label, pence, outstandingPence }) => [
      label,
      moneyInWords(pence),
      outstandingPence === 0 ? 'Paid in full' : moneyInWords(outstandingPence),
    ]),
  };
}

/** VAT at each rate, lowest last. */
function ratesOf({ lines }: BillingDocument): readonly { label: string; amount: string; strong: false }[] {
  const rates = [...new Set(lines.map(({ vatBasisPoints }) => vatBasisPoints))].toSorted((a, b) => b - a);
  return rates.map((basisPoints) => {
    const own = lines.filter(({ vatBasisPoints }) => vatBasisPoints === basisPoints);
    const net = own.reduce((sum, { netPence }) => sum + netPence, 0);
    const vat = own.reduce((sum, { vatPence }) => sum + vatPence, 0);
    return {
      label: `VAT at ${rate(basisPoints)} on ${moneyInWords(net)}`,
      amount: moneyInWords(vat),
      strong: false,
    };
  });
}

const totalNames = { invoice: 'Total to pay', 'credit-note': 'Total credited', receipt: 'Received' } as const;

function totalsOf(document: BillingDocument): DocumentWords['totals'] {
  const { kind, totals, payment } = document;
  const total = { label: totalNames[kind], amount: moneyInWords(totals.grossPence), strong: true };
  if (payment !== null) {
    const kept = { label: 'Kept as your credit', amount: moneyInWords(payment.creditPence), strong: false };
    return payment.creditPence === 0 ? [total] : [total, kept];
  }
  if (!isForVat(document)) return [total];
  const rates = ratesOf(document);
  return [
    { label: 'Total without VAT', amount: moneyInWords(totals.netPence), strong: false },
    ...rates,
    // One rate has said it.
    ...(rates.length === 1
      ? []
      : [{ label: 'Total VAT', amount: moneyInWords(totals.vatPence), strong: false }]),
    total,
  ];
}

function toPayOf({ kind, totals, howToPay, dueOn }: BillingDocument): DocumentWords['toPay'] {
  if (kind !== 'invoice') return null;
  if (totals.grossPence <= 0) return { heading: 'Payment', text: 'Nothing to pay.', facts: [] };
  if (howToPay === null) return null;
  const by = dueOn === null ? '' : ` by ${day(dueOn)}`;
  return {
    heading: 'How to pay',
    text: `Pay ${moneyInWords(totals.grossPence)} by bank transfer${by}. Give the reference, so that we can tell whose payment it is.`,
    facts: [
      { label: 'Account name', value: howToPay.accountName },
      { label: 'Sort code', value: howToPay.sortCode },
      { label: 'Account number', value: howToPay.accountNumber },
      { label: 'Reference', value: howToPay.reference },
    ],
  };
}

/** Says an issued document in words. */
export function wordsOf(document: BillingDocument): DocumentWords {
  const { seller, billTo, corrects, reason, lines, payment, notes = [] } = document;
  const vat = seller.vatNumber === null ? null : `VAT registration number ${seller.vatNumber}`;
  return {
    title: titleOf(document),
    from: { label: 'From', value: linesOf(seller.name, seller.address, vat, seller.contact) },
    to: { label: 'To', value: linesOf(billTo.name, billTo.address) },
    facts: factsOf(document),
    correction:
      corrects === null
        ? null
        : `This corrects invoice ${corrects.label} of ${day(corrects.issuedOn)}. Reason: ${reason ?? ''}`,
    table: payment !== null ? settledTable(payment) : lines.length === 0 ? null : linesTable(document),
    totals: totalsOf(document),
    toPay: toPayOf(document),
    notes,
  };
}
