import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PayloadOf } from '#contracts';
import { idNow } from '#people';

type Told = PayloadOf<'conference-registration.delegate-confirmed.v1'>;

/** Keeps who takes part in which conference as a message tells, unless a newer one has told already. */
@Injectable()
export class KeepDelegate {
  async run(manager: EntityManager, delegate: Told, takesPart: boolean, version: number): Promise<void> {
    const personId = await idNow(manager, takesPart ? delegate.personId : null);
    await manager.query(
      `INSERT INTO known_delegates AS known (id, conference_id, person_id, days, version)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO UPDATE
       SET conference_id = excluded.conference_id, person_id = excluded.person_id, days = excluded.days,
         version = excluded.version
       WHERE known.version <= excluded.version`,
      [delegate.id, delegate.conferenceId, personId, delegate.days ?? [], version],
    );
  }
}
