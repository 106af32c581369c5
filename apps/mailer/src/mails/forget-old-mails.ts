import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Schedule } from '#messaging';
import { contentKeptDays } from './domain/send-again.js';

/** How long the log of mails is kept, in days. */
export const keptDays = 90;

/** Forgets what mails said that cannot be sent again any more, and deletes what the log has kept long enough. */
@Injectable()
export class ForgetOldMails implements Schedule {
  readonly name = 'forget-old-mails';
  readonly every = 60 * 60_000;

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async run(): Promise<void> {
    await this.dataSource.query(
      `UPDATE mails SET html = NULL, text = NULL, calendar_method = NULL, calendar_content = NULL
       WHERE html IS NOT NULL AND next_attempt_at IS NULL AND asked_at < now() - make_interval(days => $1)`,
      [contentKeptDays],
    );
    await this.dataSource.query(
      `DELETE FROM mails WHERE asked_at < now() - make_interval(days => $1) AND next_attempt_at IS NULL`,
      [keptDays],
    );
  }
}
