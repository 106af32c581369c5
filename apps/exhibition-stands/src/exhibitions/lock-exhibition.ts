import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isId } from '../domain/ids.js';
import type { Exhibition } from './domain/exhibition.js';
import { FindExhibition, noSuchExhibition } from './find-exhibition.js';

/**
 * The lock of an exhibition, under which everything is counted (passes, places of a shift) and its rota is replaced. It comes
 * after that of the people and before that of any row.
 */
@Injectable()
export class LockExhibition {
  constructor(private readonly exhibitions: FindExhibition) {}

  /**
   * Waits for the lock; it is held until the transaction ends.
   *
   * @returns the exhibition as it is under the lock
   * @throws Problem 404
   */
  async run(manager: EntityManager, id: string): Promise<Exhibition> {
    if (!isId(id)) throw noSuchExhibition();
    const [row]: { version: number | null }[] = await manager.query('SELECT lock_exhibition($1) AS version', [
      id,
    ]);
    if (row === undefined || row.version === null) throw noSuchExhibition();
    return this.exhibitions.byId(id, manager);
  }
}
