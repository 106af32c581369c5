import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { homeZone } from '#checks';
import type { Schedule } from '#messaging';
import { CLOCK, type Clock } from '../tokens.js';
import { openForDays } from './domain/asking.js';

/** Forgets each night whose an answer is, once it cannot be changed any more. */
@Injectable()
export class PartAnswers implements Schedule {
  readonly name = 'part-feedback-from-travellers';
  readonly every = { dailyAt: '03:50', zone: homeZone };

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(_dueAt: Temporal.Instant): Promise<void> {
    const today = this.clock().toZonedDateTimeISO(homeZone).toPlainDate();
    await this.dataSource.query(
      `UPDATE visit_feedback f SET traveller_id = NULL FROM visits v
       WHERE v.id = f.visit_id AND f.traveller_id IS NOT NULL AND v.last_day < $1`,
      [today.subtract({ days: openForDays + 1 }).toString()],
    );
  }
}
