import type { Temporal } from 'temporal-polyfill';
import { renderPdf, type PdfDocument } from '#pdf';
import { moneyInWords } from '#ui';
import { bookDay } from '../day.js';
import { dayInWords } from '../pages/words.js';
import type { CustomerReading } from '../reading/read-customer.js';
import { movementWords } from './movement-words.js';

export interface StatementSeller {
  readonly name: string;
  readonly address: string;
}

/** A statement of account as a tagged PDF, to be sent to the customer. */
export async function statementPdf(
  reading: CustomerReading,
  seller: StatementSeller,
  now: Temporal.Instant,
): Promise<Buffer> {
  const { bytes } = await renderPdf(statement(reading, seller, now));
  return bytes;
}

function statement(reading: CustomerReading, seller: StatementSeller, now: Temporal.Instant): PdfDocument {
  const { address, lines, outstandingPence, creditPence } = reading;
  const title = `Statement of account, ${dayInWords(bookDay(now))}`;
  return {
    title,
    author: seller.name,
    language: 'en-GB',
    madeAt: now,
    runningTitle: `${title}: ${address.name}`,
    footer: title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'beside',
        left: party('From', `${seller.name}\n${seller.address}`),
        right: party('To', `${address.name}\n${address.address}`),
      },
      { kind: 'heading', level: 2, text: 'What has been charged and paid' },
      {
        kind: 'table',
        columns: [
          { header: 'What', share: 4, align: 'start', namesRow: true },
          { header: 'Date', share: 2, align: 'start' },
          { header: 'Charged', share: 2, align: 'end' },
          { header: 'Paid or credited', share: 2, align: 'end' },
          { header: 'Balance', share: 2, align: 'end' },
        ],
        rows: lines.map((line) => [
          line.about === '' ? movementWords(line) : `${movementWords(line)}\n${line.about}`,
          dayInWords(line.on),
          line.chargedPence === null ? '' : moneyInWords(line.chargedPence),
          line.paidPence === null ? '' : moneyInWords(line.paidPence),
          moneyInWords(line.balancePence),
        ]),
      },
      {
        kind: 'totals',
        rows: [
          { label: 'Outstanding', amount: moneyInWords(outstandingPence), strong: true },
          ...(creditPence > 0 ? [{ label: 'Your credit', amount: moneyInWords(creditPence) }] : []),
        ],
      },
    ],
  };
}

const party = (heading: string, text: string): PdfDocument['blocks'] => [
  { kind: 'heading', level: 2, text: heading },
  { kind: 'paragraph', text: text.trim() },
];
