import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TravellerFacts } from '#contracts';
import { idNow } from '#people';

/** Keeps who travels with which study visit as a message tells, unless a newer one has told already. */
@Injectable()
export class KeepTravel {
  async run(manager: EntityManager, told: TravellerFacts, travels: boolean, version: number): Promise<void> {
    const personId = await idNow(manager, travels ? told.personId : null);
    await manager.query(
      `INSERT INTO known_travels AS known (id, person_id, visit_id, visit_title, first_day, last_day, zone, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (id) DO UPDATE
       SET person_id = excluded.person_id, visit_id = excluded.visit_id, visit_title = excluded.visit_title,
         first_day = excluded.first_day, last_day = excluded.last_day, zone = excluded.zone, version = excluded.version
       WHERE known.version <= excluded.version`,
      [told.id, personId, told.visitId, told.visitTitle, told.firstDay, told.lastDay, told.zone, version],
    );
  }
}
