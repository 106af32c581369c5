import type { Provider } from '@nestjs/common';
import { openQueues, type QueueSettings } from '#messaging';
import type { Log } from '#platform';
import { RotaSolver } from '../sandbox/rota-solver.js';
import { CancelFill } from './cancel-fill.js';
import { FillQueue } from './fill-queue.js';
import { FillRota } from './fill-rota.js';
import { FillWorker } from './fill-worker.js';
import { FillsRepository } from './fills.repository.js';
import { ReadFill } from './read-fill.js';
import { RunFill } from './run-fill.js';

/** What fills drafts. */
export function fillProviders({ settings, log }: { settings: QueueSettings; log: Log }): Provider[] {
  const queues = openQueues(settings);
  const queue = new FillQueue(queues, log);
  return [
    { provide: RotaSolver, useFactory: () => new RotaSolver() },
    FillsRepository,
    RunFill,
    ReadFill,
    CancelFill,
    FillRota,
    { provide: FillQueue, useValue: queue },
    {
      provide: FillWorker,
      inject: [FillsRepository, RunFill],
      useFactory: (fills: FillsRepository, runFill: RunFill) =>
        new FillWorker({ queues, queue, rows: fills, search: runFill, log }),
    },
  ];
}
