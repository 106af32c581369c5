import { Injectable } from '@nestjs/common';
import type { Schedule } from '#messaging';
import { FillWorker } from './fill-worker.js';
import { FillsRepository } from './fills.repository.js';

/** Sees to fills that wait although the queue knows nothing of them, and forgets old ones. */
@Injectable()
export class LookAfterFills implements Schedule {
  readonly name = 'look-after-fills';
  readonly every = 60_000;

  constructor(
    private readonly worker: FillWorker,
    private readonly fills: FillsRepository,
  ) {}

  async run(): Promise<void> {
    await this.worker.wakeWaiting();
    await this.fills.forgetOld();
  }
}
