import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { erasureParts, keptParts } from '../erasure-parts.js';
import { EraseDetails } from '../secrets/erase-details.js';
import { LockVisit } from '../visits/lock-visit.js';
import { VisitErasureRow } from './visit-erasure.entity.js';

/** Erases of a visit what is kept no longer than 30 days after it, and writes down how many of what. */
@Injectable()
export class EraseVisit {
  constructor(
    private readonly lock: LockVisit,
    private readonly details: EraseDetails,
  ) {}

  /**
   * Once for each visit: what was written down then stays as it is.
   *
   * @param manager of a transaction that has the lock of the people
   * @param today ISO; the network's
   * @returns whether it was this time
   * @throws Problem 404
   */
  async run(manager: EntityManager, visitId: string, today: string, at: Date): Promise<boolean> {
    await this.lock.run(manager, visitId);
    if (await manager.existsBy(VisitErasureRow, { visitId })) return false;
    await this.details.run(manager, today, at);
    const erased: Record<string, number> = {};
    for (const part of erasureParts) erased[part.key] = await part.erase(manager, visitId);
    const kept: Record<string, number> = {};
    for (const part of keptParts) kept[part.key] = await part.count(manager, visitId);
    await manager.insert(VisitErasureRow, { visitId, at, erased, kept });
    return true;
  }
}
