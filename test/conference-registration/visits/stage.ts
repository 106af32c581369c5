import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import {
  visitInvoiceLinks,
  visitInvoicePath,
  type VisitCreditAsked,
  type VisitInvoiceAsked,
  type VisitInvoiceFacts,
} from '#contracts';
import { jobOf, openQueues } from '#messaging';
import { LinkSecrets } from '#platform';
import { until } from '../../until.js';
import { moneyOn, type Money } from '../money/stage.js';
import { startConferences, type ConferenceStage } from '../stage.js';

const app = 'conference-registration';

type Type = 'study-visits.visit-invoice-requested.v1' | 'study-visits.visit-credit-requested.v1';

/** At least as long as settings want it. */
const linkSecret = 'a secret for links of thirty-two letters';

/** Conference registration with money in it, and its queue, into which the service of the visits puts what it asks for. */
export interface VisitMoney {
  readonly stage: ConferenceStage;
  /** The use cases of money on the same database. */
  readonly money: Money;
  /** An organisation that members has told of. @returns its id */
  organisation(this: void, different?: { name?: string; purchaseOrderRequired?: boolean }): Promise<string>;
  /** What is to be paid, as `study-visits` asks for it. */
  asked(this: void, different?: Partial<VisitInvoiceAsked>): VisitInvoiceAsked;
  /** Puts a message of `study-visits` into the queue, as agreed or not. @returns its id */
  send(this: void, type: Type, about: string, payload: object): Promise<string>;
  /** Asks for an invoice, and waits until the request is handled. */
  invoice(this: void, asked: VisitInvoiceAsked): Promise<void>;
  credit(this: void, asked: VisitCreditAsked): Promise<void>;
  /** Whether a message was handled. */
  handled(this: void, id: string): Promise<boolean>;
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

const visit = {
  id: randomUUID(),
  title: 'Study visit to Mondragón',
  firstDay: '2035-03-11',
  lastDay: '2035-03-16',
  path: '/visits/mondragon-2035',
};

export async function startVisitMoney(): Promise<VisitMoney> {
  const stage = await startConferences({ env: { LINK_SECRET: linkSecret } });
  const money = await moneyOn(stage.system.databaseUrl(app));
  const queues = openQueues({ QUEUE_URL: stage.system.adminUrl });
  const queue = queues.queue(app);
  const links = new LinkSecrets<'charge'>(linkSecret, visitInvoiceLinks);
  const { query } = stage;

  const send: VisitMoney['send'] = async (type, about, payload) => {
    const id = uuidv7();
    const aggregate = { id: about, version: 1 };
    const at = new Date().toISOString();
    const message = { id, type, aggregate, correlationId: randomUUID(), at, payload };
    const { name, data, opts } = jobOf(type, id, message);
    await queue.add(name, data, opts);
    return id;
  };
  const handled = async (id: string) =>
    (await query('SELECT FROM inbox WHERE message_id = $1', [id])).length === 1;
  const sendAndWait: VisitMoney['send'] = async (type, about, payload) => {
    const id = await send(type, about, payload);
    await until(() => handled(id));
    return id;
  };

  return {
    stage,
    money,
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
    asked: (different = {}) => ({
      chargeId: randomUUID(),
      kind: 'deposit',
      visit,
      traveller: { id: randomUUID(), name: 'Alex Example', personId: null },
      organisationId: null,
      billTo: { name: 'Alex Example', address: '2 Low Street', email: null },
      contact: { personId: null, name: 'Alex Example', email: `alex.${randomUUID()}@example.org` },
      purchaseOrder: null,
      lines: [{ description: 'Deposit: Alex Example', netPence: 20_000, vatBasisPoints: 0 }],
      dueOn: '2035-01-15',
      ...different,
    }),
    invoice: async (asked) => {
      await sendAndWait('study-visits.visit-invoice-requested.v1', asked.chargeId, asked);
    },
    credit: async (asked) => {
      await sendAndWait('study-visits.visit-credit-requested.v1', asked.chargeId, asked);
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
    link: (chargeId) => visitInvoicePath(links.secretOf('charge', chargeId)),
    stop: async () => {
      await money.close();
      await queue.close();
      await queues.close();
      await stage.stop();
    },
  };
}
