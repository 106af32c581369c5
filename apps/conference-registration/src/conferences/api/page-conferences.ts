import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { cursorPage, decodeCursor, type CursorPage } from '#platform';
import { noSuchConference } from '../../catalogue/read-catalogue.js';
import { idPattern, isId } from '../../domain/ids.js';
import { StaffConferences } from '../staff-conferences.js';
import { ConferenceRow } from '../conference.entity.js';

const keys = [/^\d{4}-\d{2}-\d{2}$/, idPattern] as const;

/** Conferences as programs find them: staff all, everybody else those that are published. */
@Injectable()
export class PageConferences {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly conferences: StaffConferences,
  ) {}

  /** The latest first. @throws Problem 400 for a cursor that this list did not make */
  async page(
    seesDrafts: boolean,
    { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<CursorPage<ConferenceRow>> {
    const query = this.dataSource.manager.createQueryBuilder(ConferenceRow, 'conference');
    if (!seesDrafts) query.andWhere(`conference.status <> 'draft'`);
    if (cursor !== undefined) {
      const [day, id] = decodeCursor(cursor, keys);
      query.andWhere('(conference.firstDay, conference.id) < (:day::date, :id::uuid)', { day, id });
    }
    const rows = await query
      .orderBy('conference.firstDay', 'DESC')
      .addOrderBy('conference.id', 'DESC')
      .limit(limit + 1)
      .getMany();
    return cursorPage(rows, limit, ({ firstDay, id }) => [firstDay, id]);
  }

  /**
   * @param name its id or its slug
   * @throws Problem 404, also for a draft that whoever asks may not know of
   */
  async one(name: string, seesDrafts: boolean): Promise<ConferenceRow> {
    const row = await (isId(name) ? this.conferences.read(name) : this.conferences.bySlug(name));
    if (row.status === 'draft' && !seesDrafts) throw noSuchConference();
    return row;
  }
}
