import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { validate as isUuid } from 'uuid';
import type { DataSource } from 'typeorm';
import { Conditions, containing, notFound } from '#platform';
import type { MailList } from './domain/mail-list.js';
import type { MailStatus } from './domain/mail-status.js';
import { MailAttemptRow } from './mail-attempt.entity.js';
import { MailRow } from './mail.entity.js';

/** A mail in a list. */
export interface ListedMail {
  readonly id: string;
  readonly kind: string;
  /** `null` once its reader has been forgotten. */
  readonly toAddress: string | null;
  readonly subject: string | null;
  readonly status: MailStatus;
  readonly askedAt: Date;
  readonly lastAnswer: string | null;
}

export interface ListedMails {
  readonly items: readonly ListedMail[];
  readonly total: number;
}

/** What needs somebody's attention. */
export interface Troubles {
  readonly deferred: number;
  /** In the last seven days. */
  readonly refused: number;
}

/** What staff see of mails: everything but what they said. */
@Injectable()
export class FindMails {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * The latest first.
   *
   * @param size how many a page holds
   */
  async list({ address, status, person, mailing, page }: MailList, size: number): Promise<ListedMails> {
    const where = new Conditions();
    if (address !== '') where.add('to_address ILIKE ?', containing(address));
    if (status !== null) where.add('status = ?', status);
    if (person !== null) where.add('person_id = ?', person);
    if (mailing !== null) where.add('mailing_id = ?', mailing);
    const rows = await this.dataSource.query<(ListedMail & { total: string })[]>(
      `SELECT id, kind, to_address AS "toAddress", subject, status, asked_at AS "askedAt", last_answer AS "lastAnswer",
         count(*) OVER () AS total
       FROM mails WHERE ${where.sql}
       ORDER BY asked_at DESC, id
       LIMIT ${where.parameter(size)} OFFSET ${where.parameter((page - 1) * size)}`,
      where.parameters,
    );
    return { items: rows, total: Number(rows[0]?.total ?? 0) };
  }

  async troubles(): Promise<Troubles> {
    const [counts] = await this.dataSource.query<Troubles[]>(
      `SELECT count(*) FILTER (WHERE status = 'deferred')::int AS deferred,
         count(*) FILTER (WHERE status = 'refused' AND asked_at > now() - interval '7 days')::int AS refused
       FROM mails WHERE status IN ('deferred', 'refused')`,
    );
    return counts ?? { deferred: 0, refused: 0 };
  }

  /**
   * A mail with its history, the newest first.
   *
   * @throws Problem 404 when there is none
   */
  async read(id: string): Promise<{ mail: MailRow; attempts: MailAttemptRow[] }> {
    const mail = isUuid(id) ? await this.dataSource.manager.findOneBy(MailRow, { id }) : null;
    if (mail === null) throw notFound('There is no such mail. The log is kept for 90 days.');
    const attempts = await this.dataSource.manager.find(MailAttemptRow, {
      where: { mailId: id },
      order: { number: 'DESC' },
    });
    return { mail, attempts };
  }
}
