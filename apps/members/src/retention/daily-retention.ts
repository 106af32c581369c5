import { Injectable } from '@nestjs/common';
import type { Schedule } from '#messaging';
import { homeZone } from '../domain/home-day.js';
import { CarryOutRetention } from './carry-out-retention.js';

/** Has the retention carried out every night, and after a start that comes later than that. */
@Injectable()
export class DailyRetention implements Schedule {
  readonly name = 'retention';
  readonly every = { dailyAt: '03:30', zone: homeZone } as const;

  constructor(private readonly retention: CarryOutRetention) {}

  async run(): Promise<void> {
    await this.retention.run();
  }
}
