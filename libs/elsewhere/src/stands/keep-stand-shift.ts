import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ShiftFacts } from '#contracts';
import { idNow } from '#people';

/** Keeps who is on a stand when, as a message tells, unless a newer one has told already. */
@Injectable()
export class KeepStandShift {
  /** @param isTheirs whether they have it (still) */
  async run(manager: EntityManager, shift: ShiftFacts, isTheirs: boolean, version: number): Promise<void> {
    const personId = await idNow(manager, isTheirs ? shift.personId : null);
    await manager.query(
      `INSERT INTO stand_shifts AS known (id, person_id, exhibition_id, exhibition_title, starts_at, ends_at, zone,
         walking_minutes, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (id) DO UPDATE
       SET person_id = excluded.person_id, exhibition_id = excluded.exhibition_id,
         exhibition_title = excluded.exhibition_title, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
         zone = excluded.zone, walking_minutes = excluded.walking_minutes, version = excluded.version
       WHERE known.version <= excluded.version`,
      [
        shift.id,
        personId,
        shift.exhibitionId,
        shift.exhibitionTitle,
        shift.start,
        shift.end,
        shift.zone,
        shift.walkingMinutes,
        version,
      ],
    );
  }
}
