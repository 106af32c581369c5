import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PayloadOf } from '#contracts';
import { AffiliationRow } from './affiliation.entity.js';
import { ErasedPersonRow } from './erased-person.entity.js';
import { lockPeopleAlone, lockPeopleForChanges } from './people-lock.js';
import { MergePerson } from './merge-person.js';
import { SeatRow } from './seat.entity.js';

type Told = PayloadOf<'members.person-changed.v1'>;

/** What stands for an address of a person, or of somebody to ask about an event. */
export function hashOfAddress(address: string): Buffer {
  return createHash('sha256').update(address.trim().toLowerCase()).digest();
}

/** Keeps a person as a message tells of them, unless a newer one has told already or they have been erased. */
@Injectable()
export class KeepPerson {
  constructor(private readonly merge: MergePerson) {}

  async run(manager: EntityManager, person: Told, version: number): Promise<void> {
    await (person.mergedInto === null ? lockPeopleForChanges(manager) : lockPeopleAlone(manager));
    if (await manager.existsBy(ErasedPersonRow, { id: person.id })) return;
    if (!(await this.keepRow(manager, person, version))) return;
    await manager.delete(AffiliationRow, { personId: person.id });
    await manager.delete(SeatRow, { personId: person.id });
    if (person.mergedInto !== null) {
      await this.merge.run(manager, person.id, person.mergedInto);
      return;
    }
    const organisations = new Set(person.affiliations.map(({ organisationId }) => organisationId));
    await manager.insert(
      AffiliationRow,
      [...organisations].map((organisationId) => ({ personId: person.id, organisationId })),
    );
    await manager.insert(
      SeatRow,
      person.seats.map(({ board, boardName, startsOn, endsOn }, index) => {
        return { personId: person.id, number: index + 1, board, boardName, startsOn, endsOn };
      }),
    );
  }

  /** @returns whether the message is the newest about the person */
  private async keepRow(manager: EntityManager, person: Told, version: number): Promise<boolean> {
    const merged = person.mergedInto !== null;
    const kept: unknown[] = await manager.query(
      `INSERT INTO people AS known (id, roles, email_hash, merged_into, version) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO UPDATE
       SET roles = excluded.roles, email_hash = excluded.email_hash, merged_into = excluded.merged_into,
         version = excluded.version
       WHERE known.version <= excluded.version
       RETURNING id`,
      [
        person.id,
        merged ? [] : person.roles,
        merged || person.email === null ? null : hashOfAddress(person.email),
        person.mergedInto,
        version,
      ],
    );
    return kept.length > 0;
  }
}
