import type { OnApplicationBootstrap, OnModuleDestroy, Provider, Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AppName } from '#contracts';
import { Listener, type Log, type ReadinessCheck } from '#platform';
import { Claims } from './claims.js';
import { Consumer } from './consumer.js';
import { DeadLetters } from './dead-letters.js';
import { handlersOf } from './handlers.js';
import type { MessageHandler } from './message-handler.js';
import { Outbox } from './outbox.js';
import { prune } from './prune.js';
import type { QueueSettings } from './queue-settings.js';
import { openQueues, type Queues } from './queues.js';
import { Relay } from './relay.js';
import { usualRetries } from './retries.js';
import { outboxChannel } from './tables.js';

/** How long a handler may take, in milliseconds. */
const handlerLimit = 30_000;

/** How long messages at hand may take once the service has been told to stop, in milliseconds. */
const grace = 3000;

const pruneEvery = 60 * 60_000;

/** Sends an app's messages and handles those that come, from the start of its Nest application until it stops. */
class Messaging implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly relay: Relay;
  private readonly listener: Listener;
  private readonly consumer: Consumer;
  private pruning: NodeJS.Timeout | undefined;

  constructor(
    app: AppName,
    private readonly dataSource: DataSource,
    private readonly queues: Queues,
    handlers: readonly MessageHandler[],
    databaseUrl: string,
    private readonly log: Log,
  ) {
    const { options } = dataSource;
    if (options.type !== 'postgres' || !options.schema) throw new Error(`${app} has no schema of its own`);
    this.relay = new Relay({ claims: new Claims(dataSource), queues, log });
    const wake = () => this.relay.wake();
    this.listener = new Listener(
      databaseUrl,
      outboxChannel(options.schema),
      { listening: wake, heard: wake },
      log,
    );
    this.consumer = new Consumer({
      app,
      dataSource,
      queues,
      handlers: handlersOf(app, handlers),
      deadLetters: new DeadLetters(dataSource),
      retries: usualRetries,
      handling: { limit: handlerLimit, once: true },
      log,
    });
  }

  onApplicationBootstrap(): void {
    this.relay.start();
    this.listener.start();
    this.consumer.start();
    this.prune();
    this.pruning = setInterval(() => this.prune(), pruneEvery);
  }

  /** Before anything else is let go: what is being handled needs it. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.pruning);
    await this.consumer.stop(grace);
    // What the last handlers have sent goes out as well.
    this.relay.wake();
    await Promise.all([this.listener.stop(), this.relay.stop()]);
    await this.queues.close();
  }

  private prune(): void {
    prune(this.dataSource).catch((error: unknown) =>
      this.log.warn({ err: error }, 'old messages could not be deleted'),
    );
  }
}

/** What messages need of a service; `runPageService` gives it. */
export interface MessagingParts {
  readonly settings: QueueSettings & { readonly DATABASE_URL: string };
  /** What the service tells of its readiness; the queue is added to it. */
  readonly readiness: ReadinessCheck[];
  readonly log: Log;
}

/**
 * For the providers of an app's module: {@link Outbox}, each handler, and what delivers and handles messages. The module
 * must have a `DataSource`.
 *
 * @param handlers one class for each type that the registry says the app consumes; without that the app does not start
 * @throws SettingProblem when the settings name no queue
 */
export function messaging(
  { settings, readiness, log }: MessagingParts,
  app: AppName,
  handlers: readonly Type<MessageHandler>[],
): Provider[] {
  const queues = openQueues(settings);
  readiness.push({ name: 'queue', check: queues.check });
  return [
    ...handlers,
    { provide: Outbox, useValue: new Outbox(app) },
    {
      provide: Messaging,
      inject: [DataSource, ...handlers],
      useFactory: (dataSource: DataSource, ...made: MessageHandler[]) =>
        new Messaging(app, dataSource, queues, made, settings.DATABASE_URL, log),
    },
  ];
}
