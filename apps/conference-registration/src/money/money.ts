import { DocumentsController } from './api/documents.controller.js';
import { PaymentsController } from './api/payments.controller.js';
import { FindBillingAddress } from './billing-address.js';
import { BookingDocumentPage } from './booking-documents/booking-document.page.js';
import { CreditInvoice } from './credit-invoice.js';
import { CustomerAccount } from './customer-account.js';
import { CustomerOf } from './customer-of.js';
import { SendIssued } from './emails/send-issued.js';
import { SendReceipt } from './emails/send-receipt.js';
import { InvoicedLines } from './invoiced-lines.js';
import { IssueCreditNote } from './issue-credit-note.js';
import { IssueInvoice } from './issue-invoice.js';
import { IssueReceipt } from './issue-receipt.js';
import { CreditNotePage } from './pages/credit-note.page.js';
import { CustomerPage } from './pages/customer.page.js';
import { CustomersPage } from './pages/customers.page.js';
import { DocumentPage } from './pages/document.page.js';
import { InvoicesPage } from './pages/invoices.page.js';
import { NewPaymentPage } from './pages/new-payment.page.js';
import { NewRefundPage } from './pages/new-refund.page.js';
import { OverviewPage } from './pages/overview.page.js';
import { PaymentPage } from './pages/payment.page.js';
import { UseCreditPage } from './pages/use-credit.page.js';
import { PlanPayment } from './payments/plan-payment.js';
import { RecordPayment } from './payments/record-payment.js';
import { RecordRefund } from './payments/record-refund.js';
import { UndoPayment } from './payments/undo-payment.js';
import { UseCredit } from './payments/use-credit.js';
import { EnterPurchaseOrder } from './purchase-orders/enter-purchase-order.js';
import { FindOtherOrders } from './purchase-orders/find-other-orders.js';
import { PurchaseOrderPage } from './purchase-orders/pages/purchase-order.page.js';
import { RemindOfOrder } from './purchase-orders/remind-of-order.js';
import { RemindOfOrdersSchedule } from './purchase-orders/remind-of-orders.schedule.js';
import { FindCustomers } from './reading/find-customers.js';
import { FindInvoices } from './reading/find-invoices.js';
import { ReadCustomer } from './reading/read-customer.js';
import { ReadDocument } from './reading/read-document.js';
import { ReadOverview } from './reading/read-overview.js';
import { ReadPayment } from './reading/read-payment.js';
import { ReissueInvoice } from './reissue-invoice.js';
import { WriteDocument } from './write-document.js';

/** The treasurer's pages, what bookers see of the money, and the same for programs. */
export const moneyPages = [
  OverviewPage,
  InvoicesPage,
  CustomersPage,
  CustomerPage,
  UseCreditPage,
  DocumentPage,
  CreditNotePage,
  NewPaymentPage,
  PaymentPage,
  NewRefundPage,
  BookingDocumentPage,
  PurchaseOrderPage,
  DocumentsController,
  PaymentsController,
];

/** What is done by the clock. */
export const moneySchedules = [RemindOfOrdersSchedule];

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
  SendIssued,
  CreditInvoice,
  PlanPayment,
  RecordPayment,
  UndoPayment,
  UseCredit,
  RecordRefund,
  EnterPurchaseOrder,
  FindOtherOrders,
  RemindOfOrder,
  FindInvoices,
  FindCustomers,
  ReadOverview,
  ReadCustomer,
  ReadDocument,
  ReadPayment,
];
