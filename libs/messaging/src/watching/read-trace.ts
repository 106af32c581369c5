import type { DataSource } from 'typeorm';
import { mostTraced, type MessageTrace } from './message-trace.js';

/** What stands in JSON for an instant that a query gives, in the rows of a query and the number of all. */
type Rows<Row> = { readonly rows: readonly Row[] | null; readonly total: number };

/** Instants as ISO 8601, as zod and browsers read it. */
const iso = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Finds what an app knows of the messages that one request led to. */
export class ReadTrace {
  constructor(private readonly dataSource: DataSource) {}

  async of(correlationId: string): Promise<MessageTrace> {
    const [sent, handled, deadLetters] = await Promise.all([
      this.find<MessageTrace['sent'][number]>(
        correlationId,
        'outbox',
        `'id', id, 'type', type, 'at', ${iso('at')}, 'deliveredAt', ${iso('delivered_at')}, 'to', consumers`,
        'id',
      ),
      this.find<MessageTrace['handled'][number]>(
        correlationId,
        'inbox',
        `'id', message_id, 'type', type, 'sentAt', ${iso('sent_at')}, 'handledAt', ${iso('handled_at')}, 'tookMs', took_ms`,
        'message_id',
      ),
      this.find<MessageTrace['deadLetters'][number]>(
        correlationId,
        'dead_letters',
        `'id', id, 'type', type, 'diedAt', ${iso('died_at')}, 'attempts', attempts, 'requeuedAt', ${iso('requeued_at')}`,
        'id',
      ),
    ]);
    return {
      sent: [...(sent.rows ?? [])],
      sentInAll: sent.total,
      handled: [...(handled.rows ?? [])],
      handledInAll: handled.total,
      deadLetters: [...(deadLetters.rows ?? [])],
      deadLettersInAll: deadLetters.total,
    };
  }

  /** The first rows by the message's id, which rises with time, and the number of all. */
  private async find<Row>(
    correlationId: string,
    table: string,
    fields: string,
    id: string,
  ): Promise<Rows<Row>> {
    const [found] = await this.dataSource.query<Rows<Row>[]>(
      `SELECT (
         SELECT json_agg(json_build_object(${fields}) ORDER BY ${id})
         FROM (SELECT * FROM ${table} WHERE correlation_id = $1 ORDER BY ${id} LIMIT ${mostTraced}) AS first
       ) AS rows, (SELECT count(*)::int FROM ${table} WHERE correlation_id = $1) AS total`,
      [correlationId],
    );
    return found ?? { rows: null, total: 0 };
  }
}
