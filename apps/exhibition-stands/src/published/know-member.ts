import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PersonTold } from '#people';
import { LockExhibition } from '../exhibitions/lock-exhibition.js';
import { TellShifts } from './tell-shifts.js';

/**
 * Whoever was invited by an address only is a person as soon as `members` tells that the address is verified to be theirs. What
 * they have had until then is theirs: their shifts come into their calendar, and count where they are to be elsewhere.
 */
@Injectable()
export class KnowMember implements PersonTold {
  constructor(
    private readonly lock: LockExhibition,
    private readonly tell: TellShifts,
  ) {}

  async told(manager: EntityManager, personId: string, correlationId: string): Promise<void> {
    const found: { exhibitionId: string; email: string }[] = await manager.query(
      `SELECT DISTINCT t.exhibition_id AS "exhibitionId", lower(p.email) AS email
       FROM people p JOIN team_members t ON lower(t.email) = lower(p.email)
       WHERE p.id = $1 AND p.merged_into IS NULL AND t.person_id IS NULL AND t.status <> 'left'
       ORDER BY t.exhibition_id`,
      [personId],
    );
    for (const { exhibitionId, email } of found) {
      const exhibition = await this.lock.run(manager, exhibitionId);
      const [members]: [{ id: string }[], number] = await manager.query(
        `UPDATE team_members SET person_id = $2
         WHERE exhibition_id = $1 AND lower(email) = $3 AND person_id IS NULL AND status <> 'left' RETURNING id`,
        [exhibition.id, personId, email],
      );
      const ids = members.map(({ id }) => id);
      await this.tell.whose(manager, exhibition, ids, correlationId);
    }
  }
}
