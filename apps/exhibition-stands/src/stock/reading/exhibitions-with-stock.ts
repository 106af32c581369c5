import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';

/** An exhibition to choose. */
export interface ExhibitionChoice {
  readonly id: string;
  readonly title: string;
}

/** The exhibitions that stock goes to. */
@Injectable()
export class ExhibitionsWithStock {
  constructor(
    private readonly exhibitions: FindExhibition,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** All that are not called off, the latest first. */
  choices(): Promise<ExhibitionChoice[]> {
    return this.dataSource.manager.query(
      `SELECT id, title FROM exhibitions WHERE status <> 'cancelled' ORDER BY first_day DESC, id`,
    );
  }

  /** The one that lasts on a day and has a place for stock; `null` where there is none. */
  async current(now: Temporal.Instant): Promise<Exhibition | null> {
    const [row]: { id: string }[] = await this.dataSource.manager.query(
      `SELECT e.id FROM exhibitions e
       WHERE e.status <> 'cancelled' AND ($1::timestamptz AT TIME ZONE e.zone)::date BETWEEN e.first_day AND e.last_day
         AND EXISTS (SELECT FROM stock_places p WHERE p.exhibition_id = e.id)
       ORDER BY e.first_day, e.id LIMIT 1`,
      [now.toString()],
    );
    return row === undefined ? null : this.exhibitions.byId(row.id);
  }
}
