import { randomUUID } from 'node:crypto';
import {
  visitInvoicePath,
  type VisitCreditAsked,
  type VisitInvoiceAsked,
  type VisitInvoiceFacts,
} from '#contracts';
import { moneyOn, type Money } from '../money/stage.js';
import { startConferences, type ConferenceStage } from '../stage.js';
import { visitAsker, type VisitAsker } from './asker.js';

/** At least as long as settings want it. */
const linkSecret = 'a secret for links of thirty-two letters';

/** Conference registration with money in it, and its queue, into which the service of the visits puts what it asks for. */
export interface VisitMoney extends Pick<VisitAsker, 'asked' | 'send' | 'handled'> {
  readonly stage: ConferenceStage;
  /** The use cases of money on the same database. */
  readonly money: Money;
  /** An organisation that members has told of. @returns its id */
  organisation(this: void, different?: { name?: string; purchaseOrderRequired?: boolean }): Promise<string>;
  /** Asks for an invoice, and waits until the request is handled. */
  invoice(this: void, asked: VisitInvoiceAsked): Promise<void>;
  credit(this: void, asked: VisitCreditAsked): Promise<void>;
  /** All that `study-visits` was told of a charge, the oldest first. */
  told(this: void, chargeId: string): Promise<readonly VisitInvoiceFacts[]>;
  /** The documents of a charge, in the order of their numbers by kind. */
  documents(this: void, chargeId: string): Promise<readonly StagedDocument[]>;
  /** Where whoever has the link finds it. */
  link(this: void, chargeId: string): string;
  stop(this: void): Promise<void>;
}

export interface StagedDocument {
  readonly id: string;
  readonly series: string;
  readonly label: string;
  readonly customerId: string;
  readonly grossPence: number;
  readonly dueOn: string | null;
}

export async function startVisitMoney(): Promise<VisitMoney> {
  const stage = await startConferences({ env: { LINK_SECRET: linkSecret } });
  const money = await moneyOn(stage.system.databaseUrl('conference-registration'));
  const asker = visitAsker(stage, linkSecret);
  const { asked, send, handled, sendAndWait, secretOf } = asker;
  const { query } = stage;

  return {
    stage,
    money,
    asked,
    send,
    handled,
    organisation: async ({ name = 'Borchester Council', purchaseOrderRequired = false } = {}) => {
      const id = randomUUID();
      await query(
        `INSERT INTO organisations (id, name, category, status, billing_address, purchase_order_required, version)
         VALUES ($1, $2, 'full', 'member', '1 Market Square', $3, 1)`,
        [id, name, purchaseOrderRequired],
      );
      return id;
    },
    invoice: async (wanted) => {
      await sendAndWait('study-visits.visit-invoice-requested.v1', wanted.chargeId, wanted);
    },
    credit: async (wanted) => {
      await sendAndWait('study-visits.visit-credit-requested.v1', wanted.chargeId, wanted);
    },
    told: async (chargeId) => {
      const rows = await query<{ payload: VisitInvoiceFacts }>(
        `SELECT payload FROM outbox WHERE type = 'conference-registration.visit-invoice-changed.v1' AND aggregate_id = $1
         ORDER BY position`,
        [chargeId],
      );
      return rows.map(({ payload }) => payload);
    },
    documents: (chargeId) =>
      query(
        `SELECT id, series, label, customer_id AS "customerId", gross_pence AS "grossPence", due_on::text AS "dueOn"
         FROM documents WHERE visit_charge_id = $1 ORDER BY series DESC, number`,
        [chargeId],
      ),
    link: (chargeId) => visitInvoicePath(secretOf(chargeId)),
    stop: async () => {
      await money.close();
      await asker.close();
      await stage.stop();
    },
  };
}
