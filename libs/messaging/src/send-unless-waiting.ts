import type { EntityManager } from 'typeorm';
import type { MessageType } from '#contracts';
import type { Outbox, Outgoing } from './outbox.js';

/**
 * Sends a message with the transaction, unless one of its type has not been delivered yet: for what need not be asked twice,
 * however many replicas want to.
 *
 * @returns whether it was sent
 */
export async function sendUnlessWaiting<Type extends MessageType>(
  manager: EntityManager,
  outbox: Outbox,
  outgoing: Outgoing<Type>,
): Promise<boolean> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [outgoing.type]);
  const waiting: unknown[] = await manager.query(
    'SELECT id FROM outbox WHERE type = $1 AND delivered_at IS NULL LIMIT 1',
    [outgoing.type],
  );
  if (waiting.length > 0) return false;
  await outbox.add(manager, outgoing);
  return true;
}
