import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { MoreThan, Not, type DataSource, type EntityManager } from 'typeorm';
import { insertRows, type Written } from '#imports';
import { ImportEntity } from './import.entity.js';
import { ImportRowEntity } from './import-row.entity.js';

/** What staff want to see of an import's rows. */
export type RowChoice = 'all' | ImportRowEntity['outcome'] | 'meanwhile';

/** Rows that are read at once. */
const chunk = 500;

/** Problems first: they are what staff have to deal with. */
const byOutcome = `array_position(ARRAY['problem', 'changed', 'new', 'unchanged'], r.outcome)`;

@Injectable()
export class ImportsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async add(manager: EntityManager, entity: ImportEntity, rows: readonly ImportRowEntity[]): Promise<void> {
    await manager.insert(ImportEntity, entity);
    await insertRows(manager, 'import_rows', rows.map(asColumns));
  }

  /**
   * A page of an import's rows, those with problems first.
   *
   * @param page from 1
   */
  async rows(id: string, choice: RowChoice, page: number, size: number): Promise<ImportRowEntity[]> {
    const query = this.dataSource.manager
      .createQueryBuilder(ImportRowEntity, 'r')
      .where('r.import_id = :id', { id })
      .orderBy(byOutcome)
      .addOrderBy('r.number')
      .offset((page - 1) * size)
      .limit(size);
    if (choice === 'meanwhile') query.andWhere(`r.written = 'meanwhile'`);
    else if (choice !== 'all') query.andWhere('r.outcome = :choice', { choice });
    return query.getMany();
  }

  /**
   * Rows in the order of the file.
   *
   * @param outcome all of them where `null`
   * @param after the number of the row before the first
   */
  async rowsAfter(
    importId: string,
    outcome: ImportRowEntity['outcome'] | null,
    after: number,
    count: number,
  ): Promise<ImportRowEntity[]> {
    return this.dataSource.manager.find(ImportRowEntity, {
      where: { importId, number: MoreThan(after), ...(outcome !== null && { outcome }) },
      order: { number: 'ASC' },
      take: count,
    });
  }

  /** Every row that has no problem, in the order of the file. */
  async importable(manager: EntityManager, importId: string): Promise<ImportRowEntity[]> {
    const all: ImportRowEntity[] = [];
    for (;;) {
      const more = await manager.find(ImportRowEntity, {
        where: { importId, number: MoreThan(all.at(-1)?.number ?? -1), outcome: Not('problem') },
        order: { number: 'ASC' },
        take: chunk,
      });
      all.push(...more);
      if (more.length < chunk) return all;
    }
  }

  /** What became of rows, in the very transaction that wrote their events. */
  async setWritten(manager: EntityManager, id: string, written: readonly WrittenRow[]): Promise<void> {
    await manager.query(
      `UPDATE import_rows r SET written = w.written, event_ref = coalesce(w.ref, r.event_ref)
       FROM unnest($2::int[], $3::text[], $4::text[]) AS w (number, written, ref)
       WHERE r.import_id = $1 AND r.number = w.number`,
      [
        id,
        written.map((row) => row.number),
        written.map((row) => row.written),
        written.map((row) => row.eventRef),
      ],
    );
  }
}

export interface WrittenRow {
  readonly number: number;
  readonly written: Written;
  readonly eventRef: string | null;
}

/** A row by the names of its columns. */
function asColumns({ importId, eventRef, eventVersion, ...rest }: ImportRowEntity): object {
  return { ...rest, import_id: importId, event_ref: eventRef, event_version: eventVersion };
}
