import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Conditions, cursorPage, decodeCursor, type CursorPage } from '#platform';
import { homeDay } from '../../domain/home-day.js';
import { CLOCK, type Clock } from '../../tokens.js';
import type { PeopleList } from '../domain/people-list.js';
import type { Person } from '../domain/person.js';
import { PeopleRepository } from '../people.repository.js';
import { addPeopleFilter } from '../people-filter.js';

const keys = [/^[^\0]{0,400}$/u, /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/] as const;

/** Everybody by name, page by page. */
@Injectable()
export class PagePeople {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly people: PeopleRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for a cursor that this list did not make */
  async page(
    list: Omit<PeopleList, 'page'>,
    { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<CursorPage<Person>> {
    const where = new Conditions();
    addPeopleFilter(where, list, homeDay(this.clock()));
    if (cursor !== undefined)
      where.add('(lower(p.name), p.id) > (?, ?::uuid)', ...decodeCursor(cursor, keys));
    const rows: { id: string; key: string }[] = await this.dataSource.query(
      `SELECT p.id, lower(p.name) AS key FROM people p WHERE ${where.sql}
       ORDER BY lower(p.name), p.id LIMIT ${where.parameter(limit + 1)}`,
      where.parameters,
    );
    const { items, nextCursor } = cursorPage(rows, limit, ({ key, id }) => [key, id]);
    const found = new Map(
      (await this.people.findRecords(items.map(({ id }) => id))).map((person) => [person.id, person]),
    );
    return { items: items.flatMap(({ id }) => found.get(id) ?? []), nextCursor };
  }
}
