import { randomUUID } from 'node:crypto';
import { accepted } from '#checks';
import type { VisitInvoiceFacts } from '#contracts';
import { actor, moneyOn } from '../../conference-registration/money/stage.js';
import { textOf } from '../../members/browsing.js';
import { until } from '../../until.js';
import {
  staffPerson,
  startVisits,
  type StagedTraveller,
  type StagedVisit,
  type TravellerSetUp,
} from '../stage.js';

/** A charge, as its row has it. */
export interface StagedCharge {
  readonly id: string;
  readonly kind: string;
  readonly netPence: number;
  readonly creditAskedPence: number;
  readonly invoice: VisitInvoiceFacts | null;
}

/** What a form says: the traveller's organisation pays. */
export const payer = {
  who: 'organisation',
  name: 'Accounts payable',
  address: '',
  email: '',
  purchaseOrder: '4500',
};

/** Where a traveller finds what they are to pay. */
export const ownPath = ({ secret }: StagedTraveller) => `/visits/travellers/${secret}/money`;

/** The visits beside conference registration, which issues their invoices. */
export async function startInvoicing() {
  const stage = await startVisits({ apps: ['study-visits', 'conference-registration'] });
  const money = await moneyOn(stage.system.databaseUrl('conference-registration'));
  const councilId = randomUUID();
  for (const query of [stage.query, money.dataSource.query.bind(money.dataSource)]) {
    await query(
      `INSERT INTO organisations (id, name, category, status, billing_address, version)
       VALUES ($1, 'Borchester Council', 'full', 'member', '1 Market Square', 1)`,
      [councilId],
    );
  }

  const oneMore = (visit: StagedVisit, setUp: TravellerSetUp = {}) =>
    stage.traveller(visit, { organisationId: councilId, organisationName: 'Borchester Council', ...setUp });
  const travelling = async (setUp: TravellerSetUp = {}) => {
    const visit = await stage.visit();
    return { visit, traveller: await oneMore(visit, setUp) };
  };
  const send = (path: string, values: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(stage.url + path, {
      method: 'POST',
      headers: { origin: 'http://localhost:1', 'sec-fetch-site': 'same-origin', ...headers },
      body: new URLSearchParams(values),
      redirect: 'manual',
    });
  const charges = ({ id }: { readonly id: string }) =>
    stage.query<StagedCharge>(
      `SELECT id, kind, net_pence AS "netPence", credit_asked_pence AS "creditAskedPence", invoice
       FROM traveller_charges WHERE traveller_id = $1 ORDER BY kind DESC`,
      [id],
    );
  const heard = (traveller: StagedTraveller, state: string) =>
    until(async () => {
      const rows = await charges(traveller);
      return rows.length > 0 && rows.every(({ invoice }) => invoice?.state === state);
    });
  const ofCharge = async (column: 'id' | 'customer_id', chargeId: string): Promise<string> => {
    const [row] = await money.dataSource.query<{ id: string }[]>(
      `SELECT ${column} AS id FROM documents WHERE visit_charge_id = $1 AND series = 'invoice'`,
      [chargeId],
    );
    return row?.id ?? '';
  };

  return {
    stage,
    money,
    staff: await stage.headers(staffPerson),
    conferenceUrl: stage.system.urls['conference-registration'] ?? '',
    /** A traveller of an organisation, whose place costs £950.00, £150.00 of it as a deposit; with a visit of their own. */
    travelling,
    /** One more of the same visit. */
    oneMore,
    /** Sends a form as a browser does. */
    send,
    /** What a page says. */
    textAt: async (path: string, headers: Record<string, string> = {}) =>
      textOf(await (await fetch(stage.url + path, { headers })).text()),
    charges,
    /** Waits until all of a traveller's charges are heard to stand so. */
    heard,
    /** A traveller who has said who pays, and whose invoices are heard of. */
    invoiced: async (setUp: TravellerSetUp = {}) => {
      const found = await travelling(setUp);
      expect((await send(ownPath(found.traveller), payer)).status).toBe(303);
      await heard(found.traveller, 'issued');
      return found;
    },
    /** Has the treasurer record a payment for the invoices of these charges, all of one customer. */
    pay: async (pence: number, ...chargeIds: readonly string[]) => {
      const invoiceIds = await Promise.all(chargeIds.map((id) => ofCharge('id', id)));
      return money.payments.run(actor, {
        customerId: await ofCharge('customer_id', chargeIds[0] ?? ''),
        pence: accepted(pence),
        on: accepted('2026-05-01'),
        method: 'bank-transfer',
        reference: '',
        note: '',
        choice: { which: 'chosen', invoiceIds },
        seenPlan: null,
      });
    },
    stop: async () => {
      await money.dataSource.destroy();
      await stage.stop();
    },
  };
}

export type Invoicing = Awaited<ReturnType<typeof startInvoicing>>;
