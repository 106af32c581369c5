import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Schedule } from '#messaging';
import { homeZone } from '../events/domain/zones.js';
import { CLOCK, type Clock } from '../tokens.js';

/** For how long a shift stays in its owner’s own feed when it is over, in months: as long as the stands show it to them. */
export const shiftsKeptFor = 12;

/** Deletes each day who had which shift on a stand long ago. */
@Injectable()
export class ForgetShifts implements Schedule {
  readonly name = 'forget-shifts';
  readonly every = { dailyAt: '03:40', zone: homeZone };

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const before = this.clock().toZonedDateTimeISO(homeZone).subtract({ months: shiftsKeptFor }).toInstant();
    // Of whoever has one no longer it is only known when that was told.
    await this.dataSource.query(
      `DELETE FROM stand_shifts WHERE coalesce((facts ->> 'end')::timestamptz, told_at) < $1`,
      [before.toString()],
    );
  }
}
