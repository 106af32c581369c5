import { billingDocument, type BillingDocument } from './billing-document.js';
import { creditNote, invoice, line, receipt } from './testing/sample-documents.js';

const one = invoice([line('Both days: Sam Example'), line('Civic dinner: Sam Example', 4_500, 0)]);

const faultsOf = (document: BillingDocument): readonly string[] =>
  billingDocument.safeParse(document).error?.issues.map(({ message }) => message) ?? [];

describe('a document that is about to be issued', () => {
  it.each([
    ['invoice', one],
    ['invoice for nothing', invoice([line('Free place: Sam Example', 0)], { howToPay: null })],
    ['invoice with a discount', invoice([line('Both days: Sam Example'), line('Discount', -5_000)])],
    ['credit note', creditNote([line('Both days: Sam Example')])],
    ['receipt', receipt()],
  ])('is kept as it is when it adds up: %s', (_, document) => {
    expect(billingDocument.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
  });

  it.each<[string, BillingDocument]>([
    ['net and VAT must be the gross amount', { ...one, totals: { ...one.totals, grossPence: 1 } }],
    [
      'netPence must be the sum of the lines',
      { ...one, totals: { netPence: 1, vatPence: 3_900, grossPence: 3_901 } },
    ],
    [
      'quantity times unit price must be the net amount',
      invoice([{ ...line('Two places', 39_000), quantity: 2, unitNetPence: 19_000 }]),
    ],
    ['only who is registered charges VAT', { ...one, seller: { ...one.seller, vatNumber: null } }],
    ['a credit note, and nothing else, names its invoice and a reason', { ...creditNote([]), reason: null }],
    ['a credit note, and nothing else, names its invoice and a reason', { ...one, kind: 'credit-note' }],
    ['a receipt, and nothing else, is for a payment', { ...receipt(), payment: null }],
  ])('is refused when %s', (fault, document) => {
    expect(faultsOf(document).some((message) => message.startsWith(fault))).toBe(true);
  });

  it('holds whole pence only', () => {
    expect(faultsOf(invoice([line('Half a penny', 0.5)])).length).toBeGreaterThan(0);
  });
});
