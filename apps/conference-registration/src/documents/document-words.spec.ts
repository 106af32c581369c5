import { titleOf, wordsOf } from './document-words.js';
import { creditNote, invoice, line, receipt } from './testing/sample-documents.js';

const label = 'Both days: Sam Example';

const factsOf = (document: Parameters<typeof wordsOf>[0]): Readonly<Record<string, string>> =>
  Object.fromEntries(wordsOf(document).facts.map(({ label, value }) => [label, value]));

describe('a VAT invoice', () => {
  const document = invoice([line(label), line('Civic dinner: Sam Example', 4_500, 0)]);

  it('says all that regulation 14 wants', () => {
    const words = wordsOf(document);
    expect(words.title).toBe('VAT invoice INV-00012');
    expect(words.from.value).toBe(
      'Fictional Borough Council (demonstration)\nExample House\n1 Sample Street\nNowhere\nZZ99 9ZZ\nVAT registration number GB 000 0000 00\ntreasurer@example.org',
    );
    expect(words.to.value).toContain('Rochdale Borough Council\nAccounts payable');
    expect(factsOf(document)).toMatchObject({
      'Invoice number': 'INV-00012',
      'Date of issue and tax point': '22 November 2026',
      'Pay by': '22 December 2026',
      'Your purchase order': 'PO-4711',
    });
    expect(words.table?.columns.map(({ header }) => header)).toEqual([
      'Description',
      'Quantity',
      'Each',
      'Net',
      'VAT rate',
      'VAT',
      'Total',
    ]);
    expect(words.table?.rows).toEqual([
      [label, '1', '£195.00', '£195.00', '20%', '£39.00', '£234.00'],
      ['Civic dinner: Sam Example', '1', '£45.00', '£45.00', '0%', '£0.00', '£45.00'],
    ]);
    expect(words.totals.map(({ label, amount }) => `${label}: ${amount}`)).toEqual([
      'Total without VAT: £240.00',
      'VAT at 20% on £195.00: £39.00',
      'VAT at 0% on £45.00: £0.00',
      'Total VAT: £39.00',
      'Total to pay: £279.00',
    ]);
  });

  it('says when the tax point is another day than that of issue', () => {
    expect(factsOf({ ...document, taxPointOn: '2026-11-10' })).toMatchObject({
      'Date of issue': '22 November 2026',
      'Tax point': '10 November 2026',
    });
  });

  it('says how to pay, with a reference that can be recognised', () => {
    const { toPay } = wordsOf(document);
    expect(toPay?.text).toMatch(/^Pay £279.00 by bank transfer by 22 December 2026\./);
    expect(toPay?.facts.at(-1)).toEqual({ label: 'Reference', value: 'INV-00012 CN-7K3QFM' });
  });

  it('shows several of a kind, and what takes off', () => {
    const lines = [
      { ...line('Day ticket', 20_000), quantity: 2, unitNetPence: 10_000 },
      line('Discount', -5_000, 1_750),
    ];
    expect(wordsOf(invoice(lines)).table?.rows).toEqual([
      ['Day ticket', '2', '£100.00', '£200.00', '20%', '£40.00', '£240.00'],
      ['Discount', '1', '−£50.00', '−£50.00', '17.5%', '−£8.75', '−£58.75'],
    ]);
  });

  it('asks for nothing when there is nothing to pay', () => {
    const { toPay, totals } = wordsOf(invoice([line(label, 0)]));
    expect(toPay).toEqual({ heading: 'Payment', text: 'Nothing to pay.', facts: [] });
    expect(totals.at(-1)?.amount).toBe('£0.00');
  });
});

describe('an invoice of a seller who is not registered for VAT', () => {
  const registered = invoice([line(label, 19_500, 0)]);
  const document = { ...registered, seller: { ...registered.seller, vatNumber: null } };

  it('never speaks of VAT', () => {
    expect(titleOf(document)).toBe('Invoice INV-00012');
    expect(JSON.stringify(wordsOf(document))).not.toMatch(/VAT|tax point/i);
    expect(wordsOf(document).table?.rows).toEqual([[label, '1', '£195.00', '£195.00']]);
  });
});

describe('a credit note', () => {
  it('names the invoice, the day of it and the reason', () => {
    const words = wordsOf(creditNote([line(label)]));
    expect(words.title).toBe('Credit note CN-00003');
    expect(words.correction).toBe(
      'This corrects invoice INV-00012 of 22 November 2026. Reason: Sam Example cannot come.',
    );
    expect(words.totals.map(({ label, amount }) => `${label}: ${amount}`)).toEqual([
      'Total without VAT: £195.00',
      'VAT at 20% on £195.00: £39.00',
      'Total credited: £234.00',
    ]);
    expect(words.toPay).toBeNull();
  });
});

describe('a receipt', () => {
  it('says what was paid, which invoices that settled and what is kept', () => {
    const words = wordsOf(receipt());
    expect(words.title).toBe('Receipt REC-00007');
    expect(factsOf(receipt())).toEqual({
      'Receipt number': 'REC-00007',
      'Date of issue': '20 December 2026',
      'Received on': '18 December 2026',
      'Paid by': 'Bank transfer',
      'Reference of the payment': 'ROCHDALE MBC INV 12',
    });
    expect(words.table?.rows).toEqual([
      ['INV-00012', '£234.00', 'Paid in full'],
      ['INV-00013', '£200.00', '£34.00'],
    ]);
    expect(words.totals.map(({ label, amount }) => `${label}: ${amount}`)).toEqual([
      'Received: £500.00',
      'Kept as your credit: £66.00',
    ]);
  });
});
