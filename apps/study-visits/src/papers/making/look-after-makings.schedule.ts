import { Injectable } from '@nestjs/common';
import type { Schedule } from '#messaging';
import { SearchWorker } from '#solver';
import { Makings } from './makings.js';

/** Takes up the makings in the queue. */
export class PaperWorker extends SearchWorker {}

/** Sees to papers that wait although the queue knows nothing of them, and forgets old files. */
@Injectable()
export class LookAfterMakings implements Schedule {
  readonly name = 'look-after-paper-makings';
  readonly every = 60_000;

  constructor(
    private readonly worker: PaperWorker,
    private readonly makings: Makings,
  ) {}

  async run(): Promise<void> {
    await this.worker.wakeWaiting();
    await this.makings.forgetOld();
  }
}
