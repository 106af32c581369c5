import type { Log } from '#platform';
import type { AppName, Message } from '#contracts';
import { leaseSeconds, type Claim, type Claims } from './claims.js';
import { asJob, messageOf } from './job.js';
import type { MessageQueue, Queues } from './queues.js';

/** How many messages are delivered together at most. */
const batch = 200;

/** How often the outbox is looked at although nothing was announced, in milliseconds. */
const pollEvery = 5000;

/** How soon it is tried again after something went wrong, in milliseconds. */
const retryAfter = 1000;

/** A claim is used for so much less than its lease, in milliseconds: the clocks need not agree to the moment. */
const margin = 5000;

export interface RelayParts {
  readonly claims: Claims;
  readonly queues: Queues;
  readonly log: Log;
}

/**
 * Puts what waits in an app's outbox into the queues of its consumers: at least once, and what is about one aggregate in
 * the order in which it was sent. Replicas may each run one.
 */
export class Relay {
  private readonly opened = new Map<AppName, MessageQueue>();
  private running: Promise<void> | null = null;
  private woken = false;
  private isStopping = false;
  private timer: NodeJS.Timeout | undefined;
  private retry: NodeJS.Timeout | undefined;
  /** The queues that the outbox is delivered to; `null` until that is settled. */
  private identity: string | null = null;
  /** So many rows are still delivered one by one, to find the one that cannot be. */
  private singly = 0;

  constructor(private readonly parts: RelayParts) {}

  start(): void {
    this.timer = setInterval(() => {
      this.identity = null;
      this.wake();
    }, pollEvery);
    this.wake();
  }

  /** Delivers what waits; called when something was announced. */
  wake(): void {
    this.woken = true;
    if (!this.isStopping) this.running ??= this.run();
  }

  /** Finishes what it is delivering. What then still waits is for the next start, or another replica. */
  async stop(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.timer);
    clearTimeout(this.retry);
    await this.running;
    await Promise.all([...this.opened.keys()].map((app) => this.forget(app)));
  }

  private async run(): Promise<void> {
    do {
      this.woken = false;
      try {
        while (!this.isStopping && (await this.deliverSome(await this.settled())));
      } catch (error) {
        this.parts.log.warn({ err: error }, 'messages cannot be delivered; trying again');
        this.retryLater();
      }
    } while (this.woken && !this.isStopping);
    // In the same turn as the question whether there is more, or a wake in between would be lost.
    this.running = null;
  }

  private retryLater(): void {
    clearTimeout(this.retry);
    if (!this.isStopping) this.retry = setTimeout(() => this.wake(), retryAfter);
  }

  /** The identity of the queues that all is delivered to; looked at anew now and then. */
  private async settled(): Promise<string> {
    if (this.identity !== null) return this.identity;
    const identity = await this.parts.queues.identity();
    const again = await this.parts.claims.settleOn(identity);
    if (again > 0)
      this.parts.log.warn({ messages: again }, 'the queues are not as they were; delivering again');
    this.identity = identity;
    return identity;
  }

  /** @returns whether there may be more */
  private async deliverSome(identity: string): Promise<boolean> {
    const goodUntil = performance.now() + leaseSeconds * 1000 - margin;
    const claim = await this.parts.claims.claim(this.singly > 0 ? 1 : batch);
    if (claim.rows.length === 0) return false;
    try {
      await this.put(claim, goodUntil);
    } catch (error) {
      return this.afterFailure(claim, error);
    }
    this.singly = Math.max(0, this.singly - 1);
    const noted = await this.parts.claims.delivered(claim, identity);
    if (noted < claim.rows.length) {
      this.parts.log.warn(
        { messages: claim.rows.length - noted },
        'messages were delivered too late, or to queues that were lost; they will be again',
      );
      this.identity = null;
      await this.parts.claims.release(claim);
    }
    return true;
  }

  private async put(claim: Claim, goodUntil: number): Promise<void> {
    const messages = new Map<AppName, Message[]>();
    for (const row of claim.rows) {
      for (const app of row.consumers) messages.set(app, [...(messages.get(app) ?? []), messageOf(row)]);
    }
    for (const [app, some] of messages) {
      if (performance.now() > goodUntil) throw new Error('the lease has run out');
      await this.queueOf(app).addBulk(some.map((message) => asJob(message)));
      for (const { id, type, correlationId } of some) {
        this.parts.log.info({ messageId: id, type, correlationId, to: app }, 'message delivered');
      }
    }
  }

  /**
   * When the queues cannot be reached, all waits. Otherwise a message is at fault: it is found by delivering one by one, and
   * keeps its lease, so that the others get past it until that runs out.
   */
  private async afterFailure(claim: Claim, error: unknown): Promise<boolean> {
    const { claims, queues, log } = this.parts;
    await Promise.all([...this.opened.keys()].map((app) => this.forget(app)));
    const isReachable = await queues.check().then(
      () => true,
      () => false,
    );
    const [only, ...others] = claim.rows;
    if (isReachable && only && others.length === 0) {
      log.error(
        { err: error, messageId: only.id, type: only.type },
        'a message cannot be put into its queue',
      );
      return true;
    }
    await claims.release(claim);
    if (!isReachable) throw error;
    this.singly = batch;
    return true;
  }

  private queueOf(app: AppName): MessageQueue {
    const known = this.opened.get(app);
    if (known) return known;
    const queue = this.parts.queues.queue(app);
    // What goes wrong is told by the call that it concerns.
    queue.on('error', () => undefined);
    this.opened.set(app, queue);
    return queue;
  }

  /** One that could not connect at first would never try again. */
  private async forget(app: AppName): Promise<void> {
    const queue = this.opened.get(app);
    this.opened.delete(app);
    await queue?.close().catch(() => undefined);
  }
}
