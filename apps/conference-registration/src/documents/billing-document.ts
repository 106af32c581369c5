import { z } from 'zod';

const pence = z.int();
const day = z.iso.date();

const line = z.strictObject({
  description: z.string(),
  /** For credit notes as well, amounts are positive. */
  netPence: pence,
  /** Hundredths of a per cent: 2000 is 20 %. */
  vatBasisPoints: z.int(),
  vatPence: pence,
  grossPence: pence,
});

/** Everything that an issued document says; kept as it is with the document, whose page and PDF are made from it alone. */
export const billingDocument = z.strictObject({
  kind: z.enum(['invoice', 'credit-note', 'receipt']),
  /** "INV-00012" */
  label: z.string(),
  issuedOn: day,
  /** Of invoices. */
  dueOn: day.nullable(),
  seller: z.strictObject({
    name: z.string(),
    /** Lines, `\n` between them. */
    address: z.string(),
    /** `null`: not registered for VAT. */
    vatNumber: z.string().nullable(),
  }),
  billTo: z.strictObject({
    name: z.string(),
    /** Lines, `\n` between them; may be empty. */
    address: z.string(),
  }),
  /** The customer's purchase order. */
  purchaseOrder: z.string().nullable(),
  /** What was booked; `null` for receipts, which may be for several bookings. */
  about: z
    .strictObject({
      conference: z.string(),
      firstDay: day,
      lastDay: day,
      /** "CN-7K3QFM" */
      bookingReference: z.string(),
      bookedBy: z.string(),
    })
    .nullable(),
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
});

export type BillingDocument = z.infer<typeof billingDocument>;
