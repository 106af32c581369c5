import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase } from '#launcher';
import { AskForMail, Outbox } from '#messaging';
import { byItself, ChangeNotices, createLog, Transactions, type Actor } from '#platform';
import { createDataSource } from '../../../apps/conference-registration/src/data-source.js';
import { FindBillingAddress } from '../../../apps/conference-registration/src/money/billing-address.js';
import { CustomerAccount } from '../../../apps/conference-registration/src/money/customer-account.js';
import { CustomerOf } from '../../../apps/conference-registration/src/money/customer-of.js';
import type { BilledBooking } from '../../../apps/conference-registration/src/money/domain/bill-to.js';
import { SendReceipt } from '../../../apps/conference-registration/src/money/emails/send-receipt.js';
import { InvoicedLines } from '../../../apps/conference-registration/src/money/invoiced-lines.js';
import { IssueCreditNote } from '../../../apps/conference-registration/src/money/issue-credit-note.js';
import { IssueInvoice } from '../../../apps/conference-registration/src/money/issue-invoice.js';
import { IssueReceipt } from '../../../apps/conference-registration/src/money/issue-receipt.js';
import { RecordPayment } from '../../../apps/conference-registration/src/money/payments/record-payment.js';
import { RecordRefund } from '../../../apps/conference-registration/src/money/payments/record-refund.js';
import { UndoPayment } from '../../../apps/conference-registration/src/money/payments/undo-payment.js';
import { UseCredit } from '../../../apps/conference-registration/src/money/payments/use-credit.js';
import { SecretLinks } from '../../../apps/conference-registration/src/links/secret-links.js';
import { RemindOfOrder } from '../../../apps/conference-registration/src/money/purchase-orders/remind-of-order.js';
import { ReissueInvoice } from '../../../apps/conference-registration/src/money/reissue-invoice.js';
import { newReference } from '../../../apps/conference-registration/src/bookings/domain/reference.js';
import { readConferenceSettings } from '../../../apps/conference-registration/src/settings.js';
import { TellVisitInvoices } from '../../../apps/conference-registration/src/visits/tell-visit-invoices.js';
import { WriteDocument } from '../../../apps/conference-registration/src/money/write-document.js';

export const actor: Actor = { identity: byItself('Terry Treasurer'), requestId: 'test' };

/** A database of its own with one conference, and the use cases of money on it. */
export async function setTheStage(account?: CustomerAccount) {
  const database = await createTestDatabase();
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  await admin.query('SET search_path TO conference_registration');
  const money = await moneyOn(database.url('conference-registration'), account);
  return {
    ...money,
    admin,
    async close() {
      await money.close();
      await admin.end();
      await database.drop();
    },
  };
}

/** The use cases of money on a database, with one conference more in it. */
export async function moneyOn(url: string, account = new CustomerAccount()) {
  const dataSource = await createDataSource(url).initialize();
  const settings = readConferenceSettings({
    LISTEN_PORT: '0',
    PUBLIC_URL: 'http://localhost',
    SHELL_URL: 'http://localhost',
    DATABASE_URL: url,
    LINK_SECRET: 'a secret of at least thirty-two letters',
  });
  const clock = { now: Temporal.Instant.from('2027-03-01T12:00:00Z') };
  const now = () => clock.now;
  const transactions = new Transactions(
    dataSource,
    new ChangeNotices(url, 'none', createLog('conference-registration', 'silent')),
  );
  const write = new WriteDocument();
  const invoiced = new InvoicedLines();
  const creditNotes = new IssueCreditNote(invoiced, account, write, now);
  const receipts = new IssueReceipt(write, settings, now);
  const outbox = new Outbox('conference-registration');
  const tell = new TellVisitInvoices(outbox);
  const mails = new AskForMail(outbox, 'conference-registration');
  const mail = new SendReceipt(mails, settings);
  const conferenceId = await addConference(dataSource);
  const ticketTypeId = await addTicket(dataSource, conferenceId);
  return {
    dataSource,
    settings,
    clock,
    transactions,
    account,
    conferenceId,
    invoices: new IssueInvoice(new CustomerOf(), write, settings, now),
    creditNotes,
    reissue: new ReissueInvoice(invoiced, creditNotes, account, write, settings, now),
    payments: new RecordPayment(transactions, account, receipts, new FindBillingAddress(), mail, tell, now),
    undo: new UndoPayment(transactions, account, tell, now),
    credit: new UseCredit(transactions, account, tell, now),
    refunds: new RecordRefund(transactions, account, now),
    reminders: new RemindOfOrder(transactions, mails, new SecretLinks(settings), settings, now),
    /** A confirmed booking of so many places at a price each. */
    booking: (places: number, netPence = 19_500, organisationId: string | null = uuidv7()) =>
      addBooking(dataSource.manager, { conferenceId, ticketTypeId, places, netPence, organisationId }),
    close: () => dataSource.destroy(),
  };
}

