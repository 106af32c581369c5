import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import type { VisitInvoiceFacts } from '#contracts';
import { Outbox } from '#messaging';
import { outstanding } from '../money/settled.js';
import { chargeState } from './domain/charge-state.js';

interface ChargeNow extends Omit<VisitInvoiceFacts, 'state'> {
  readonly told: VisitInvoiceFacts | null;
}

/** Tells `study-visits` how what was asked for stands, with the transaction that changes it. */
@Injectable()
export class TellVisitInvoices {
  constructor(private readonly outbox: Outbox) {}

  /** All charges of a customer that stand otherwise than was told. Whoever settles anything has locked the customer. */
  async ofCustomer(manager: EntityManager, customerId: string, correlationId: string): Promise<void> {
    const rows = await manager.query<ChargeNow[]>(
      `SELECT v.id AS "chargeId", v.visit_id AS "visitId", v.traveller_id AS "travellerId", newest.label,
         newest."issuedOn", newest."dueOn", sums.asked AS "invoicedPence", sums.asked - sums.charged AS "creditedPence",
         sums.outstanding AS "outstandingPence", v.version, v.told
       FROM visit_charges v
         CROSS JOIN LATERAL (SELECT d.label, d.issued_on::text AS "issuedOn", d.due_on::text AS "dueOn" FROM documents d
           WHERE d.visit_charge_id = v.id AND d.series = 'invoice' ORDER BY d.number DESC LIMIT 1) AS newest
         CROSS JOIN LATERAL (SELECT
             (array_agg(d.gross_pence ORDER BY d.number) FILTER (WHERE d.series = 'invoice'))[1] AS asked,
             sum(CASE d.series WHEN 'invoice' THEN d.gross_pence ELSE -d.gross_pence END)::int AS charged,
             sum(${outstanding}) FILTER (WHERE d.series = 'invoice')::int AS outstanding
           FROM documents d WHERE d.visit_charge_id = v.id) AS sums
       WHERE v.id IN (SELECT d.visit_charge_id FROM documents d WHERE d.customer_id = $1)
       ORDER BY v.id FOR NO KEY UPDATE OF v`,
      [customerId],
    );
    const changed = rows.flatMap(({ told, ...now }) => {
      const facts = { ...now, state: chargeState(now) };
      return told !== null && isDeepStrictEqual(facts, told)
        ? []
        : [{ ...facts, version: facts.version + 1 }];
    });
    if (changed.length === 0) return;
    await manager.query(
      `UPDATE visit_charges AS v SET told = c.facts, version = (c.facts ->> 'version')::int
       FROM jsonb_array_elements($1::jsonb) AS c (facts) WHERE v.id = (c.facts ->> 'chargeId')::uuid`,
      [JSON.stringify(changed)],
    );
    await this.outbox.addAll(
      manager,
      changed.map((facts) => ({
        type: 'conference-registration.visit-invoice-changed.v1' as const,
        aggregate: { id: facts.chargeId, version: facts.version },
        correlationId,
        payload: facts,
      })),
    );
  }
}
