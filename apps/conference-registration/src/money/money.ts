import { CustomerAccount } from './customer-account.js';
import { CustomerOf } from './customer-of.js';
import { InvoicedLines } from './invoiced-lines.js';
import { IssueCreditNote } from './issue-credit-note.js';
import { IssueInvoice } from './issue-invoice.js';
import { IssueReceipt } from './issue-receipt.js';
import { ReissueInvoice } from './reissue-invoice.js';
import { WriteDocument } from './write-document.js';

/** What issues documents and settles them. */
export const moneyProviders = [
  CustomerOf,
  CustomerAccount,
  InvoicedLines,
  WriteDocument,
  IssueInvoice,
  IssueCreditNote,
  IssueReceipt,
  ReissueInvoice,
];
