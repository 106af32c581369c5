import { instantOf } from '#platform';
import type { ListedInvoice } from '../reading/find-invoices.js';
import type { CustomerReading } from '../reading/read-customer.js';
import type { DocumentReading } from '../reading/read-document.js';
import type { PaymentReading } from '../reading/read-payment.js';
import type { CustomerOutput, DocumentOutput, InvoiceOutput, PaymentOutput } from './money.schema.js';

export function documentJson(document: DocumentReading): DocumentOutput {
  const { id, kind, label, customerId, bookingReference, visit, issuedOn, dueOn } = document;
  const { grossPence, outstandingPence, content } = document;
  return {
    id,
    kind,
    label,
    customerId,
    bookingReference,
    visit: visit && { title: visit.title, traveller: visit.traveller },
    issuedOn,
    dueOn,
    grossPence,
    outstandingPence,
    content,
  };
}

export const invoiceJson = (invoice: ListedInvoice): InvoiceOutput => ({
  id: invoice.id,
  label: invoice.label,
  issuedOn: invoice.issuedOn,
  dueOn: invoice.dueOn,
  grossPence: invoice.grossPence,
  outstandingPence: invoice.outstandingPence,
  customerId: invoice.customerId,
  customerName: invoice.customerName,
  bookingReference: invoice.bookingReference,
  conference: invoice.traveller === null ? invoice.occasion : null,
  visit: invoice.traveller === null ? null : { title: invoice.occasion, traveller: invoice.traveller },
  purchaseOrder: invoice.purchaseOrder,
  isOrderMissing: invoice.isOrderMissing,
});

export function customerJson(reading: CustomerReading): CustomerOutput {
  const { customer, account, outstandingPence, creditPence, lines } = reading;
  return {
    id: customer.id,
    name: customer.name,
    organisationId: customer.organisationId,
    outstandingPence,
    creditPence,
    invoices: account.invoices.map(({ id, label, dueOn, outstandingPence: left }) => ({
      id,
      label,
      dueOn,
      outstandingPence: left,
    })),
    credits: account.credits.map(({ kind, id, leftPence }) => ({ kind, id, leftPence })),
    statement: lines.map(({ kind, id, on, label, pence, balancePence }) => ({
      kind,
      id,
      on,
      label,
      pence,
      balancePence,
    })),
  };
}

export function paymentJson({ payment, receipt, parts, leftPence }: PaymentReading): PaymentOutput {
  const { undoneAt } = payment;
  return {
    id: payment.id,
    customerId: payment.customerId,
    direction: payment.direction,
    on: payment.onDate,
    pence: payment.pence,
    method: payment.method,
    reference: payment.reference,
    note: payment.note,
    recordedBy: payment.recordedByName,
    receiptId: receipt?.id ?? null,
    parts: parts.map(({ kind, id, pence, isUndone }) => ({ kind, id, pence, isUndone })),
    leftPence,
    undone: undoneAt && {
      at: instantOf(undoneAt).toString(),
      reason: payment.undoneReason ?? '',
      by: payment.undoneByName ?? '',
    },
  };
}
