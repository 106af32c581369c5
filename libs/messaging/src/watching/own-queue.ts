import type { AppName } from '#contracts';
import type { MessageQueue, Queues } from '../queues.js';

/** An app's own queue, for looking into it and putting something back; opened when it is first needed. */
export class OwnQueue {
  private opened: MessageQueue | null = null;

  constructor(
    private readonly app: AppName,
    private readonly queues: Queues,
  ) {}

  /** @throws Error when the queue cannot be reached */
  async use<Result>(work: (queue: MessageQueue) => Promise<Result>): Promise<Result> {
    const queue = this.opened ?? this.open();
    try {
      await this.queues.check();
      return await work(queue);
    } catch (error) {
      // One that could not connect at first would never try again.
      await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    const queue = this.opened;
    this.opened = null;
    await queue?.close().catch(() => undefined);
  }

  private open(): MessageQueue {
    const queue = this.queues.queue(this.app);
    // What goes wrong is told by the call that it concerns.
    queue.on('error', () => undefined);
    this.opened = queue;
    return queue;
  }
}
