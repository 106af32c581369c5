import { setTimeout as wait } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import {
  asJob,
  Claims,
  Consumer,
  DeadLetters,
  handledAtOnce,
  openQueues,
  Outbox,
  Relay,
  usualRetries,
} from '#messaging';
import { createLog, Listener } from '#platform';
import { bareParts } from './bare-parts.ts';
import { example } from './example.ts';
import type { Place } from './part.ts';
import { openSchema } from './schemas.ts';

/** How fast messages are sent, and for how long. */
export interface Pace {
  readonly perSecond: number;
  readonly seconds: number;
}

/**
 * Sends one after the other at a steady pace, and waits until all have arrived. Those of the first second find everything
 * cold and are not counted.
 *
 * @param send resolves with the id of what is sent, once it is
 * @param arrived when each arrived, by its id
 * @returns milliseconds from sent to arrived, the shortest first
 */
async function timesOf(
  { perSecond, seconds }: Pace,
  send: (number: number) => Promise<string>,
  arrived: ReadonlyMap<string, number>,
): Promise<number[]> {
  const sent = new Map<string, number>();
  const sending: Promise<void>[] = [];
  const began = performance.now();
  for (let number = 0; number < perSecond * (1 + seconds); number += 1) {
    await wait(Math.max(0, began + (number * 1000) / perSecond - performance.now()));
    sending.push(send(number).then((id) => void sent.set(id, performance.now())));
  }
  await Promise.all(sending);
  while (arrived.size < sending.length) await wait(10);
  return [...sent]
    .slice(perSecond)
    .map(([id, at]) => Math.max(0, (arrived.get(id) ?? Number.NaN) - at))
    .toSorted((a, b) => a - b);
}

/** The same of BullMQ alone: from the job's being added to its being processed. */
export async function bareLatencies({ queueSettings }: Place, pace: Pace): Promise<number[]> {
  const { connection, factory } = bareParts(queueSettings);
  const arrived = new Map<string, number>();
  const queue = new Queue('bare', { connection }, factory);
  const worker = new Worker(
    'bare',
    async () => undefined,
    { connection, concurrency: handledAtOnce },
    factory,
  );
  worker.on('completed', ({ id }) => arrived.set(id ?? '', performance.now()));
  await worker.waitUntilReady();
  const send = async (number: number) => {
    const { name, data, opts } = asJob(example.message(number));
    return (await queue.add(name, data, opts)).id ?? '';
  };
  const times = await timesOf(pace, send, arrived);
  await worker.close();
  await queue.close();
  return times;
}

/**
 * How long it takes from the commit of a transaction that sends a message to the commit of what the message does, while
 * messages are sent at a steady pace.
 *
 * @returns milliseconds, the shortest first
 */
export async function latencies(place: Place, pace: Pace): Promise<number[]> {
  const log = createLog('bench', 'silent');
  const sender = await openSchema(place.databaseUrl, 'sender');
  const receiver = await openSchema(place.databaseUrl, 'receiver');
  const queues = openQueues(place.queueSettings);
  const outbox = new Outbox('members');
  const handled = new Map<string, number>();
  const relay = new Relay({ claims: new Claims(sender), queues, log });
  const wake = () => relay.wake();
  const listener = new Listener(place.databaseUrl, 'sender_outbox', { listening: wake, heard: wake }, log);
  const consumer = new Consumer({
    app: example.app,
    dataSource: receiver,
    queues,
    handlers: example.handlers,
    deadLetters: new DeadLetters(receiver),
    retries: usualRetries,
    handling: { limit: 30_000, once: true },
    handled: (id) => handled.set(id, performance.now()),
    log,
  });
  relay.start();
  listener.start();
  consumer.start();
  const send = (number: number) =>
    sender.transaction((manager) => outbox.add(manager, example.outgoing(number)));
  const times = await timesOf(pace, send, handled);
  await consumer.stop(5000);
  await Promise.all([listener.stop(), relay.stop()]);
  await queues.close();
  await Promise.all([sender.destroy(), receiver.destroy()]);
  return times;
}
