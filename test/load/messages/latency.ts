import { setTimeout as wait } from 'node:timers/promises';
import { Claims, Consumer, DeadLetters, openQueues, Outbox, Relay, usualRetries } from '#messaging';
import { createLog, Listener } from '#platform';
import { example } from './example.ts';
import type { Place } from './part.ts';
import { openSchema } from './schemas.ts';

/**
 * How long it takes from the commit of a transaction that sends a message to the commit of what the message does, while
 * messages are sent at a steady pace.
 *
 * @returns milliseconds, the shortest first
 */
export async function latencies(place: Place, perSecond: number, seconds: number): Promise<number[]> {
  const log = createLog('bench', 'silent');
  const sender = await openSchema(place.databaseUrl, 'sender');
  const receiver = await openSchema(place.databaseUrl, 'receiver');
  const queues = openQueues(place.queueSettings);
  const outbox = new Outbox('members');
  const committed = new Map<string, number>();
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
  const send = async (number: number) => {
    const id = await sender.transaction((manager) => outbox.add(manager, example.outgoing(number)));
    committed.set(id, performance.now());
  };
  relay.start();
  listener.start();
  consumer.start();
  // What comes first finds everything cold, and is not counted.
  const untold = perSecond;
  const sending: Promise<void>[] = [];
  const began = performance.now();
  for (let number = 0; number < untold + perSecond * seconds; number += 1) {
    await wait(Math.max(0, began + (number * 1000) / perSecond - performance.now()));
    sending.push(send(number));
  }
  await Promise.all(sending);
  while (handled.size < sending.length) await wait(10);
  await consumer.stop(5000);
  await Promise.all([listener.stop(), relay.stop()]);
  await queues.close();
  await Promise.all([sender.destroy(), receiver.destroy()]);
  return [...committed]
    .slice(untold)
    .map(([id, at]) => Math.max(0, (handled.get(id) ?? Number.NaN) - at))
    .toSorted((a, b) => a - b);
}
