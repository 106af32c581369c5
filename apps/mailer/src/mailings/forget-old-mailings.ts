import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { mailKindNames, mailKindOf } from '#contracts';
import type { Schedule } from '#messaging';
import { contentKeptDays } from '../mails/domain/send-again.js';
import { keptDays } from '../mails/forget-old-mails.js';

const keptKinds = mailKindNames.filter((kind) => mailKindOf(kind).isKept);

/** Forgets what mailings said, and deletes those that the log has kept long enough. */
@Injectable()
export class ForgetOldMailings implements Schedule {
  readonly name = 'forget-old-mailings';
  readonly every = 60 * 60_000;

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async run(): Promise<void> {
    await this.forgetContent();
    await this.dataSource.query(
      `DELETE FROM mailings WHERE asked_at < now() - make_interval(days => $1)
         AND NOT EXISTS (SELECT FROM mails WHERE mailing_id = mailings.id)`,
      [keptDays],
    );
  }

  /** Once no mail waits for it and none can come, and for some days more where mails of the kind can be sent again. */
  private async forgetContent(): Promise<void> {
    await this.dataSource.query(
      `UPDATE mailings SET html = NULL, text = NULL, calendar_method = NULL, calendar_content = NULL
       WHERE html IS NOT NULL
         AND NOT EXISTS (SELECT FROM mails WHERE mailing_id = mailings.id AND next_attempt_at IS NOT NULL)
         AND (needed_by < now() OR total <= (SELECT count(*) FROM mails WHERE mailing_id = mailings.id))
         AND now() - make_interval(days => CASE WHEN kind = ANY ($2) THEN $1 ELSE 0 END) >= coalesce(
           (SELECT max(a.at) FROM mails m JOIN mail_attempts a ON a.mail_id = m.id WHERE m.mailing_id = mailings.id),
           asked_at)`,
      [contentKeptDays, keptKinds],
    );
  }
}
