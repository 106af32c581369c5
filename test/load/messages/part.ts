import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { QueueSettings } from '#messaging';

/** Where a run has its tables and its queues. */
export interface Place {
  readonly databaseUrl: string;
  readonly queueSettings: QueueSettings;
}

/** What one process does of a run: our relay and consumer, or what BullMQ has instead of them. */
export interface Order extends Place {
  readonly part: 'relay' | 'consumer' | 'adder' | 'worker';
  readonly messages: number;
  /** Whether to look at its memory all the while, which costs some speed. */
  readonly isWatched: boolean;
}

/** Memory at one moment, in bytes. */
export interface Memory {
  readonly rss: number;
  /** What is in use. */
  readonly heap: number;
}

export interface Report {
  readonly before: Memory;
  /** The most of each; it need not have been at the same moment. */
  readonly peak: Memory;
  readonly after: Memory;
}

export interface RunningPart {
  /** Begins, and resolves when its work is done. */
  run(this: void): Promise<Report>;
  end(this: void): void;
}

/** Starts a part in a process of its own, as services are, and resolves when it is ready to begin. */
export async function startPart(order: Order): Promise<RunningPart> {
  const child = fork(fileURLToPath(new URL('./run-part.ts', import.meta.url)), [], {
    execArgv: ['--expose-gc'],
    // Its log is written as a service writes it, and not kept.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = new Promise<never>((_resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the ${order.part} ended with ${code}`)));
  });
  gone.catch(() => undefined);
  const told = async () => (await Promise.race([once(child, 'message'), gone]))[0] as unknown;
  const ready = told();
  child.send(order);
  await ready;
  return {
    run: async () => {
      const done = told();
      child.send('begin');
      return (await done) as Report;
    },
    end: () => child.disconnect(),
  };
}
