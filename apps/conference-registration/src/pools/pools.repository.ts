import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { isId } from '../domain/ids.js';
import { noSuchThing } from '../set-up/problems.js';
import type { Pool } from './domain/pool-details.js';
import { stateOf, type PoolCount, type PoolState } from './domain/pool-state.js';
import { PoolRow } from './pool.entity.js';

/** Where pools are kept. */
@Injectable()
export class PoolsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** All of a conference's, in their order. */
  async list(conferenceId: string, manager = this.dataSource.manager): Promise<Pool[]> {
    return manager.find(PoolRow, { where: { conferenceId }, order: { position: 'ASC', id: 'ASC' } });
  }

  /** @throws Problem 404, also for one of another conference's */
  async read(conferenceId: string, id: string, manager = this.dataSource.manager): Promise<Pool> {
    const row = isId(id) ? await manager.findOneBy(PoolRow, { id, conferenceId }) : null;
    if (row === null) throw noSuchThing('limit');
    return row;
  }

  async add(manager: EntityManager, conferenceId: string, pool: Pool): Promise<void> {
    await manager.insert(PoolRow, { ...pool, conferenceId, ticketTypeIds: [...pool.ticketTypeIds] });
  }

  async update(manager: EntityManager, { id, ...pool }: Pool): Promise<void> {
    await manager.update(PoolRow, { id }, { ...pool, ticketTypeIds: [...pool.ticketTypeIds] });
  }

  async delete(manager: EntityManager, id: string): Promise<void> {
    await manager.delete(PoolRow, { id });
  }

  /** How each of some pools stands, by its id. */
  async states(conferenceId: string, pools: readonly Pool[]): Promise<ReadonlyMap<string, PoolState>> {
    const counts = await this.dataSource.query<(PoolCount & { pool: string })[]>(
      `SELECT k.subject_id AS pool, k.queued,
         count(p.id) FILTER (WHERE p.status = 'confirmed')::int AS confirmed,
         count(p.id) FILTER (WHERE p.status <> 'confirmed')::int AS held
       FROM counts k
       LEFT JOIN places p ON p.conference_id = k.conference_id AND k.id = ANY(p.count_ids)
         AND p.status IN ('confirmed', 'held', 'reserved', 'offered')
       WHERE k.conference_id = $1 AND k.kind = 'pool'
       GROUP BY k.id`,
      [conferenceId],
    );
    return new Map(
      pools.map((pool) => [
        pool.id,
        stateOf(
          pool,
          counts.filter((count) => count.pool === pool.id),
        ),
      ]),
    );
  }
}
