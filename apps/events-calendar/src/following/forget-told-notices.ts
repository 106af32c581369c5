import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Schedule } from '#messaging';
import { dateOf } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';

/** How long it is known which edits were told together, in days: far longer than a message of one can be late. */
const keptDays = 90;

/** Deletes notices that were told long ago. That followers were told stays in the event's history. */
@Injectable()
export class ForgetToldNotices implements Schedule {
  readonly name = 'forget-told-notices';
  readonly every = 24 * 60 * 60_000;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const before = this.clock().subtract({ hours: keptDays * 24 });
    await this.dataSource.query('DELETE FROM notices WHERE told_at < $1', [dateOf(before)]);
  }
}
