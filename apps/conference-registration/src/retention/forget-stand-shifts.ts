import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { homeZone } from '#checks';
import { forgetShifts, forgetTravels } from '#elsewhere';
import { standShiftsKeptFrom } from './domain/kept-for.js';

/** Deletes who was on a stand, or away with a study visit, when that is over: it stands in nobody's way any more. */
@Injectable()
export class ForgetStandShifts {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * @param today where the network is
   * @returns how many were deleted
   */
  async run(today: Temporal.PlainDate): Promise<number> {
    const from = standShiftsKeptFrom(today).toZonedDateTime(homeZone).toInstant();
    const [, deleted]: [unknown, number] = await this.dataSource.query(forgetShifts, [from.toString()]);
    const [, travels]: [unknown, number] = await this.dataSource.query(forgetTravels, [
      standShiftsKeptFrom(today).toString(),
    ]);
    return deleted + travels;
  }
}
