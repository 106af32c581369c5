import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TravellerFacts } from '#contracts';
import { lockPeopleForChanges } from '../members/people-lock.js';
import { survivorOf } from '../members/survivor-of.js';

/** Keeps who travels with which visit as a message tells, unless a newer one has told already. */
@Injectable()
export class KeepTraveller {
  async run(manager: EntityManager, told: TravellerFacts, travels: boolean, version: number): Promise<void> {
    await lockPeopleForChanges(manager);
    const personId = travels ? await survivorOf(manager, told.personId) : null;
    await manager.query(
      `INSERT INTO visit_travellers AS known (traveller_id, visit_id, person_id, facts, version) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (traveller_id) DO UPDATE
       SET visit_id = excluded.visit_id, person_id = excluded.person_id, facts = excluded.facts, version = excluded.version
       WHERE known.version <= excluded.version`,
      [told.id, told.visitId, personId, personId === null ? null : JSON.stringify(told), version],
    );
  }
}
