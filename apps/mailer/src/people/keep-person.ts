import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PayloadOf } from '#contracts';
import { ErasedPersonRow } from './erased-person.entity.js';
import { lockPeopleAlone } from './people-lock.js';
import { mergePerson } from './merge-person.js';
import { releaseWaiting } from './release-waiting.js';

type Told = PayloadOf<'members.person-changed.v1'>;

/** Keeps where a person's mail goes, unless a newer message has told already or they have been erased. */
@Injectable()
export class KeepPerson {
  async run(manager: EntityManager, person: Told, version: number): Promise<void> {
    await lockPeopleAlone(manager);
    if (await manager.existsBy(ErasedPersonRow, { id: person.id })) return;
    if (!(await keepRow(manager, person, version))) return;
    if (person.mergedInto === null) {
      await releaseWaiting(manager, person.id);
      return;
    }
    const survivor = await mergePerson(manager, person.id, person.mergedInto);
    await releaseWaiting(manager, survivor);
  }
}

/** @returns whether the message is the newest about the person */
async function keepRow(manager: EntityManager, person: Told, version: number): Promise<boolean> {
  const isMerged = person.mergedInto !== null;
  const kept: unknown[] = await manager.query(
    `INSERT INTO people AS known (id, name, address, merged_into, version) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (id) DO UPDATE
     SET name = excluded.name, address = excluded.address, merged_into = excluded.merged_into,
       version = excluded.version
     WHERE known.version <= excluded.version
     RETURNING id`,
    [person.id, isMerged ? '' : person.name, isMerged ? null : person.email, person.mergedInto, version],
  );
  return kept.length > 0;
}
