import type { EntityManager } from 'typeorm';
import type { Message, MessageType } from '#contracts';

/** Does what a message of one type asks of this app. One class for each type that the registry says the app consumes. */
export interface MessageHandler<Type extends MessageType = MessageType> {
  readonly type: Type;
  /**
   * Runs in the transaction that also notes that the message was handled: all of its effect is there exactly once, or none.
   * What it throws undoes everything; the message comes again later, and after the last attempt becomes a dead letter.
   * Messages about one aggregate may come out of order: keep the newest version and leave out what is older.
   *
   * @param manager the transaction; also for `Outbox.add`
   */
  handle(manager: EntityManager, message: Message<Type>): Promise<void>;
}
