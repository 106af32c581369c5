import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { containing } from '#platform';
import { OrganisationRow } from './organisation.entity.js';
import type { Organisation } from './organisation.js';

/** How many a search finds at most. */
const mostFound = 20;

/** An organisation as its row says it is. */
export function organisationFrom(row: OrganisationRow): Organisation {
  const { version: _, discountPercent: percent, discountEndsOn: endsOn, ...organisation } = row;
  return { ...organisation, discount: percent === null ? null : { percent, endsOn } };
}

/** Finds organisations that `members` has told of. */
@Injectable()
export class FindOrganisation {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * @param manager of the transaction that wants to know, if any
   * @returns `null` when nobody has told of it (yet)
   */
  async byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<Organisation | null> {
    // Other services make these ids, so that programs may send anything; a database's text cannot hold NUL.
    const row = id.includes('\0') ? null : await manager.findOneBy(OrganisationRow, { id });
    return row && organisationFrom(row);
  }

  /** Those of several ids that are known, by id. */
  async byIds(
    ids: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ReadonlyMap<string, Organisation>> {
    const rows = await manager
      .createQueryBuilder(OrganisationRow, 'organisation')
      .where('organisation.id = ANY(:ids)', { ids })
      .getMany();
    return new Map(rows.map((row) => [row.id, organisationFrom(row)]));
  }

  /**
   * The first {@link mostFound} whose name holds the text, in the order of their names.
   *
   * @param text blank: any
   */
  async bySearch(text: string): Promise<Organisation[]> {
    const rows = await this.dataSource.manager
      .createQueryBuilder(OrganisationRow, 'organisation')
      .where('organisation.name ILIKE :text', { text: containing(text.trim().replaceAll('\0', '')) })
      .orderBy('organisation.name')
      .addOrderBy('organisation.id')
      .limit(mostFound)
      .getMany();
    return rows.map(organisationFrom);
  }
}
