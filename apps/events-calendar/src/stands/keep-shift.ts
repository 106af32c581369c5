import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message, ShiftFacts } from '#contracts';
import { survivorOf } from '../members/survivor-of.js';
import { lockPeopleForChanges } from '../members/people-lock.js';

type AboutShift = Message<
  | 'exhibition-stands.shift-assigned.v1'
  | 'exhibition-stands.shift-changed.v1'
  | 'exhibition-stands.shift-unassigned.v1'
>;

/** Keeps who has which shift on a stand as a message tells, unless a newer one has told already. */
@Injectable()
export class KeepShift {
  /** @param hasIt whether they have it from now on */
  async run(manager: EntityManager, { payload, aggregate, at }: AboutShift, hasIt: boolean): Promise<void> {
    await lockPeopleForChanges(manager);
    const personId = hasIt ? await survivorOf(manager, payload.personId) : null;
    const facts: ShiftFacts | null = personId === null ? null : payload;
    await manager.query(
      `INSERT INTO stand_shifts AS known (id, person_id, facts, told_at, version) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO UPDATE
       SET person_id = excluded.person_id, facts = excluded.facts, told_at = excluded.told_at, version = excluded.version
       WHERE known.version <= excluded.version`,
      [payload.id, personId, facts === null ? null : JSON.stringify(facts), at, aggregate.version],
    );
  }
}
