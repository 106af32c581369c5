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
    const id = uuidv7();
    await manager.query(
      `INSERT INTO outbox (id, type, aggregate_id, aggregate_version, correlation_id, at, payload, consumers)
       VALUES ($1, $2, $3, $4, $5, clock_timestamp(), $6, $7)`,
      [id, type, aggregate.id, aggregate.version, correlationId, JSON.stringify(checked.data), to],
    );
    return id;
  }
}
