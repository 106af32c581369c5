import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { validate as isUuid } from 'uuid';
import type { DataSource } from 'typeorm';
import { notFound } from '#platform';
import { progressOf, type Counts, type Progress } from './domain/progress.js';
import { MailingRow } from './mailing.entity.js';

/** A mailing in the list. */
export interface ListedMailing {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly askedAt: Date;
  readonly progress: Progress;
}

export interface ListedMailings {
  readonly items: readonly ListedMailing[];
  readonly total: number;
}

/** A mailing and what became of its mails. */
export interface FoundMailing {
  readonly mailing: MailingRow;
  readonly counts: Counts;
  readonly progress: Progress;
}

interface ListedRow {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly askedAt: Date;
  readonly planned: number;
  readonly isOver: boolean;
  readonly counts: Counts | null;
  readonly total: number;
}

/** What staff see of mails to many people. */
@Injectable()
export class FindMailings {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * The latest first.
   *
   * @param page from 1
   * @param size how many a page holds
   */
  async list(page: number, size: number): Promise<ListedMailings> {
    const rows = await this.dataSource.query<ListedRow[]>(
      `SELECT m.id, m.title, m.kind, m.asked_at AS "askedAt", m.total AS planned, m.needed_by < now() AS "isOver",
         (SELECT json_object_agg(status, number) FROM (
           SELECT status, count(*)::int AS number FROM mails WHERE mailing_id = m.id GROUP BY status) AS each) AS counts,
         m.listed AS total
       FROM (SELECT *, (count(*) OVER ())::int AS listed FROM mailings ORDER BY asked_at DESC, id LIMIT $1 OFFSET $2) AS m
       ORDER BY m.asked_at DESC, m.id`,
      [size, (page - 1) * size],
    );
    const items = rows.map(({ id, title, kind, askedAt, planned, counts, isOver }) => ({
      id,
      title,
      kind,
      askedAt,
      progress: progressOf(planned, counts ?? {}, isOver),
    }));
    return { items, total: rows[0]?.total ?? 0 };
  }

  /** @throws Problem 404 when there is none */
  async read(id: string): Promise<FoundMailing> {
    const mailing = isUuid(id) ? await this.dataSource.manager.findOneBy(MailingRow, { id }) : null;
    if (mailing === null) throw notFound('There is no such mailing. The log is kept for 90 days.');
    const rows = await this.dataSource.query<{ status: keyof Counts; number: number }[]>(
      'SELECT status, count(*)::int AS number FROM mails WHERE mailing_id = $1 GROUP BY status',
      [id],
    );
    const counts: Counts = Object.fromEntries(rows.map(({ status, number }) => [status, number]));
    const isOver = mailing.neededBy.getTime() < Date.now();
    return { mailing, counts, progress: progressOf(mailing.total, counts, isOver) };
  }
}
