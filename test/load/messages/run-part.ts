import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import {
  asJob,
  Claims,
  Consumer,
  DeadLetters,
  handledAtOnce,
  openQueues,
  Relay,
  Timings,
  usualRetries,
} from '#messaging';
import { createLog } from '#platform';
import { bareParts } from './bare-parts.ts';
import { openSchema } from './schemas.ts';
import type { Memory, Order, Report } from './part.ts';
import { example } from './example.ts';

/** One part of a run, in this process. */
interface Part {
  /** Resolves when all messages have gone through. */
  work(): Promise<void>;
}

/** As many jobs as the relay delivers together. */
const batch = 200;

const log = createLog('bench', 'info');

async function relayOf(order: Order): Promise<Part> {
  const sender = await openSchema(order.databaseUrl, 'sender');
  const relay = new Relay({ claims: new Claims(sender), queues: openQueues(order.queueSettings), log });
  const isWaiting = async () =>
    (await sender.query<unknown[]>('SELECT FROM outbox WHERE delivered_at IS NULL LIMIT 1')).length > 0;
  return {
    work: async () => {
      relay.start();
      while (await isWaiting()) await wait(100);
    },
  };
}

async function consumerOf(order: Order): Promise<Part> {
  const receiver = await openSchema(order.databaseUrl, 'receiver');
  const all = Promise.withResolvers<void>();
  const timings = new Timings(receiver, log);
  let count = 0;
  const consumer = new Consumer({
    app: example.app,
    dataSource: receiver,
    queues: openQueues(order.queueSettings),
    handlers: example.handlers,
    deadLetters: new DeadLetters(receiver),
    retries: usualRetries,
    handling: { limit: 30_000, once: true },
    handled: (id, ms) => {
      timings.note(id, ms);
      count += 1;
      if (count === order.messages) all.resolve();
    },
    log,
  });
  return {
    work: async () => {
      consumer.start();
      await all.promise;
    },
  };
}

async function adderOf(order: Order): Promise<Part> {
  const { connection, factory } = bareParts(order.queueSettings);
  const queue = new Queue('bare', { connection }, factory);
  await queue.waitUntilReady();
  const jobs = Array.from({ length: order.messages }, (_, number) => asJob(example.message(number)));
  return {
    work: async () => {
      for (let from = 0; from < jobs.length; from += batch)
        await queue.addBulk(jobs.slice(from, from + batch));
    },
  };
}

async function workerOf(order: Order): Promise<Part> {
  const { connection, factory } = bareParts(order.queueSettings);
  const all = Promise.withResolvers<void>();
  let count = 0;
  const worker = new Worker(
    'bare',
    async () => undefined,
    { connection, concurrency: handledAtOnce, autorun: false },
    factory,
  );
  worker.on('completed', () => {
    count += 1;
    if (count === order.messages) all.resolve();
  });
  await worker.waitUntilReady();
  return {
    work: async () => {
      void worker.run();
      await all.promise;
    },
  };
}

const parts = { relay: relayOf, consumer: consumerOf, adder: adderOf, worker: workerOf };

/** How often memory is looked at, in milliseconds. */
const lookEvery = 1000;

/** What is still needed; what is garbage is collected first, as it is no sign of anything when that is done. */
function memory(): Memory {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heap: heapUsed };
}

/** @param isWatched whether to look at memory meanwhile, which takes time itself */
async function watched(work: () => Promise<void>, isWatched: boolean): Promise<Report> {
  const before = memory();
  let peak = before;
  const look = () => {
    const { rss, heap } = memory();
    peak = { rss: Math.max(peak.rss, rss), heap: Math.max(peak.heap, heap) };
  };
  const timer = isWatched ? setInterval(look, lookEvery) : undefined;
  await work();
  clearInterval(timer);
  return { before, peak, after: memory() };
}

const [order] = (await once(process, 'message')) as [Order];
const part = await parts[order.part](order);
process.send?.('ready');
await once(process, 'message');
process.send?.(await watched(() => part.work(), order.isWatched));
// Nothing of it is needed any more.
process.once('disconnect', () => process.exit());
