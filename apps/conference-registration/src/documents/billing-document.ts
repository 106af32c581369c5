import { z } from 'zod';

const pence = z.int();
const day = z.iso.date();

const line = z.strictObject({
  /** Enough to identify what was sold: the ticket and the delegate. */
  description: z.string(),
  /** One, unless given. */
  quantity: z.int().min(1).optional(),
  /** Without VAT; `netPence` of a quantity of one, unless given. */
  unitNetPence: pence.optional(),
  /** For credit notes as well, amounts are positive; a negative one takes off the document's total. */
  netPence: pence,
  /** Hundredths of a per cent: 2000 is 20 %. */
  vatBasisPoints: z.int(),
  vatPence: pence,
  grossPence: pence,
});

/** A booking of a conference. */
const booking = z.strictObject({
  conference: z.string(),
  firstDay: day,
  lastDay: day,
  /** "CN-7K3QFM" */
  bookingReference: z.string(),
  bookedBy: z.string(),
});

/** Somebody's place on a study visit. */
const travelling = z.strictObject({ visit: z.string(), firstDay: day, lastDay: day, traveller: z.string() });

const content = z.strictObject({
  kind: z.enum(['invoice', 'credit-note', 'receipt']),
  /** "INV-00012" */
  label: z.string(),
  issuedOn: day,
  /**
   * The time of supply where it is not the date of issue. An invoice for a conference to come is issued before the
   * supply, which makes its date the tax point (Value Added Tax Act 1994, section 6(4)).
   */
  taxPointOn: day.optional(),
  /** Of invoices. */
  dueOn: day.nullable(),
  seller: z.strictObject({
    name: z.string(),
    /** Lines, `\n` between them. */
    address: z.string(),
    /** `null`: not registered for VAT. */
    vatNumber: z.string().nullable(),
    /** Lines, `\n` between them: whom to ask, such as an address for mail. */
    contact: z.string().optional(),
  }),
  billTo: z.strictObject({
    name: z.string(),
    /** Lines, `\n` between them; may be empty. */
    address: z.string(),
  }),
  /** The customer's purchase order. */
  purchaseOrder: z.string().nullable(),
  /** What was booked; `null` for receipts, which may be for several bookings. */
  about: z.union([booking, travelling]).nullable(),
  /** The invoice that a credit note is for. */
  corrects: z.strictObject({ label: z.string(), issuedOn: day }).nullable(),
  /** Why there is a credit note. */
  reason: z.string().nullable(),
  lines: z.array(line),
  totals: z.strictObject({ netPence: pence, vatPence: pence, grossPence: pence }),
  /** Of invoices with something to pay. */
  howToPay: z
    .strictObject({
      accountName: z.string(),
      sortCode: z.string(),
      accountNumber: z.string(),
      /** What the transfer should say: "INV-00012 CN-7K3QFM". */
      reference: z.string(),
    })
    .nullable(),
  /** Of receipts: the payment, and what became of it on the day of the receipt. */
  payment: z
    .strictObject({
      on: day,
      /** In words: "Bank transfer". */
      method: z.string(),
      reference: z.string(),
      pence,
      settled: z.array(
        z.strictObject({
          label: z.string(),
          pence,
          /** Of the invoice, afterwards. */
          outstandingPence: pence,
        }),
      ),
      /** Kept as the customer's credit. */
      creditPence: pence,
    })
    .nullable(),
  /** Paragraphs at the end. */
  notes: z.array(z.string()).optional(),
});

export type BillingDocument = z.infer<typeof content>;

type Amounts = Pick<BillingDocument['totals'], 'netPence' | 'vatPence' | 'grossPence'>;

const addsUp = ({ netPence, vatPence, grossPence }: Amounts): boolean => netPence + vatPence === grossPence;

function sumOf(lines: readonly Amounts[], amount: keyof Amounts): number {
  return lines.reduce((sum, line) => sum + line[amount], 0);
}

/** What must not be wrong in a document that can never be changed, in words for whoever wrote the program. */
function* faultsOf(document: BillingDocument): Generator<string> {
  const { kind, lines, totals, seller, corrects, reason, payment } = document;
  if (![...lines, totals].every(addsUp)) yield 'net and VAT must be the gross amount';
  for (const { quantity = 1, unitNetPence, netPence } of lines) {
    if (unitNetPence !== undefined && quantity * unitNetPence !== netPence) {
      yield 'quantity times unit price must be the net amount';
    }
  }
  for (const amount of ['netPence', 'vatPence', 'grossPence'] as const) {
    if (lines.length > 0 && sumOf(lines, amount) !== totals[amount])
      yield `${amount} must be the sum of the lines'`;
  }
  if (seller.vatNumber === null && (totals.vatPence !== 0 || lines.some(({ vatPence }) => vatPence !== 0))) {
    yield 'only who is registered charges VAT';
  }
  if ((kind === 'credit-note') !== (corrects !== null && reason !== null)) {
    yield 'a credit note, and nothing else, names its invoice and a reason';
  }
  if ((kind === 'receipt') !== (payment !== null)) yield 'a receipt, and nothing else, is for a payment';
}

/**
 * Everything that an issued document says; kept as it is with the document, whose page and PDF are made from it alone.
 *
 * What it holds is what the law wants of a VAT invoice (Value Added Tax Regulations 1995, SI 1995/2518, regulation
 * 14(1); VAT Notice 700, section 16.3): a sequential number (a), time of supply (b), date of issue (c), supplier's name,
 * address and registration number (d), customer's name and address (e), description (g), for each description the
 * quantity, rate of VAT and amount without VAT (h), the total without VAT (i), the total VAT (l), unit price (m). There is
 * no cash discount (j). And of a credit note (VAT Notice 700, section 18.2): number and date of its own and of the
 * invoice, both parties, reason, description, quantity and amount credited, total without VAT, rate and amount of VAT.
 */
export const billingDocument = content.superRefine((document, context) => {
  for (const message of faultsOf(document)) context.addIssue({ code: 'custom', message });
});
