import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Schedule } from '#messaging';
import { Transactions } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { LapseHolds } from './lapse-holds.js';
import { LockPlaces } from './lock-places.js';

/** Gives back the places of bookings whose time has run out, every minute, also where nobody else asks for places. */
@Injectable()
export class ExpireHolds implements Schedule {
  readonly name = 'expire-holds';
  readonly every = 60_000;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly lockPlaces: LockPlaces,
    private readonly lapse: LapseHolds,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(_dueAt: Temporal.Instant, stopping: AbortSignal): Promise<void> {
    for (const conferenceId of await this.lapse.conferences(this.dataSource.manager, this.clock())) {
      stopping.throwIfAborted();
      // Whoever takes the lock gives them back.
      await this.transactions.run((manager) => this.lockPlaces.run(manager, conferenceId));
    }
  }
}
