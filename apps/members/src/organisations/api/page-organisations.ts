import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { cursorPage, decodeCursor, type CursorPage } from '#platform';
import { homeDay } from '../../domain/home-day.js';
import { CLOCK, type Clock } from '../../tokens.js';
import type { Organisation } from '../domain/organisation.js';
import type { OrganisationList } from '../managing/domain/organisation-list.js';
import { conditionsOf } from '../managing/organisation-filter.js';
import { OrganisationsRepository } from '../organisations.repository.js';

const keys = [/^[^\0]{1,400}$/u, /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/] as const;

/** Organisations by name, page by page. */
@Injectable()
export class PageOrganisations {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly organisations: OrganisationsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for a cursor that this list did not make */
  async page(
    list: Omit<OrganisationList, 'sort' | 'page'>,
    { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<CursorPage<Organisation>> {
    const where = conditionsOf(list, homeDay(this.clock()));
    if (cursor !== undefined) {
      where.add('(lower(o.name), o.id) > (?, ?::uuid)', ...decodeCursor(cursor, keys));
    }
    const rows: { id: string; key: string }[] = await this.dataSource.query(
      `SELECT o.id, lower(o.name) AS key FROM organisations o WHERE ${where.sql}
       ORDER BY lower(o.name), o.id LIMIT ${where.parameter(limit + 1)}`,
      where.parameters,
    );
    const { items, nextCursor } = cursorPage(rows, limit, ({ key, id }) => [key, id]);
    const found = new Map(
      (await this.organisations.findAll(items.map(({ id }) => id))).map((one) => [one.id, one]),
    );
    return { items: items.flatMap(({ id }) => found.get(id) ?? []), nextCursor };
  }
}
