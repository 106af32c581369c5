import { randomUUID } from 'node:crypto';
import type { VisitCreditAsked, VisitInvoiceAsked } from '#contracts';
import { AskForMail, Outbox } from '#messaging';
import { FindOrganisation } from '#people';
import type { Actor } from '#platform';
import { BookingHistory } from '../../../apps/conference-registration/src/bookings/booking-history.js';
import { SecretLinks } from '../../../apps/conference-registration/src/links/secret-links.js';
import {
  CreditInvoice,
  type CreditInput,
} from '../../../apps/conference-registration/src/money/credit-invoice.js';
import { CustomerOf } from '../../../apps/conference-registration/src/money/customer-of.js';
import { SendIssued } from '../../../apps/conference-registration/src/money/emails/send-issued.js';
import { InvoicedLines } from '../../../apps/conference-registration/src/money/invoiced-lines.js';
import { WriteDocument } from '../../../apps/conference-registration/src/money/write-document.js';
import { CreditVisit } from '../../../apps/conference-registration/src/visits/credit-visit.js';
import { SendVisitDocuments } from '../../../apps/conference-registration/src/visits/emails/send-visit-documents.js';
import { IssueVisitInvoice } from '../../../apps/conference-registration/src/visits/issue-visit-invoice.js';
import { OnVisitInvoiceRequested } from '../../../apps/conference-registration/src/visits/messages/on-visit-invoice-requested.js';
import { TellVisitInvoices } from '../../../apps/conference-registration/src/visits/tell-visit-invoices.js';
import { VisitLinks } from '../../../apps/conference-registration/src/visits/visit-links.js';
import type { Money } from '../money/stage.js';

/** What handles requests, called by itself: to see what it throws, and to have it run beside itself. */
export function visitUseCases({ dataSource, settings, clock, transactions, creditNotes }: Money) {
  const outbox = new Outbox('conference-registration');
  const mails = new AskForMail(outbox, 'conference-registration');
  const links = new VisitLinks(settings);
  const tell = new TellVisitInvoices(outbox);
  const mail = new SendVisitDocuments(mails, links, settings);
  const issue = new IssueVisitInvoice(
    new FindOrganisation(dataSource),
    new CustomerOf(),
    new WriteDocument(),
    links,
    mail,
    tell,
    settings,
    () => clock.now,
  );
  const credit = new CreditVisit(new InvoicedLines(), creditNotes, mail, tell);
  const byHand = new CreditInvoice(
    transactions,
    creditNotes,
    new BookingHistory(() => clock.now),
    new SendIssued(mails, new SecretLinks(settings), settings),
    mail,
    tell,
  );
  return {
    onInvoice: new OnVisitInvoiceRequested(issue),
    issue: (asked: VisitInvoiceAsked) =>
      transactions.run((manager) => issue.run(manager, asked, randomUUID())),
    credit: (asked: VisitCreditAsked) =>
      transactions.run((manager) => credit.run(manager, asked, randomUUID())),
    creditByHand: (actor: Actor, input: CreditInput) => byHand.run(actor, input),
  };
}

export type VisitUseCases = ReturnType<typeof visitUseCases>;
