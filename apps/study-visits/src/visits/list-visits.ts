import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { Visit } from './domain/visit.js';

/** A visit as a list shows it. */
export type ListedVisit = Pick<
  Visit,
  'id' | 'slug' | 'title' | 'status' | 'region' | 'firstDay' | 'lastDay' | 'zone' | 'summary'
>;

export interface Listed<Row> {
  /** Not over yet, the next one first. */
  readonly coming: readonly Row[];
  /** The latest one first. */
  readonly past: readonly Row[];
}

const columns = `v.id, v.slug, v.title, v.status, v.region, v.first_day::text AS "firstDay", v.last_day::text AS "lastDay",
  v.zone, v.summary`;

/** Lists visits. A network has one or two in a year, so that they are not paged. */
@Injectable()
export class ListVisits {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Those that everybody may know of. @param today where the network is */
  async announced(today: Temporal.PlainDate): Promise<Listed<ListedVisit>> {
    return byDay(await this.where(`WHERE v.status <> 'draft'`), today);
  }

  /** All of them. @param today where the network is */
  async managed(today: Temporal.PlainDate): Promise<Listed<ListedVisit>> {
    return byDay(await this.where(''), today);
  }

  private where(where: string): Promise<ListedVisit[]> {
    return this.dataSource.query(
      `SELECT ${columns} FROM visits v ${where} ORDER BY v.first_day, v.title, v.id`,
    );
  }
}

function byDay<Row extends ListedVisit>(rows: readonly Row[], today: Temporal.PlainDate): Listed<Row> {
  const isPast = ({ lastDay, status }: Row) => status === 'over' || lastDay < today.toString();
  return { coming: rows.filter((row) => !isPast(row)), past: rows.filter(isPast).toReversed() };
}
