import { VisitChargesController } from './api/visit-charges.controller.js';
import { CreditVisit } from './credit-visit.js';
import { SendVisitDocuments } from './emails/send-visit-documents.js';
import { EnterVisitOrder } from './enter-visit-order.js';
import { FindVisitCharge } from './find-visit-charge.js';
import { IssueVisitInvoice } from './issue-visit-invoice.js';
import { ListVisitCharges } from './list-visit-charges.js';
import { OnVisitCreditRequested } from './messages/on-visit-credit-requested.js';
import { OnVisitInvoiceRequested } from './messages/on-visit-invoice-requested.js';
import { VisitChargePage } from './pages/visit-charge.page.js';
import { VisitOrderPage } from './pages/visit-order.page.js';
import { RemindOfVisitOrder } from './remind-of-visit-order.js';
import { RemindOfVisitOrdersSchedule } from './remind-of-visit-orders.schedule.js';
import { TellVisitInvoices } from './tell-visit-invoices.js';
import { VisitLinks } from './visit-links.js';

/** What invoices places on study visits, and tells how that stands. */
export const visitProviders = [
  VisitLinks,
  SendVisitDocuments,
  TellVisitInvoices,
  IssueVisitInvoice,
  CreditVisit,
  FindVisitCharge,
  ListVisitCharges,
  EnterVisitOrder,
  RemindOfVisitOrder,
];

/** What handles what `study-visits` asks for. */
export const visitHandlers = [OnVisitInvoiceRequested, OnVisitCreditRequested];

/** What those who pay see of it. */
export const visitControllers = [VisitChargePage, VisitOrderPage, VisitChargesController];

/** What is done by the clock. */
export const visitSchedules = [RemindOfVisitOrdersSchedule];
