import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { SoldTicket } from './domain/missing.js';

interface Found extends Omit<SoldTicket, 'onSaleUntil'> {
  readonly onSaleUntil: Date | null;
}

/** The ticket types of a conference as far as its opening depends on them, in their order. */
export async function soldTickets(manager: EntityManager, conferenceId: string): Promise<SoldTicket[]> {
  const rows: Found[] = await manager.query(
    `SELECT t.name, t.kind, t.withdrawn_at IS NOT NULL AS "isWithdrawn", t.on_sale_until AS "onSaleUntil",
       EXISTS (SELECT 1 FROM prices p WHERE p.ticket_type_id = t.id) AS "hasPrice",
       EXISTS (SELECT 1 FROM free_allocations f WHERE f.ticket_type_id = t.id) AS "hasFreePlaces",
       EXISTS (SELECT 1 FROM pools l WHERE l.conference_id = t.conference_id AND t.id = ANY (l.ticket_type_ids)) AS "isLimited"
     FROM ticket_types t WHERE t.conference_id = $1 ORDER BY t.position, t.id`,
    [conferenceId],
  );
  return rows.map((row) => ({
    ...row,
    onSaleUntil:
      row.onSaleUntil === null ? null : Temporal.Instant.fromEpochMilliseconds(row.onSaleUntil.getTime()),
  }));
}
