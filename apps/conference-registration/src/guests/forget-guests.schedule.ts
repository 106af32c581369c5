import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Schedule } from '#messaging';
import { dateOf } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';

/** How long it is kept that somebody asked to book as a guest, in days; the booking that came of it is kept by itself. */
export const keptDays = 7;

/** Forgets requests to book as a guest. */
@Injectable()
export class ForgetGuests implements Schedule {
  readonly name = 'forget-guests';
  readonly every = { dailyAt: '03:40', zone: 'Europe/London' };

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    await this.dataSource.query('DELETE FROM guests WHERE asked_at < $1', [
      dateOf(this.clock().subtract({ hours: keptDays * 24 })),
    ]);
  }
}
