import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { contractOf, type AppName, type MessageType, type PayloadOf } from '#contracts';

/** A message as a use case sends it. */
export interface Outgoing<Type extends MessageType> {
  readonly type: Type;
  /** What it is about, and the version of that after this transaction. */
  readonly aggregate: { readonly id: string; readonly version: number };
  /** The id of the request behind all this; a handler passes on the one of the message that it handles. */
  readonly correlationId: string;
  readonly payload: PayloadOf<Type>;
  /** Only these of the type's consumers; without it all of them. */
  readonly to?: readonly AppName[];
}

/** Messages in one statement. */
const mostAtOnce = 500;

/** Where a transaction puts the messages it sends: they exist exactly if it commits. */
export class Outbox {
  /** @param app the only app whose messages may be put here */
  constructor(private readonly app: AppName) {}

  /**
   * Sends a message with the transaction.
   *
   * @returns the message's id
   * @throws Error when the manager is in no transaction, the type is another app's, `to` names an app that does not consume
   *   it, or the payload is not as agreed
   */
  async add<Type extends MessageType>(manager: EntityManager, outgoing: Outgoing<Type>): Promise<string> {
    const [id = ''] = await this.addAll(manager, [outgoing]);
    return id;
  }

  /**
   * Sends many messages in few statements, in this order; as {@link add} otherwise.
   *
   * @returns their ids
   */
  async addAll<Type extends MessageType>(
    manager: EntityManager,
    messages: readonly Outgoing<Type>[],
  ): Promise<string[]> {
    const rows = messages.map((message) => this.rowOf(manager, message));
    for (let from = 0; from < rows.length; from += mostAtOnce) {
      await manager.query(
        `INSERT INTO outbox (id, type, aggregate_id, aggregate_version, correlation_id, at, payload, consumers)
         SELECT m.id, m.type, m.aggregate_id, m.aggregate_version, m.correlation_id, clock_timestamp(), m.payload, m.consumers
         FROM jsonb_to_recordset($1) AS m (id uuid, type text, aggregate_id text, aggregate_version integer,
           correlation_id text, payload jsonb, consumers text[])`,
        [JSON.stringify(rows.slice(from, from + mostAtOnce))],
      );
    }
    return rows.map(({ id }) => id);
  }

  private rowOf<Type extends MessageType>(manager: EntityManager, outgoing: Outgoing<Type>) {
    const { type, aggregate, correlationId } = outgoing;
    if (!manager.queryRunner?.isTransactionActive) {
      throw new Error(`${type} was to be sent outside a transaction`);
    }
    const { producer, consumers, payload } = contractOf(type);
    if (producer !== this.app) throw new Error(`${type} is for ${producer} to send, not for ${this.app}`);
    const to = outgoing.to ?? consumers;
    const stranger = to.find((app) => !consumers.includes(app));
    if (stranger !== undefined) throw new Error(`${type} is not for ${stranger}`);
    const checked = payload.safeParse(outgoing.payload);
    if (!checked.success) {
      const wrong = checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
      throw new Error(`${type} is not as agreed: ${wrong.join('; ')}`);
    }
    return {
      id: uuidv7(),
      type,
      aggregate_id: aggregate.id,
      aggregate_version: aggregate.version,
      correlation_id: correlationId,
      payload: checked.data,
      consumers: to,
    };
  }
}
