import type { MessageQueue, Queues } from '#messaging';
import type { Log } from '#platform';

/** The queue of the fills: jobs only wake a worker, what is to be done is in the rows. */
export const fillQueueName = 'exhibition-stands-fills';

const jobOptions = {
  removeOnComplete: true,
  attempts: 1_000_000,
  backoff: { type: 'fixed', delay: 5000 },
  stackTraceLimit: 1,
} as const;

/** Puts fills into the queue. */
export class FillQueue {
  #opened: MessageQueue | null = null;

  constructor(
    private readonly queues: Queues,
    private readonly log: Log,
  ) {}

  /** Has a fill taken up soon. A queue that does not answer is no failure: fills that wait are looked for again. */
  async wake(fillId: string): Promise<void> {
    try {
      await this.queues.check();
      await this.#queue().add('fill', { fillId }, { ...jobOptions, jobId: fillId });
    } catch (error) {
      this.log.warn({ err: error, fillId }, 'a fill waits, as the queue does not answer');
      await this.close();
    }
  }

  async close(): Promise<void> {
    const queue = this.#opened;
    this.#opened = null;
    await queue?.close().catch(() => undefined);
  }

  #queue(): MessageQueue {
    // What goes wrong is told by the call that it concerns.
    this.#opened ??= this.queues.queue(fillQueueName).on('error', () => undefined);
    return this.#opened;
  }
}
