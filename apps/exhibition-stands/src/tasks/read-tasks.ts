import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { isId } from '../domain/ids.js';
import { asSeen, type SeenThing } from '../plans/problems.js';
import { tasksInOrder } from './domain/task.js';
import { TaskRow } from './task.entity.js';

/** What is to be done for an exhibition. */
@Injectable()
export class ReadTasks {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** What is still to be done, the most overdue first; then what is done. */
  async of(exhibitionId: string): Promise<readonly TaskRow[]> {
    const rows = await this.dataSource.manager.find(TaskRow, {
      where: { exhibitionId },
      order: { id: 'ASC' },
    });
    return tasksInOrder(rows.map((row) => ({ row, dueOn: row.dueOn, isDone: row.doneAt !== null }))).map(
      ({ row }) => row,
    );
  }

  /** @throws Problem 404 */
  async one({ exhibitionId, id }: Omit<SeenThing, 'version'>): Promise<TaskRow> {
    const row = isId(id) ? await this.dataSource.manager.findOneBy(TaskRow, { id, exhibitionId }) : null;
    return asSeen(row, { version: null }, 'task');
  }

  /** Whom a task can be given to: the names of the staff. */
  async staffNames(): Promise<readonly string[]> {
    const rows: { name: string }[] = await this.dataSource.query(
      `SELECT DISTINCT name FROM people WHERE roles && '{staff,admin}' ORDER BY name`,
    );
    return rows.map(({ name }) => name);
  }
}
