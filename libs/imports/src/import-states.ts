import type { DataSource, EntityManager, EntityTarget, FindOptionsOrder, FindOptionsWhere } from 'typeorm';
import { onAnotherConnection } from '#platform';
import { keptForDays, type Import, type ImportRecord, type ImportResult } from './import-record.js';
import { isHeld } from './running/import-lock.js';

/** How long a process may take to begin what was confirmed, in seconds. */
const beginsWithin = 5;

/** Of the import `i`: it should be running, but nobody runs it. */
const isStopped = `(
  (i.state = 'running' OR (i.state = 'confirmed' AND i.confirmed_at < now() - interval '${beginsWithin} s'))
  AND NOT ${isHeld}
)`;

/** How imports stand, in an app's table `imports`, and how they move on. */
export class ImportStates<Record extends ImportRecord = ImportRecord> {
  /** @param records the app's entity for its table `imports` */
  constructor(
    private readonly dataSource: DataSource,
    private readonly records: EntityTarget<Record>,
  ) {}

  async find(id: string): Promise<Import<Record> | null> {
    const where = { id } as FindOptionsWhere<Record>;
    const record = await this.dataSource.manager.findOneBy(this.records, where);
    if (record === null) return null;
    const stopped = await this.stoppedAmong([id]);
    return asItStands(record, stopped);
  }

  /** The newest first. */
  async latest(count: number): Promise<Import<Record>[]> {
    const records = await this.dataSource.manager.find(this.records, {
      order: { createdAt: 'DESC', id: 'DESC' } as FindOptionsOrder<Record>,
      take: count,
    });
    const stopped = await this.stoppedAmong(records.map(({ id }) => id));
    return records.map((record) => asItStands(record, stopped));
  }

  /** Carries out what is promised of files: see {@link keptForDays}. */
  async deleteOld(): Promise<void> {
    await this.dataSource.query('DELETE FROM imports WHERE created_at < now() - make_interval(days => $1)', [
      keptForDays,
    ]);
  }

  /** @returns whether it was this call that moved it on: a second press of the button does not */
  async confirm(id: string): Promise<boolean> {
    const moved: [unknown[], number] = await this.dataSource.query(
      `UPDATE imports i SET state = 'confirmed', confirmed_at = now(), progress = 0
       WHERE i.id = $1 AND (i.state IN ('uploaded', 'failed') OR ${isStopped})`,
      [id],
    );
    return moved[1] === 1;
  }

  /**
   * On a connection of its own, so that others see it while the import's transaction runs.
   *
   * @returns whether there is anything to run
   */
  async begin(id: string): Promise<boolean> {
    const moved = await onAnotherConnection(() =>
      this.dataSource.query<[unknown[], number]>(
        `UPDATE imports SET state = 'running', progress = 0 WHERE id = $1 AND state IN ('confirmed', 'running')`,
        [id],
      ),
    );
    return moved[1] === 1;
  }

  /** On a connection of its own, as {@link begin}. */
  async setProgress(id: string, progress: number): Promise<void> {
    await onAnotherConnection(() =>
      this.dataSource.query('UPDATE imports SET progress = $2 WHERE id = $1', [id, progress]),
    );
  }

  /** On a connection of its own, as {@link begin}. */
  async fail(id: string): Promise<void> {
    await onAnotherConnection(() =>
      this.dataSource.query(
        `UPDATE imports SET state = 'failed', finished_at = now() WHERE id = $1 AND state IN ('confirmed', 'running')`,
        [id],
      ),
    );
  }

  /**
   * What became of the import, in the very transaction that wrote it.
   *
   * @param progress how many rows were gone through
   */
  async finish(manager: EntityManager, id: string, result: ImportResult, progress: number): Promise<void> {
    await manager.query(
      `UPDATE imports SET state = 'done', progress = $2, result = $3, finished_at = now() WHERE id = $1`,
      [id, progress, JSON.stringify(result)],
    );
  }

  private async stoppedAmong(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const stopped: { id: string }[] = await this.dataSource.query(
      `SELECT i.id FROM imports i WHERE i.id = ANY($1) AND ${isStopped}`,
      [ids],
    );
    return new Set(stopped.map(({ id }) => id));
  }
}

const asItStands = <Record extends ImportRecord>(
  record: Record,
  stopped: ReadonlySet<string>,
): Import<Record> => (stopped.has(record.id) ? { ...record, state: 'stopped' } : record);
