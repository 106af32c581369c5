import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsNull, Not, type DataSource } from 'typeorm';
import { notFound } from '#platform';
import { isId } from '../domain/ids.js';
import { VisitorRow } from './visitor.entity.js';

/** How many stopped by during a shift, or while there was none. */
export interface ShiftCount {
  /** `null`: at no shift's time. */
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly visitors: number;
  readonly agreed: number;
}

/** Who stopped by, and how many. */
@Injectable()
export class ReadVisitors {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Those who want to hear more, the latest first.
   *
   * @param words what stands in their name, address, organisation or interests; empty: all
   * @param page from 0; `null`: all of them
   */
  async list(
    exhibitionId: string,
    words: string,
    page: { readonly from: number; readonly most: number } | null,
  ): Promise<{ readonly visitors: readonly VisitorRow[]; readonly total: number }> {
    const query = this.dataSource.manager
      .createQueryBuilder(VisitorRow, 'visitor')
      .where('visitor.exhibitionId = :exhibitionId AND visitor.email IS NOT NULL', { exhibitionId });
    const wanted = words.trim().slice(0, 200).toLowerCase();
    if (wanted !== '') {
      query.andWhere(
        `strpos(lower(concat_ws(' ', visitor.name, visitor.email, visitor.organisationName, visitor.interests)), :wanted) > 0`,
        { wanted },
      );
    }
    query.orderBy('visitor.at', 'DESC').addOrderBy('visitor.id', 'DESC');
    if (page !== null) query.skip(page.from).take(page.most);
    const [visitors, total] = await query.getManyAndCount();
    return { visitors, total };
  }

  /** One of those. @throws Problem 404, also for whoever was forgotten */
  async one(exhibitionId: string, id: string): Promise<VisitorRow> {
    const visitor = isId(id)
      ? await this.dataSource.manager.findOneBy(VisitorRow, { id, exhibitionId, email: Not(IsNull()) })
      : null;
    if (visitor === null) throw notFound('There is no such visitor.');
    return visitor;
  }

  /** Each visitor counts for the first shift that was on; those of no shift come last. */
  async perShift(exhibitionId: string): Promise<readonly ShiftCount[]> {
    // From the shifts, of which there are few, to the visitors: looking for the shift of each of ten thousand takes far longer.
    return this.dataSource.query(
      `WITH met AS (
         SELECT DISTINCT ON (v.id) v.id, s.starts_at, s.ends_at
         FROM shifts s JOIN visitors v ON v.exhibition_id = s.exhibition_id AND v.at >= s.starts_at AND v.at < s.ends_at
         WHERE s.exhibition_id = $1 ORDER BY v.id, s.source = 'event', s.starts_at, s.ends_at)
       SELECT m.starts_at AS "startsAt", m.ends_at AS "endsAt", count(v.id)::integer AS visitors,
         count(v.consent_at)::integer AS agreed
       FROM visitors v LEFT JOIN met m ON m.id = v.id
       WHERE v.exhibition_id = $1
       GROUP BY m.starts_at, m.ends_at ORDER BY m.starts_at NULLS LAST, m.ends_at`,
      [exhibitionId],
    );
  }
}
