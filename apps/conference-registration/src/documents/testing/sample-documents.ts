import type { BillingDocument } from '../billing-document.js';

export type Line = BillingDocument['lines'][number];

/** A place at £195.00 plus 20 % VAT. */
export function line(description: string, netPence = 19_500, vatBasisPoints = 2000): Line {
  const vatPence = Math.round((netPence * vatBasisPoints) / 10_000);
  return { description, netPence, vatBasisPoints, vatPence, grossPence: netPence + vatPence };
}

export function totalsOf(lines: readonly Line[]): BillingDocument['totals'] {
  const sum = (of: (line: Line) => number) => lines.reduce((total, each) => total + of(each), 0);
  return {
    netPence: sum(({ netPence }) => netPence),
    vatPence: sum(({ vatPence }) => vatPence),
    grossPence: sum(({ grossPence }) => grossPence),
  };
}

/** An invoice for lines that adds up. */
export function invoice(lines: Line[], changes: Partial<BillingDocument> = {}): BillingDocument {
  return {
    kind: 'invoice',
    label: 'INV-00012',
    issuedOn: '2026-11-22',
    dueOn: '2026-12-22',
    seller: {
      name: 'Fictional Borough Council (demonstration)',
      address: 'Example House\n1 Sample Street\nNowhere\nZZ99 9ZZ',
      vatNumber: 'GB 000 0000 00',
      contact: 'treasurer@example.org',
    },
    billTo: {
      name: 'Rochdale Borough Council',
      address: 'Accounts payable\nNumber One Riverside\nRochdale\nOL16 1XU',
    },
    purchaseOrder: 'PO-4711',
    about: {
      conference: 'Annual Conference 2027',
      firstDay: '2027-10-12',
      lastDay: '2027-10-13',
      bookingReference: 'CN-7K3QFM',
      bookedBy: 'Robin Sample',
    },
    corrects: null,
    reason: null,
    lines,
    totals: totalsOf(lines),
    howToPay: {
      accountName: 'Fictional Borough Council (demonstration)',
      sortCode: '00-00-00',
      accountNumber: '00000000',
      reference: 'INV-00012 CN-7K3QFM',
    },
    payment: null,
    ...changes,
  };
}

/** A credit note for lines of that invoice. */
export function creditNote(lines: Line[]): BillingDocument {
  return invoice(lines, {
    kind: 'credit-note',
    label: 'CN-00003',
    issuedOn: '2026-12-01',
    dueOn: null,
    corrects: { label: 'INV-00012', issuedOn: '2026-11-22' },
    reason: 'Sam Example cannot come.',
    howToPay: null,
  });
}

/** A receipt for £500.00: one invoice paid in full, one in part, the rest kept. */
export function receipt(): BillingDocument {
  return invoice([], {
    kind: 'receipt',
    label: 'REC-00007',
    issuedOn: '2026-12-20',
    dueOn: null,
    purchaseOrder: null,
    about: null,
    totals: { netPence: 50_000, vatPence: 0, grossPence: 50_000 },
    howToPay: null,
    payment: {
      on: '2026-12-18',
      method: 'Bank transfer',
      reference: 'ROCHDALE MBC INV 12',
      pence: 50_000,
      settled: [
        { label: 'INV-00012', pence: 23_400, outstandingPence: 0 },
        { label: 'INV-00013', pence: 20_000, outstandingPence: 3_400 },
      ],
      creditPence: 6_600,
    },
  });
}
