import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Category, Status } from '../domain/organisation.js';
import type { Due, OrganisationList, SortKey } from './domain/organisation-list.js';
import { conditionsOf, conditionsOn, dueConditions } from './organisation-filter.js';

/** One line of the staff's table. */
export interface ListedOrganisation {
  readonly id: string;
  readonly name: string;
  readonly category: Category;
  readonly kind: string;
  readonly status: Status;
  readonly joinedOn: string | null;
  readonly leftOn: string | null;
  readonly discountEndsOn: string | null;
}

export interface ListedOrganisations {
  readonly items: readonly ListedOrganisation[];
  /** How many there are in all. */
  readonly total: number;
}

/** What waits for somebody to do it, as numbers. */
export type DueCounts = Readonly<Record<Due | 'applied' | 'approved', number>>;

/** Statuses and categories in their own order, rather than of the alphabet. */
const orders: Readonly<Record<SortKey, string>> = {
  name: `lower(regexp_replace(o.name, '^(the|royal borough of|city of)\\s+', '', 'i'))`,
  category: `array_position(ARRAY['full', 'associate', 'affiliate', 'supporter'], o.category)`,
  kind: 'lower(o.kind)',
  status: `array_position(ARRAY['applied', 'approved', 'member', 'retained', 'leaving', 'left', 'declined'], o.status)`,
  joined: 'o.joined_on',
};

const columns = `o.id, o.name, o.category, o.kind, o.status, o.joined_on AS "joinedOn", o.left_on AS "leftOn",
  o.discount_ends_on AS "discountEndsOn"`;

/** What staff see of organisations: every one on record. */
@Injectable()
export class FindOrganisations {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * @param today ISO date, where the network is
   * @param size how many a page holds
   */
  async list(list: OrganisationList, today: string, size: number): Promise<ListedOrganisations> {
    const where = conditionsOf(list, today);
    const direction = list.sort.direction === 'descending' ? 'DESC' : 'ASC';
    const rows: (ListedOrganisation & { total: string })[] = await this.dataSource.query(
      `SELECT ${columns}, count(*) OVER () AS total FROM organisations o
       WHERE ${where.sql}
       ORDER BY ${orders[list.sort.key]} ${direction} NULLS LAST, ${orders.name}, o.id
       LIMIT ${where.parameter(size)} OFFSET ${where.parameter((list.page - 1) * size)}`,
      where.parameters,
    );
    return { items: rows, total: Number(rows[0]?.total ?? 0) };
  }

  /** @param today ISO date, where the network is */
  async due(today: string): Promise<DueCounts> {
    const [counts] = await this.dataSource.query<DueCounts[]>(
      `SELECT
         count(*) FILTER (WHERE ${dueConditions.left})::int AS "left",
         count(*) FILTER (WHERE ${dueConditions.leaving})::int AS leaving,
         count(*) FILTER (WHERE ${dueConditions.discount})::int AS discount,
         count(*) FILTER (WHERE ${dueConditions.contact})::int AS contact,
         count(*) FILTER (WHERE o.status = 'applied')::int AS applied,
         count(*) FILTER (WHERE o.status = 'approved')::int AS approved
       FROM organisations o WHERE ${conditionsOn(today).sql}`,
      conditionsOn(today).parameters,
    );
    return counts ?? { left: 0, leaving: 0, discount: 0, contact: 0, applied: 0, approved: 0 };
  }

  /** The kinds of body on record. */
  async kinds(): Promise<readonly string[]> {
    const rows: { kind: string }[] = await this.dataSource.query(
      'SELECT DISTINCT kind FROM organisations ORDER BY kind',
    );
    return rows.map(({ kind }) => kind);
  }

  /** The names of all on record, to look for one that is much like another. */
  async names(): Promise<readonly { readonly id: string; readonly name: string }[]> {
    return this.dataSource.query('SELECT id, name FROM organisations');
  }
}
