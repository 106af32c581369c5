import type { DataSource } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from './message-handler.js';

async function within<Result>(limit: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not handled within ${limit / 1000} s`)), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** How a message is handled. */
export interface Handling {
  /** How long a handler may take, in milliseconds. */
  readonly limit: number;
  /** False handles a message as often as it is delivered: for tests that have to see what the inbox is good for. */
  readonly once: boolean;
}

/**
 * Handles a message in one transaction with the note that it was handled, so that it has its effect once however often it
 * is delivered, also when two deliveries are handled at the same time.
 *
 * @returns false when it had been handled before
 * @throws what the handler throws, or Error when it takes too long; nothing has happened then
 */
export async function handleOnce(
  dataSource: DataSource,
  handler: MessageHandler,
  message: Message,
  { limit, once }: Handling,
): Promise<boolean> {
  // READ COMMITTED, which is what all our roles begin with: to ask for it is one more round trip for each message.
  return dataSource.transaction(async (manager) => {
    // One that has died and was requeued lives again. A statement that hangs is broken off by the server, which else would
    // only see to the end of the transaction once that has ended.
    const isNew = await manager.query<unknown[]>(
      `WITH revived AS (DELETE FROM dead_letters WHERE id = $1)
       INSERT INTO inbox (message_id, type, correlation_id, sent_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (message_id) DO NOTHING RETURNING set_config('statement_timeout', $5, true)`,
      [message.id, message.type, message.correlationId, message.at, String(limit)],
    );
    if (isNew.length === 0 && once) return false;
    await within(limit, handler.handle(manager, message));
    return true;
  });
}
