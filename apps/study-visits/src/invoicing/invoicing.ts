import { MoneyController } from './api/money.controller.js';
import { AskForCredit } from './ask-for-credit.js';
import { AskForInvoices } from './ask-for-invoices.js';
import { EndCharges } from './end-charges.js';
import { InvoiceLinks } from './invoice-links.js';
import { LastPayer } from './last-payer.js';
import { OnVisitInvoiceChanged } from './messages/on-visit-invoice-changed.js';
import { MoneyReadiness } from './money-readiness.js';
import { MoveCharges } from './move-charges.js';
import { OwnMoneyPage } from './pages/own-money.page.js';
import { PayerPage } from './pages/payer.page.js';
import { VisitMoneyPage } from './pages/visit-money.page.js';
import { ReadMoney } from './read-money.js';
import { SayPayer } from './say-payer.js';

export const invoicingPages = [VisitMoneyPage, PayerPage, OwnMoneyPage, MoneyController];

export const invoicingProviders = [
  AskForInvoices,
  AskForCredit,
  EndCharges,
  LastPayer,
  MoveCharges,
  SayPayer,
  ReadMoney,
  InvoiceLinks,
  MoneyReadiness,
];

export const invoicingHandlers = [OnVisitInvoiceChanged];
