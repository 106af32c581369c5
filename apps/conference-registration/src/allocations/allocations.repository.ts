import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { isId } from '../domain/ids.js';
import { noSuchThing } from '../set-up/problems.js';
import { FreeAllocationRow } from '../tickets/free-allocation.entity.js';
import type { Allocation } from './domain/allocation-details.js';

/** Where free places are kept. */
@Injectable()
export class AllocationsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** All of a conference's, the oldest first. */
  async list(conferenceId: string, manager = this.dataSource.manager): Promise<Allocation[]> {
    return manager.find(FreeAllocationRow, { where: { conferenceId }, order: { id: 'ASC' } });
  }

  /** @throws Problem 404, also for one of another conference's */
  async read(conferenceId: string, id: string, manager = this.dataSource.manager): Promise<Allocation> {
    const row = isId(id) ? await manager.findOneBy(FreeAllocationRow, { id, conferenceId }) : null;
    if (row === null) throw noSuchThing('free places');
    return row;
  }

  async add(manager: EntityManager, conferenceId: string, allocation: Allocation): Promise<void> {
    await manager.insert(FreeAllocationRow, { ...allocation, conferenceId });
  }

  async update(manager: EntityManager, { id, places, version }: Allocation): Promise<void> {
    await manager.update(FreeAllocationRow, { id }, { places, version });
  }

  /** Whether a place was ever free by it, also one that was given back. */
  async isUsed(manager: EntityManager, conferenceId: string, id: string): Promise<boolean> {
    const [found] = await manager.query<{ is: boolean }[]>(
      'SELECT EXISTS (SELECT FROM places WHERE conference_id = $1 AND free_allocation_id = $2) AS is',
      [conferenceId, id],
    );
    return found?.is ?? false;
  }

  async delete(manager: EntityManager, id: string): Promise<void> {
    await manager.delete(FreeAllocationRow, { id });
  }

  /** How many places are taken by each, of all organisations together, by id. */
  async taken(conferenceId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.dataSource.query<{ id: string; taken: number }[]>(
      `SELECT subject_id AS id, sum(taken)::int AS taken FROM counts
       WHERE conference_id = $1 AND kind = 'allocation' GROUP BY subject_id`,
      [conferenceId],
    );
    return new Map(rows.map(({ id, taken }) => [id, taken]));
  }
}
