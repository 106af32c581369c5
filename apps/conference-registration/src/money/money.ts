import { FindBillingAddress } from './billing-address.js';
import { CustomerAccount } from './customer-account.js';
import { CustomerOf } from './customer-of.js';
import { SendReceipt } from './emails/send-receipt.js';
import { InvoicedLines } from './invoiced-lines.js';
import { IssueCreditNote } from './issue-credit-note.js';
import { IssueInvoice } from './issue-invoice.js';
import { IssueReceipt } from './issue-receipt.js';
import { ReissueInvoice } from './reissue-invoice.js';
import { RecordPayment } from './payments/record-payment.js';
import { RecordRefund } from './payments/record-refund.js';
import { UndoPayment } from './payments/undo-payment.js';
import { UseCredit } from './payments/use-credit.js';
import { WriteDocument } from './write-document.js';

/** What issues documents and records payments. */
export const moneyProviders = [
  CustomerOf,
  CustomerAccount,
  InvoicedLines,
  WriteDocument,
  IssueInvoice,
  IssueCreditNote,
  IssueReceipt,
  ReissueInvoice,
  FindBillingAddress,
  SendReceipt,
  RecordPayment,
  UndoPayment,
  UseCredit,
  RecordRefund,
];
