import type { EntityManager } from 'typeorm';

/** Any numbers that nothing else locks two keys with in the calendar's database. */
const noticesLock = 5_741_201;
const seriesLock = 5_741_202;

/**
 * For noting an edit of an event and for telling of it: one at a time until the transaction ends, so that what is told and
 * what is noted as told are the same.
 */
export async function lockNotices(manager: EntityManager, eventId: string): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [noticesLock, eventId]);
}

/** The same, unless somebody else is at it. @returns whether the lock is held now */
export const tryToLockNotices = (manager: EntityManager, eventId: string): Promise<boolean> =>
  tryToLock(manager, noticesLock, eventId);

/** For telling what is new in a series: one at a time, so that it is told together. @returns as the last */
export const tryToLockSeries = (manager: EntityManager, series: string): Promise<boolean> =>
  tryToLock(manager, seriesLock, series);

async function tryToLock(manager: EntityManager, lock: number, name: string): Promise<boolean> {
  const [row]: { locked: boolean }[] = await manager.query(
    'SELECT pg_try_advisory_xact_lock($1, hashtext($2)) AS locked',
    [lock, name],
  );
  return row?.locked === true;
}
