import { Injectable } from '@nestjs/common';
import type { Schedule } from '#messaging';
import { RoomSearches, RoomSearchWorker } from './room-search.js';

/** Sees to searches that wait although the queue knows nothing of them, and forgets old ones. */
@Injectable()
export class LookAfterRoomSearches implements Schedule {
  readonly name = 'look-after-room-searches';
  readonly every = 60_000;

  constructor(
    private readonly worker: RoomSearchWorker,
    private readonly searches: RoomSearches,
  ) {}

  async run(): Promise<void> {
    await this.worker.wakeWaiting();
    await this.searches.forgetOld();
  }
}
