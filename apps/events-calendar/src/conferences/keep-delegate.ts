import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PayloadOf } from '#contracts';
import { lockPeopleForChanges } from '../members/people-lock.js';
import { survivorOf } from '../members/survivor-of.js';

type Told = PayloadOf<'conference-registration.delegate-confirmed.v1'>;

/** Keeps who takes part in which conference as a message tells, unless a newer one has told already. */
@Injectable()
export class KeepDelegate {
  async run(manager: EntityManager, delegate: Told, takesPart: boolean, version: number): Promise<void> {
    await lockPeopleForChanges(manager);
    const personId = takesPart ? await survivorOf(manager, delegate.personId) : null;
    await manager.query(
      `INSERT INTO conference_delegates AS known (delegate_id, conference_id, person_id, takes_part, days, version)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (delegate_id) DO UPDATE
       SET conference_id = excluded.conference_id, person_id = excluded.person_id, takes_part = excluded.takes_part,
         days = excluded.days, version = excluded.version
       WHERE known.version <= excluded.version`,
      [delegate.id, delegate.conferenceId, personId, takesPart, delegate.days ?? [], version],
    );
  }
}
