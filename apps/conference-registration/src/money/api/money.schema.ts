import { z } from 'zod';
import { pageOf, paging } from '#platform';
import { billingDocument } from '../../documents/billing-document.js';
import { documentKinds } from '../domain/document.js';
import { invoiceStates } from '../domain/invoice-list.js';
import { paymentMethods } from '../domain/payment.js';

const pence = z.int().meta({ description: 'Whole pence.' });
const day = z.iso.date().meta({ examples: ['2027-03-09'] });

const visit = z
  .strictObject({ title: z.string(), traveller: z.string() })
  .meta({ id: 'InvoicedVisit', description: 'The study visit that it is for, and who travels.' });

export const documentOutput = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(documentKinds),
    label: z.string().meta({ examples: ['INV-00012'] }),
    customerId: z.uuid(),
    bookingReference: z.string().nullable(),
    visit: visit.nullable(),
    issuedOn: day,
    dueOn: day.nullable(),
    grossPence: pence.meta({ description: 'With VAT; of a receipt the payment.' }),
    outstandingPence: pence.meta({ description: 'Of an invoice; otherwise 0.' }),
    content: billingDocument.meta({ description: 'All that it says, as it was issued.' }),
  })
  .meta({ id: 'Document' });

export const documentsOutput = z
  .strictObject({ items: z.array(documentOutput) })
  .meta({ id: 'Documents', description: 'The oldest first.' });

export const invoiceOutput = z
  .strictObject({
    id: z.uuid(),
    label: z.string(),
    issuedOn: day,
    dueOn: day,
    grossPence: pence,
    outstandingPence: pence,
    customerId: z.uuid(),
    customerName: z.string(),
    bookingReference: z.string().nullable().meta({ description: '`null`: it is for a study visit.' }),
    conference: z.string().nullable().meta({ description: '`null`: it is for a study visit.' }),
    visit: visit.nullable(),
    purchaseOrder: z.string().nullable().meta({ description: 'Of the booking or visit, as it is now.' }),
    isOrderMissing: z.boolean(),
  })
  .meta({ id: 'Invoice' });

export const invoicesPage = pageOf(invoiceOutput).meta({ id: 'Invoices' });

export const invoicesQuery = z.strictObject({
  q: z
    .string()
    .max(100)
    .default('')
    .meta({ description: 'Part of a number, name, booking or purchase order.' }),
  state: z.enum(invoiceStates).default('open'),
  order: z
    .enum(['any', 'missing'])
    .default('any')
    .meta({ description: '`missing`: without the one that is needed.' }),
  occasion: z.uuid().optional().meta({ description: 'The id of a conference or a study visit.' }),
  conference: z.uuid().optional().meta({ description: 'The same, for conferences alone.' }),
  ...paging,
});

const source = z.strictObject({ kind: z.enum(['payment', 'credit-note']), id: z.uuid(), leftPence: pence });

export const customerOutput = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    organisationId: z.string().nullable().meta({ description: '`null`: a guest.' }),
    outstandingPence: pence,
    creditPence: pence,
    invoices: z.array(
      z.strictObject({ id: z.uuid(), label: z.string(), dueOn: day, outstandingPence: pence }),
    ),
    credits: z.array(source).meta({ description: 'Payments and credit notes that are not used up.' }),
    statement: z.array(
      z.strictObject({
        kind: z.enum(['invoice', 'credit-note', 'payment', 'refund']),
        id: z.uuid(),
        on: day,
        label: z.string(),
        pence,
        balancePence: pence.meta({ description: 'What is owed after it.' }),
      }),
    ),
  })
  .meta({ id: 'Customer' });

const moved = {
  customerId: z.uuid(),
  pence: z.number().meta({ description: 'Whole pence, more than 0.' }),
  on: z.iso.date().meta({ description: 'The day on the bank’s statement.' }),
  method: z.enum(paymentMethods),
  reference: z.string().default(''),
  note: z.string().default(''),
};

export const paymentInput = z
  .strictObject({
    ...moved,
    invoiceIds: z.array(z.uuid()).nullable().default(null).meta({
      description: 'In the order in which they are paid; `null`: the oldest first; `[]`: all is credit.',
    }),
  })
  .meta({ id: 'PaymentInput' });

export const refundInput = z.strictObject(moved).meta({ id: 'RefundInput' });
export const undoInput = z.strictObject({ reason: z.string() }).meta({ id: 'UndoInput' });
export const creditUseInput = z.strictObject({ invoiceIds: z.array(z.uuid()) }).meta({ id: 'CreditUse' });
export const creditNoteInput = z
  .strictObject({
    lines: z.array(z.int()).nullable().default(null).meta({ description: 'Numbers of lines; `null`: all.' }),
    percent: z.number().meta({ description: '1 to 100, of what was invoiced.' }),
    reason: z.string(),
  })
  .meta({ id: 'CreditNoteInput' });

export const purchaseOrderInput = z
  .strictObject({
    purchaseOrder: z.string(),
    issueAgain: z.boolean().default(false).meta({ description: 'Issue invoices without it again.' }),
  })
  .meta({ id: 'PurchaseOrderInput' });

export const purchaseOrderOutput = z
  .strictObject({ purchaseOrder: z.string(), issuedAgain: z.array(z.string()) })
  .meta({ id: 'PurchaseOrder' });

export const paymentOutput = z
  .strictObject({
    id: z.uuid(),
    customerId: z.uuid(),
    direction: z.enum(['in', 'out']),
    on: day,
    pence,
    method: z.enum(paymentMethods),
    reference: z.string(),
    note: z.string(),
    recordedBy: z.string(),
    receiptId: z.uuid().nullable(),
    parts: z.array(
      z.strictObject({
        kind: z.enum(['invoice', 'credit-note', 'payment', 'refund']),
        id: z.uuid(),
        pence,
        isUndone: z.boolean(),
      }),
    ),
    leftPence: pence.meta({ description: 'Of a payment that came in: kept as credit.' }),
    undone: z.strictObject({ at: z.iso.datetime(), reason: z.string(), by: z.string() }).nullable(),
  })
  .meta({ id: 'Payment' });

export type DocumentOutput = z.output<typeof documentOutput>;
export type CustomerOutput = z.output<typeof customerOutput>;
export type PaymentOutput = z.output<typeof paymentOutput>;
export type InvoiceOutput = z.output<typeof invoiceOutput>;
