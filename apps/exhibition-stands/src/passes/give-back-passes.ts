import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Gives back the passes of people who do not come, so that others can have them. What was collected is gone. */
@Injectable()
export class GiveBackPasses {
  /** @param memberIds of a team whose exhibition the caller has locked */
  async of(manager: EntityManager, memberIds: readonly string[]): Promise<void> {
    await manager.query(`DELETE FROM passes WHERE team_member_id = ANY($1) AND status <> 'collected'`, [
      memberIds,
    ]);
  }
}
