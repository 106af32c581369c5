import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { instantOf } from '#platform';
import { visitor } from '../events/domain/visibility.js';
import { EventConditions } from './conditions.js';

/** A public event as a sitemap lists it. */
export interface PublicAddress {
  readonly ref: string;
  readonly changedAt: Temporal.Instant;
}

/** As many addresses as a sitemap may hold (sitemaps.org), less some for pages that are not events. */
const most = 49_000;

/** Every event that a visitor may read, the newest first. */
@Injectable()
export class ListPublicAddresses {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async all(): Promise<PublicAddress[]> {
    const where = new EventConditions().visibleTo(visitor);
    const rows: { ref: string; changed_at: Date }[] = await this.dataSource.query(
      `SELECT e.ref, e.changed_at FROM events e WHERE ${where.sql}
       ORDER BY e.created_at DESC, e.id LIMIT ${where.parameter(most)}`,
      where.parameters,
    );
    return rows.map((row) => ({ ref: row.ref, changedAt: instantOf(row.changed_at) }));
  }
}
