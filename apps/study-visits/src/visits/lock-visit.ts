import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isId } from '../domain/ids.js';
import type { Visit } from './domain/visit.js';
import { FindVisit, noSuchVisit } from './find-visit.js';

/**
 * The lock of a visit, under which everything is counted (places, offers, beds) and its lists are replaced. It comes after that
 * of the people and before that of any row.
 */
@Injectable()
export class LockVisit {
  constructor(private readonly visits: FindVisit) {}

  /**
   * Waits for the lock; it is held until the transaction ends.
   *
   * @returns the visit as it is under the lock
   * @throws Problem 404
   */
  async run(manager: EntityManager, id: string): Promise<Visit> {
    if (!isId(id)) throw noSuchVisit();
    const [row]: { version: number | null }[] = await manager.query('SELECT lock_visit($1) AS version', [id]);
    if (row === undefined || row.version === null) throw noSuchVisit();
    return this.visits.byId(id, manager);
  }
}
