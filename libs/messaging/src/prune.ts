import type { DataSource } from 'typeorm';

/**
 * How long a message is kept once it is delivered, in days: should the queues be lost, it is delivered again from there. Its
 * payload may hold personal data, so no longer than a consumer may be down.
 */
export const outboxDays = 7;

/** How long it is known that a message was handled, in days: longer than it can come again. */
export const inboxDays = 30;

/**
 * How long a message that could not be handled is kept, in days: long enough for somebody to see to it. It may hold personal
 * data.
 */
export const deadLetterDays = 90;

/** Deletes what was delivered, handled or given up long ago. Several replicas may do so at once. */
export async function prune(dataSource: DataSource): Promise<void> {
  await dataSource.query('DELETE FROM outbox WHERE delivered_at < now() - make_interval(days => $1)', [
    outboxDays,
  ]);
  await dataSource.query('DELETE FROM inbox WHERE handled_at < now() - make_interval(days => $1)', [
    inboxDays,
  ]);
  await dataSource.query('DELETE FROM dead_letters WHERE died_at < now() - make_interval(days => $1)', [
    deadLetterDays,
  ]);
}
