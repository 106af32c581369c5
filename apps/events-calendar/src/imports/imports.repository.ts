import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { MoreThan, Not, type DataSource, type EntityManager } from 'typeorm';
import { isHeld } from './import-lock.js';
import { ImportEntity, type ImportResult } from './import.entity.js';
import { ImportRowEntity, type Written } from './import-row.entity.js';

/** `stopped`: its process is gone, and nothing was written. */
export type ImportState = ImportEntity['state'] | 'stopped';

export type Import = Omit<ImportEntity, 'state'> & { readonly state: ImportState };

/** What staff want to see of an import's rows. */
export type RowChoice = 'all' | ImportRowEntity['outcome'] | 'meanwhile';

/** What an import keeps of people's files is deleted after this many days. */
export const keptForDays = 7;

/** Rows in one statement. */
const chunk = 500;

/** How long a process may take to begin what was confirmed, in seconds. */
const beginsWithin = 5;

/** Problems first: they are what staff have to deal with. */
const byOutcome = `array_position(ARRAY['problem', 'changed', 'new', 'unchanged'], r.outcome)`;

/** Of the import `i`: it should be running, but nobody runs it. */
const isStopped = `(
  (i.state = 'running' OR (i.state = 'confirmed' AND i.confirmed_at < now() - interval '${beginsWithin} s'))
  AND NOT ${isHeld}
)`;

@Injectable()
export class ImportsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async add(manager: EntityManager, entity: ImportEntity, rows: readonly ImportRowEntity[]): Promise<void> {
    await manager.insert(ImportEntity, entity);
    for (let from = 0; from < rows.length; from += chunk) {
      await manager.query(
        `INSERT INTO import_rows SELECT * FROM jsonb_populate_recordset(NULL::import_rows, $1)`,
        [JSON.stringify(rows.slice(from, from + chunk).map(asColumns), wellFormed)],
      );
    }
  }

  /** Carries out what is promised of files: see {@link keptForDays}. */
  async deleteOld(manager: EntityManager): Promise<void> {
    await manager.query('DELETE FROM imports WHERE created_at < now() - make_interval(days => $1)', [
      keptForDays,
    ]);
  }

  async find(id: string): Promise<Import | null> {
    const entity = await this.dataSource.manager.findOneBy(ImportEntity, { id });
    if (entity === null) return null;
    const [row] = await this.dataSource.query<{ stopped: boolean }[]>(
      `SELECT ${isStopped} AS stopped FROM imports i WHERE i.id = $1`,
      [id],
    );
    return row?.stopped ? { ...entity, state: 'stopped' } : entity;
  }

  /** The newest first. */
  async latest(count: number): Promise<Import[]> {
    const entities = await this.dataSource.manager.find(ImportEntity, {
      order: { createdAt: 'DESC', id: 'DESC' },
      take: count,
    });
    const stopped: { id: string }[] = await this.dataSource.query(
      `SELECT i.id FROM imports i WHERE i.id = ANY($1) AND ${isStopped}`,
      [entities.map(({ id }) => id)],
    );
    const ids = new Set(stopped.map(({ id }) => id));
    return entities.map((entity) => (ids.has(entity.id) ? { ...entity, state: 'stopped' } : entity));
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

  /** @returns whether it was this call that moved it on: a second press of the button does not */
  async confirm(id: string, at: Date): Promise<boolean> {
    const moved: [unknown[], number] = await this.dataSource.query(
      `UPDATE imports i SET state = 'confirmed', confirmed_at = $2, progress = 0
       WHERE i.id = $1 AND (i.state IN ('uploaded', 'failed') OR ${isStopped})`,
      [id, at],
    );
    return moved[1] === 1;
  }

  /**
   * On a connection of its own, so that others see it while the import's transaction runs.
   *
   * @returns whether there is anything to run
   */
  async begin(id: string): Promise<boolean> {
    const moved: [unknown[], number] = await this.dataSource.query(
      `UPDATE imports SET state = 'running', progress = 0 WHERE id = $1 AND state IN ('confirmed', 'running')`,
      [id],
    );
    return moved[1] === 1;
  }

  /** On a connection of its own, as {@link begin}. */
  async setProgress(id: string, progress: number): Promise<void> {
    await this.dataSource.query('UPDATE imports SET progress = $2 WHERE id = $1', [id, progress]);
  }

  async fail(id: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE imports SET state = 'failed', finished_at = now() WHERE id = $1 AND state IN ('confirmed', 'running')`,
      [id],
    );
  }

  /** What became of the import, in the very transaction that wrote its events. */
  async finish(
    manager: EntityManager,
    id: string,
    { result, written, at }: { result: ImportResult; written: readonly WrittenRow[]; at: Date },
  ): Promise<void> {
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
    await manager.query(
      `UPDATE imports SET state = 'done', progress = $2, result = $3, finished_at = $4 WHERE id = $1`,
      [id, written.length, JSON.stringify(result), at],
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

/** The database keeps no halves of a character; they become U+FFFD. */
const wellFormed = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed() : value;
