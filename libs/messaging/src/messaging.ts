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
import type { QueueSettings } from './queue-settings.js';
import { openQueues, type Queues } from './queues.js';
import { Relay } from './relay.js';
import { usualRetries } from './retries.js';
import {
  PruneMessages,
  schedulesByName,
  ScheduleRuns,
  ScheduleWorker,
  usualTiming,
  type Schedule,
} from './schedules/index.js';
import { outboxChannel } from './tables.js';
import { OwnQueue } from './watching/own-queue.js';
import { Timings } from './watching/timings.js';
import { watchingProviders } from './watching/watching.js';

/** How long a handler may take, in milliseconds. */
const handlerLimit = 30_000;

/** How long messages at hand may take once the service has been told to stop, in milliseconds. */
const grace = 3000;

/** Sends an app's messages, handles those that come, and does what is due, for as long as its Nest application runs. */
class Messaging implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly relay: Relay;
  private readonly listener: Listener;
  private readonly consumer: Consumer;
  private readonly schedules: ScheduleWorker;
  private readonly timings: Timings;

  constructor(
    app: AppName,
    dataSource: DataSource,
    private readonly queues: Queues,
    private readonly ownQueue: OwnQueue,
    handlers: readonly MessageHandler[],
    schedules: readonly Schedule[],
    databaseUrl: string,
    log: Log,
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
    this.timings = new Timings(dataSource, log);
    this.consumer = new Consumer({
      app,
      dataSource,
      queues,
      handlers: handlersOf(app, handlers),
      deadLetters: new DeadLetters(dataSource),
      retries: usualRetries,
      handling: { limit: handlerLimit, once: true },
      handled: (id, ms) => this.timings.note(id, ms),
      log,
    });
    this.schedules = new ScheduleWorker({
      app,
      queues,
      schedules: schedulesByName([new PruneMessages(dataSource), ...schedules]),
      runs: new ScheduleRuns(dataSource, usualTiming.lease),
      timing: usualTiming,
      isClaiming: true,
      log,
    });
  }

  onApplicationBootstrap(): void {
    this.relay.start();
    this.listener.start();
    this.consumer.start();
    this.schedules.start();
  }

  /** Before anything else is let go: what is being handled needs it. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.consumer.stop(grace), this.schedules.stop(grace)]);
    // What the last handlers have sent goes out as well.
    this.relay.wake();
    await Promise.all([this.listener.stop(), this.relay.stop(), this.timings.write(), this.ownQueue.close()]);
    await this.queues.close();
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
 * For the providers of an app's module: {@link Outbox}, each handler and schedule, and what delivers and handles messages
 * and runs what is due. The module must have a `DataSource`.
 *
 * @param handlers one class for each type that the registry says the app consumes; without that the app does not start
 * @param schedules what the app does again and again; classes, each with a name of its own
 * @throws SettingProblem when the settings name no queue
 */
export function messaging(
  { settings, readiness, log }: MessagingParts,
  app: AppName,
  handlers: readonly Type<MessageHandler>[],
  schedules: readonly Type<Schedule>[] = [],
): Provider[] {
  const queues = openQueues(settings);
  const ownQueue = new OwnQueue(app, queues);
  readiness.push({ name: 'queue', check: queues.check });
  return [
    ...handlers,
    ...schedules,
    ...watchingProviders(ownQueue, log),
    { provide: Outbox, useValue: new Outbox(app) },
    {
      provide: Messaging,
      inject: [DataSource, ...handlers, ...schedules],
      useFactory: (dataSource: DataSource, ...made: (MessageHandler | Schedule)[]) =>
        new Messaging(
          app,
          dataSource,
          queues,
          ownQueue,
          made.slice(0, handlers.length) as MessageHandler[],
          made.slice(handlers.length) as Schedule[],
          settings.DATABASE_URL,
          log,
        ),
    },
  ];
}
