import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { visitInvoiceLinks, type VisitInvoiceAsked } from '#contracts';
import { jobOf, openQueues } from '#messaging';
import { LinkSecrets } from '#platform';
import { until } from '../../until.js';
import type { ConferenceStage } from '../stage.js';

export type AskedType = 'study-visits.visit-invoice-requested.v1' | 'study-visits.visit-credit-requested.v1';

/** Puts what the service of the visits asks for into the queue of conference registration. */
export interface VisitAsker {
  /** What is to be paid, as `study-visits` asks for it. */
  asked(this: void, different?: Partial<VisitInvoiceAsked>): VisitInvoiceAsked;
  /** Puts a message of `study-visits` into the queue, as agreed or not. @returns its id */
  send(this: void, type: AskedType, about: string, payload: object): Promise<string>;
  /** The same, until it is handled. */
  sendAndWait(this: void, type: AskedType, about: string, payload: object): Promise<void>;
  /** Whether a message was handled. */
  handled(this: void, id: string): Promise<boolean>;
  /** What stands in the link to the invoice of a charge. */
  secretOf(this: void, chargeId: string): string;
  close(this: void): Promise<void>;
}

const visit = {
  id: randomUUID(),
  title: 'Study visit to Mondragón',
  firstDay: '2035-03-11',
  lastDay: '2035-03-16',
  path: '/visits/mondragon-2035',
};

/** @param linkSecret that of the stage's links */
export function visitAsker({ system, query }: ConferenceStage, linkSecret: string): VisitAsker {
  const queues = openQueues({ QUEUE_URL: system.adminUrl });
  const queue = queues.queue('conference-registration');
  const links = new LinkSecrets<'charge'>(linkSecret, visitInvoiceLinks);
  const send: VisitAsker['send'] = async (type, about, payload) => {
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
  return {
    send,
    handled,
    sendAndWait: async (type, about, payload) => {
      const id = await send(type, about, payload);
      await until(() => handled(id));
    },
    secretOf: (chargeId) => links.secretOf('charge', chargeId),
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
    close: async () => {
      await queue.close();
      await queues.close();
    },
  };
}
