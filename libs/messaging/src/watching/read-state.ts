import type { DataSource } from 'typeorm';
import type { Log } from '#platform';
import type { MessageState } from './message-state.js';
import type { OwnQueue } from './own-queue.js';

interface Counts {
  readonly waiting: number;
  readonly oldestAt: Date | null;
  readonly median: number | null;
  readonly p95: number | null;
  readonly resting: number;
  readonly requeued: number;
}

/** Tells how things stand with an app's messages. */
export class ReadState {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: OwnQueue,
    private readonly log: Log,
  ) {}

  async read(): Promise<MessageState> {
    const [counts, handled, queue] = await Promise.all([this.counts(), this.handled(), this.queued()]);
    const { waiting, oldestAt, median, p95, resting, requeued } = counts;
    return {
      outbox: { waiting, oldestAt: oldestAt?.toISOString() ?? null },
      queue,
      lag: median === null || p95 === null ? null : { median, p95 },
      handled: handled.map(({ minute, count }) => ({ minute: minute.toISOString(), count })),
      deadLetters: { resting, requeued },
    };
  }

  private async counts(): Promise<Counts> {
    const [row] = await this.dataSource.query<Counts[]>(
      `SELECT
         (SELECT count(*)::int FROM outbox WHERE delivered_at IS NULL) AS waiting,
         (SELECT at FROM outbox WHERE delivered_at IS NULL ORDER BY position LIMIT 1) AS "oldestAt",
         lag.median, lag.p95, letters.resting, letters.requeued
       FROM (
         SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) AS median,
           percentile_cont(0.95) WITHIN GROUP (ORDER BY ms) AS p95
         FROM (
           SELECT greatest(0, extract(epoch FROM handled_at - sent_at) * 1000)::float AS ms
           FROM inbox WHERE handled_at > now() - interval '5 minutes' AND sent_at IS NOT NULL
         ) AS times
       ) AS lag, (
         SELECT count(*) FILTER (WHERE requeued_at IS NULL)::int AS resting, count(requeued_at)::int AS requeued
         FROM dead_letters
       ) AS letters`,
    );
    if (!row) throw new Error('a query of counts has one row');
    return row;
  }

  private handled(): Promise<{ readonly minute: Date; readonly count: number }[]> {
    return this.dataSource.query(
      `SELECT date_trunc('minute', handled_at) AS minute, count(*)::int AS count
       FROM inbox WHERE handled_at >= date_trunc('minute', now()) - interval '59 minutes'
       GROUP BY 1 ORDER BY 1`,
    );
  }

  private async queued(): Promise<MessageState['queue']> {
    try {
      return await this.queue.use(async (queue) => {
        const counts = await queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed');
        const of = (name: string) => counts[name] ?? 0;
        return {
          waiting: of('waiting') + of('prioritized'),
          active: of('active'),
          delayed: of('delayed'),
          failed: of('failed'),
        };
      });
    } catch (error) {
      this.log.warn({ err: error }, 'the queue could not be looked into');
      return null;
    }
  }
}
