import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { homeZone } from '#checks';
import type { Schedule } from '#messaging';
import { CLOCK, type Clock } from '../tokens.js';
import { draftsKeptForMonths } from './domain/learning-note.js';

/** Deletes each night drafts of notes that were never handed in, a year after the visit. */
@Injectable()
export class ForgetNoteDrafts implements Schedule {
  readonly name = 'forget-note-drafts';
  readonly every = { dailyAt: '03:55', zone: homeZone };

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(_dueAt: Temporal.Instant): Promise<void> {
    const today = this.clock().toZonedDateTimeISO(homeZone).toPlainDate();
    await this.dataSource.query(
      `DELETE FROM learning_notes n USING visits v
       WHERE v.id = n.visit_id AND n.status = 'draft' AND v.last_day < $1`,
      [today.subtract({ months: draftsKeptForMonths }).toString()],
    );
  }
}
