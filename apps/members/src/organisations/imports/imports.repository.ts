import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { MoreThan, Not, In, type DataSource, type EntityManager } from 'typeorm';
import { insertRows, type Written } from '#imports';
import { ImportEntity } from './import.entity.js';
import { ImportRowEntity, type Outcome } from './import-row.entity.js';

/** What staff want to see of an import's rows. */
export type RowChoice = 'all' | Outcome | 'meanwhile';

/** Rows that are read at once. */
const chunk = 200;

/** What staff have to deal with comes first. */
const byOutcome = `array_position(ARRAY['problem', 'alike', 'changed', 'new', 'unchanged'], r.outcome)`;

/** The files that staff upload, row by row. */
@Injectable()
export class ImportsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async add(manager: EntityManager, entity: ImportEntity, rows: readonly ImportRowEntity[]): Promise<void> {
    await manager.insert(ImportEntity, entity);
    await insertRows(manager, 'import_rows', rows.map(asColumns));
  }

  /**
   * A page of an import's rows, those that need somebody first; decided ones stay where they were.
   *
   * @param page from 1
   */
  async rows(id: string, choice: RowChoice, page: number, size: number): Promise<ImportRowEntity[]> {
    const query = this.dataSource.manager
      .createQueryBuilder(ImportRowEntity, 'r')
      .where('r.import_id = :id', { id })
      .orderBy(`CASE WHEN r.decision IS NOT NULL THEN 2 ELSE ${byOutcome} END`)
      .addOrderBy('r.number')
      .offset((page - 1) * size)
      .limit(size);
    if (choice === 'meanwhile') query.andWhere(`r.written = 'meanwhile'`);
    else if (choice !== 'all') query.andWhere('r.outcome = :choice', { choice });
    return query.getMany();
  }

  /** Every row that the import goes through, in the order of the file. */
  async importable(manager: EntityManager, importId: string): Promise<ImportRowEntity[]> {
    return this.allWhere(manager, importId, { outcome: Not(In(['problem', 'alike'])) });
  }

  /** Every row of the file. */
  async all(manager: EntityManager, importId: string): Promise<ImportRowEntity[]> {
    return this.allWhere(manager, importId, {});
  }

  /** Rows whose plan is another now, because of what was decided. */
  async replan(manager: EntityManager, rows: readonly ImportRowEntity[]): Promise<void> {
    for (let from = 0; from < rows.length; from += chunk) {
      await manager.upsert(ImportRowEntity, rows.slice(from, from + chunk), ['importId', 'number']);
    }
  }

  /** What became of rows, in the very transaction that wrote their organisations. */
  async setWritten(manager: EntityManager, id: string, written: readonly WrittenRow[]): Promise<void> {
    await manager.query(
      `UPDATE import_rows r SET written = w.written, organisation_id = coalesce(w.organisation_id, r.organisation_id)
       FROM unnest($2::int[], $3::text[], $4::uuid[]) AS w (number, written, organisation_id)
       WHERE r.import_id = $1 AND r.number = w.number`,
      [
        id,
        written.map((row) => row.number),
        written.map((row) => row.written),
        written.map((row) => row.organisationId),
      ],
    );
  }

  private async allWhere(
    manager: EntityManager,
    importId: string,
    where: object,
  ): Promise<ImportRowEntity[]> {
    const all: ImportRowEntity[] = [];
    for (;;) {
      const more = await manager.find(ImportRowEntity, {
        where: { ...where, importId, number: MoreThan(all.at(-1)?.number ?? -1) },
        order: { number: 'ASC' },
        take: chunk,
      });
      all.push(...more);
      if (more.length < chunk) return all;
    }
  }
}

export interface WrittenRow {
  readonly number: number;
  readonly written: Written;
  readonly organisationId: string | null;
}

/** A row by the names of its columns. */
function asColumns({ importId, organisationId, organisationVersion, ...rest }: ImportRowEntity): object {
  return {
    ...rest,
    import_id: importId,
    organisation_id: organisationId,
    organisation_version: organisationVersion,
  };
}
