import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { cursorPage, decodeCursor, type CursorPage } from '#platform';
import type { Reader } from '../../events/domain/visibility.js';
import type { PageWanted } from './page-events.js';
import { readableBy } from './readable.js';

export interface NamedSeries {
  readonly slug: string;
  readonly name: string;
}

const slugs = /^[a-z0-9-]+$/;

/** The series of the events that a reader may read, by slug. */
@Injectable()
export class PageSeries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws Problem 400 for a cursor that this list did not make */
  async page(reader: Reader, page: PageWanted): Promise<CursorPage<NamedSeries>> {
    const where = readableBy(reader).add('e.series = s.slug');
    const after = page.cursor === undefined ? '' : decodeCursor(page.cursor, [slugs] as const)[0];
    const rows: NamedSeries[] = await this.dataSource.query(
      `SELECT s.slug, s.name FROM series s
       WHERE EXISTS (SELECT 1 FROM events e WHERE ${where.sql}) AND s.slug > ${where.parameter(after)}
       ORDER BY s.slug LIMIT ${where.parameter(page.limit + 1)}`,
      where.parameters,
    );
    return cursorPage(rows, page.limit, ({ slug }) => [slug]);
  }
}
