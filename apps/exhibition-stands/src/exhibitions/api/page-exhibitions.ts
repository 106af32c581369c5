import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource } from 'typeorm';
import { cursorPage, decodeCursor, type CursorPage } from '#platform';
import { idPattern } from '../../domain/ids.js';
import type { Exhibition } from '../domain/exhibition.js';
import { ExhibitionDayRow } from '../exhibition-day.entity.js';
import { exhibitionOf } from '../exhibition-rows.js';
import { ExhibitionRow } from '../exhibition.entity.js';
import { FindExhibition, noSuchExhibition } from '../find-exhibition.js';

const keys = [/^\d{4}-\d{2}-\d{2}$/, idPattern] as const;

/** Exhibitions as programs find them: staff all, everybody else those that are published. */
@Injectable()
export class PageExhibitions {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly exhibitions: FindExhibition,
  ) {}

  /** The latest first. @throws Problem 400 for a cursor that this list did not make */
  async page(
    seesDrafts: boolean,
    { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<CursorPage<Exhibition>> {
    const query = this.dataSource.manager.createQueryBuilder(ExhibitionRow, 'exhibition');
    if (!seesDrafts) query.andWhere(`exhibition.status <> 'draft'`);
    if (cursor !== undefined) {
      const [day, id] = decodeCursor(cursor, keys);
      query.andWhere('(exhibition.firstDay, exhibition.id) < (:day::date, :id::uuid)', { day, id });
    }
    const rows = await query
      .orderBy('exhibition.firstDay', 'DESC')
      .addOrderBy('exhibition.id', 'DESC')
      .limit(limit + 1)
      .getMany();
    const days = await this.dataSource.manager.findBy(ExhibitionDayRow, {
      exhibitionId: In(rows.map(({ id }) => id)),
    });
    const found = rows.map((row) =>
      exhibitionOf(
        row,
        days.filter(({ exhibitionId }) => exhibitionId === row.id),
      ),
    );
    return cursorPage(found, limit, ({ firstDay, id }) => [firstDay, id]);
  }

  /**
   * @param name its id or its slug
   * @throws Problem 404, also for a draft that whoever asks may not know of
   */
  async one(name: string, seesDrafts: boolean): Promise<Exhibition> {
    const exhibition = await this.exhibitions.byIdOrSlug(name);
    if (exhibition.status === 'draft' && !seesDrafts) throw noSuchExhibition();
    return exhibition;
  }
}
