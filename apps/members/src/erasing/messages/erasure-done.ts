import type { EntityManager } from 'typeorm';
import type { AppName, Message } from '#contracts';
import { ErasurePartRow } from '../erasure-part.entity.js';

type Done =
  | 'events-calendar.person-erasure-done.v1'
  | 'conference-registration.person-erasure-done.v1'
  | 'exhibition-stands.person-erasure-done.v1'
  | 'study-visits.person-erasure-done.v1'
  | 'mailer.person-erasure-done.v1';

/** Notes that a service has forgotten a person. One whose records had been merged is forgotten in several steps. */
export async function recordDone(
  manager: EntityManager,
  app: AppName,
  message: Message<Done>,
): Promise<void> {
  const { erasureId, did } = message.payload;
  const part = await manager.findOne(ErasurePartRow, {
    where: { erasureId, app },
    lock: { mode: 'pessimistic_write' },
  });
  if (!part) throw new Error(`there is no erasure ${erasureId} that ${app} has a part in`);
  await manager.update(
    ErasurePartRow,
    { erasureId, app },
    { doneAt: new Date(message.at), did: part.did === null ? did : `${part.did}; ${did}` },
  );
}