export type Money = Awaited<ReturnType<typeof moneyOn>>;
export type Stage = Awaited<ReturnType<typeof setTheStage>>;

async function addConference(dataSource: DataSource): Promise<string> {
  const id = uuidv7();
  await dataSource.query(
    `INSERT INTO conferences (id, slug, title, first_day, last_day, zone, summary, description, terms, payment_days,
       offer_working_days, status, version, created_at, changed_at)
     VALUES ($1, 'annual-2027-money', 'Annual Conference 2027', '2027-10-05', '2027-10-06', 'Europe/London', '', '', '', 30, 3,
       'open', 1, now(), now())`,
    [id],
  );
  return id;
}

async function addTicket(dataSource: DataSource, conferenceId: string): Promise<string> {
  const id = uuidv7();
  await dataSource.query(
    `INSERT INTO ticket_types (id, conference_id, position, kind, name, description, format, vat_basis_points, hidden,
       least, needs_approval)
     VALUES ($1, $2, 1, 'ticket', 'Both days', '', 'in-person', 2000, false, 0, false)`,
    [id, conferenceId],
  );
  return id;
}

interface WantedBooking {
  readonly conferenceId: string;
  readonly ticketTypeId: string;
  readonly places: number;
  readonly netPence: number;
  readonly organisationId: string | null;
}

/** A booking with its places, as far as money is concerned. */
export interface StagedBooking extends BilledBooking {
  readonly placeIds: readonly string[];
}

async function addBooking(manager: EntityManager, wanted: WantedBooking): Promise<StagedBooking> {
  const id = uuidv7();
  const booking: BilledBooking = {
    id,
    reference: newReference(),
    conferenceId: wanted.conferenceId,
    bookedFor: wanted.organisationId === null ? 'guest' : 'organisation',
    organisationId: wanted.organisationId,
    organisationName: 'Example Council',
    bookerName: 'Bo Booker',
    bookerEmail: 'bo@example.org',
    purchaseOrder: null,
    billTo: {
      name: 'Example Council, Finance',
      address: '1 Sample Street\nNowhere',
      email: 'finance@example.org',
    },
  };
  await manager.query(
    `INSERT INTO bookings (id, reference, conference_id, status, booked_for, organisation_id, organisation_name, category,
       booker_name, booker_email, bill_to, payment, version, created_at, confirmed_at)
     VALUES ($1, $2, $3, 'confirmed', $4, $5, $6, 'full', $7, $8, $9, 'invoice', 1, now(), now())`,
    [
      id,
      booking.reference,
      booking.conferenceId,
      booking.bookedFor,
      booking.organisationId,
      booking.organisationName,
      booking.bookerName,
      booking.bookerEmail,
      JSON.stringify(booking.billTo),
    ],
  );
  const placeIds = Array.from({ length: wanted.places }, () => uuidv7());
  for (const [index, placeId] of placeIds.entries()) {
    const delegateId = uuidv7();
    await manager.query(
      `INSERT INTO delegates (id, booking_id, conference_id, number, status, name, version)
       VALUES ($1, $2, $3, $4, 'confirmed', $5, 1)`,
      [delegateId, id, wanted.conferenceId, index + 1, `Delegate ${index + 1}`],
    );
    await manager.query(
      `INSERT INTO places (id, conference_id, ticket_type_id, status, count_ids, booking_id, delegate_id, net_pence,
         vat_basis_points, made_at)
       VALUES ($1, $2, $3, 'confirmed', '{}', $4, $5, $6, 2000, now())`,
      [placeId, wanted.conferenceId, wanted.ticketTypeId, id, delegateId, wanted.netPence],
    );
  }
  return { ...booking, placeIds };
}
