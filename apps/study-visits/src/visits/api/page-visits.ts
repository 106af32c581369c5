import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { idPattern } from '#checks';
import { cursorPage, decodeCursor, type CursorPage } from '#platform';
import type { Visit } from '../domain/visit.js';
import { FindVisit } from '../find-visit.js';
import { visitOf } from '../visit-of.js';
import { VisitRow } from '../visit.entity.js';

const keys = [/^\d{4}-\d{2}-\d{2}$/, idPattern] as const;

/** Visits as programs find them: staff all, everybody else those that are announced. */
@Injectable()
export class PageVisits {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly visits: FindVisit,
  ) {}

  /** The latest first. @throws Problem 400 for a cursor that this list did not make */
  async page(
    seesDrafts: boolean,
    { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<CursorPage<Visit>> {
    const query = this.dataSource.manager.createQueryBuilder(VisitRow, 'visit');
    if (!seesDrafts) query.andWhere(`visit.status <> 'draft'`);
    if (cursor !== undefined) {
      const [day, id] = decodeCursor(cursor, keys);
      query.andWhere('(visit.firstDay, visit.id) < (:day::date, :id::uuid)', { day, id });
    }
    const rows = await query
      .orderBy('visit.firstDay', 'DESC')
      .addOrderBy('visit.id', 'DESC')
      .limit(limit + 1)
      .getMany();
    return cursorPage(rows.map(visitOf), limit, ({ firstDay, id }) => [firstDay, id]);
  }

  /**
   * @param name its id or its slug
   * @throws Problem 404, also for a draft that whoever asks may not know of
   */
  one(name: string, seesDrafts: boolean): Promise<Visit> {
    return seesDrafts ? this.visits.byIdOrSlug(name) : this.visits.announced(name);
  }
}
