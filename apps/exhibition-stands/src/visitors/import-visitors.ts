import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { checkText, refuse } from '#checks';
import { lockPeopleForChanges } from '#people';
import { dateOf, notFound, Transactions, unprocessable, valueOf } from '#platform';
import { isId } from '../domain/ids.js';
import { LockExhibition } from '../exhibitions/lock-exhibition.js';
import { FindExhibition } from '../exhibitions/find-exhibition.js';
import { CLOCK, type Clock } from '../tokens.js';
import { readVisitorList } from './domain/visitor-list.js';
import { mustTakeVisitors } from './record-visitor.js';
import { VisitorListRow } from './visitor.entity.js';

/** The largest file, in bytes. */
export const mostBytes = 5 * 1024 * 1024;

/** A file of visitors as it was sent. */
export interface SentList {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** What those were shown who agreed. */
  readonly consentWords: string;
}

/** Takes files of visitors: looked at, confirmed, and written whole or not at all. */
@Injectable()
export class ImportVisitors {
  constructor(
    private readonly transactions: Transactions,
    private readonly exhibitions: FindExhibition,
    private readonly lock: LockExhibition,
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Reads a file and keeps what it found for a day. @returns the list's id @throws Problem 404; 409 `exhibition-not-on`; 422 */
  async look(manager: EntityManager, exhibitionId: string, sent: SentList): Promise<string> {
    const exhibition = await this.exhibitions.byId(exhibitionId, manager);
    mustTakeVisitors(exhibition);
    const consentWords = valueOf(
      checkText(sent.consentWords, 'consentWords', {
        longest: 1000,
        missing: { code: 'missing', message: 'Enter what people were shown before they agreed.' },
        manyLines: true,
      }),
    );
    const now = this.clock();
    const { zone } = exhibition;
    const read = readVisitorList(sent.bytes, { zone, usually: now, consentWords });
    if (!read.ok) throw unprocessable(refuse('file', 'unreadable', read.problem).problems);
    const id = uuidv7();
    await manager.insert(VisitorListRow, {
      id,
      exhibitionId: exhibition.id,
      fileName: sent.fileName.slice(0, 200),
      lookedAt: dateOf(now),
      rows: [...read.rows],
      summary: read.summary,
    });
    return id;
  }

  /** @throws Problem 404 */
  async one(
    exhibitionId: string,
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<VisitorListRow> {
    const list = isId(id) ? await manager.findOneBy(VisitorListRow, { id, exhibitionId }) : null;
    if (list === null) throw notFound('There is no such list. Lists that nobody confirms go after a day.');
    return list;
  }

  /** How many of its addresses are written down already. */
  async already({ id, exhibitionId }: Pick<VisitorListRow, 'id' | 'exhibitionId'>): Promise<number> {
    const [found]: { already: number }[] = await this.dataSource.query(
      `SELECT count(*)::integer AS already FROM visitor_lists l, jsonb_array_elements(l.rows) AS r
       JOIN visitors v ON v.exhibition_id = $2 AND lower(v.email) = lower(r #>> '{details,email}')
       WHERE l.id = $1`,
      [id, exhibitionId],
    );
    return found?.already ?? 0;
  }

  /**
   * Writes all of a list in one transaction; addresses that are there already are passed over. What is written already stays.
   *
   * @throws Problem 404; 409 `exhibition-not-on`
   */
  confirm(exhibitionId: string, id: string): Promise<VisitorListRow> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const exhibition = await this.lock.run(manager, exhibitionId);
      mustTakeVisitors(exhibition);
      const list = await this.one(exhibition.id, id, manager);
      if (list.writtenAt !== null || list.rows === null) return list;
      const written: unknown[] = await manager.query(
        `INSERT INTO visitors (id, exhibition_id, at, name, email, organisation_name, interests, consent_at, consent_words, source)
         SELECT gen_random_uuid(), l.exhibition_id, (r ->> 'at')::timestamptz, r #>> '{details,name}', r #>> '{details,email}',
           r #>> '{details,organisationName}', r #>> '{details,interests}',
           CASE WHEN r #>> '{details,email}' IS NOT NULL THEN (r ->> 'at')::timestamptz END,
           CASE WHEN r #>> '{details,email}' IS NOT NULL THEN l.summary ->> 'consentWords' END, 'csv'
         FROM visitor_lists l, jsonb_array_elements(l.rows) AS r WHERE l.id = $1
         ON CONFLICT (exhibition_id, lower(email)) DO NOTHING RETURNING id`,
        [list.id],
      );
      const done = { rows: null, writtenAt: dateOf(this.clock()), written: written.length };
      await manager.update(VisitorListRow, { id: list.id }, done);
      return this.one(exhibition.id, id, manager);
    });
  }
}
