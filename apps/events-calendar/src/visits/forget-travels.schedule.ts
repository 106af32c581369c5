import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Schedule } from '#messaging';
import { homeZone } from '../events/domain/zones.js';
import { shiftsKeptFor } from '../stands/forget-shifts.schedule.js';
import { CLOCK, type Clock } from '../tokens.js';

/** Deletes each day who travelled with which study visit long ago and what was planned for them, as it does with shifts. */
@Injectable()
export class ForgetTravels implements Schedule {
  readonly name = 'forget-travels';
  readonly every = { dailyAt: '03:45', zone: homeZone };

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const today = this.clock().toZonedDateTimeISO(homeZone).toPlainDate();
    await this.dataSource.query(`DELETE FROM visit_travellers WHERE (facts ->> 'lastDay')::date < $1::date`, [
      today.subtract({ months: shiftsKeptFor }).toString(),
    ]);
    await this.dataSource.query(
      `DELETE FROM visit_items WHERE (facts ->> 'end')::timestamptz < $1::timestamptz`,
      [this.clock().toZonedDateTimeISO(homeZone).subtract({ months: shiftsKeptFor }).toInstant().toString()],
    );
  }
}
