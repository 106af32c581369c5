import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PayloadOf } from '#contracts';
import { AffiliationRow } from './affiliation.entity.js';
import { ErasedPersonRow } from './erased-person.entity.js';
import { MergePerson } from './merge-person.js';
import { lockPeopleAlone, lockPeopleForChanges } from './people-lock.js';

type Told = PayloadOf<'members.person-changed.v1'>;

/** Keeps a person as a message tells of them, unless a newer one has told already or they have been erased. */
@Injectable()
export class KeepPerson {
  constructor(private readonly merge: MergePerson) {}

  async run(manager: EntityManager, person: Told, version: number): Promise<void> {
    await (person.mergedInto === null ? lockPeopleForChanges(manager) : lockPeopleAlone(manager));
    if (await manager.existsBy(ErasedPersonRow, { id: person.id })) return;
    const isNewest =
      person.mergedInto === null
        ? await keepRow(manager, person, version)
        : await keepMerged(manager, person.id, person.mergedInto, version);
    if (!isNewest) return;
    await manager.delete(AffiliationRow, { personId: person.id });
    if (person.mergedInto !== null) {
      await this.merge.run(manager, person.id, person.mergedInto);
      return;
    }
    const affiliations = new Map(person.affiliations.map((each) => [each.organisationId, each]));
    await manager.insert(
      AffiliationRow,
      [...affiliations.values()].map((each) => ({ personId: person.id, ...each })),
    );
  }
}

/** @returns whether the message is the newest about the person */
async function keepRow(manager: EntityManager, person: Told, version: number): Promise<boolean> {
  const { id, name, preferredName, email, phone, jobTitle, roles } = person;
  const kept: unknown[] = await manager.query(
    `INSERT INTO people AS known (id, name, preferred_name, email, phone, job_title, roles, version)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (id) DO UPDATE
     SET name = excluded.name, preferred_name = excluded.preferred_name, email = excluded.email, phone = excluded.phone,
       job_title = excluded.job_title, roles = excluded.roles, merged_into = NULL, version = excluded.version
     WHERE known.version <= excluded.version
     RETURNING id`,
    [id, name, preferredName, email, phone, jobTitle, roles, version],
  );
  return kept.length > 0;
}

/** As {@link keepRow}, of a record that another took the place of: nothing but the address it had stays. */
async function keepMerged(
  manager: EntityManager,
  id: string,
  into: string,
  version: number,
): Promise<boolean> {
  const kept: unknown[] = await manager.query(
    `INSERT INTO people AS known (id, name, roles, merged_into, version) VALUES ($1, '', '{}', $2, $3)
     ON CONFLICT (id) DO UPDATE
     SET name = '', preferred_name = NULL, phone = NULL, job_title = NULL, roles = '{}',
       merged_into = excluded.merged_into, version = excluded.version
     WHERE known.version <= excluded.version
     RETURNING id`,
    [id, into, version],
  );
  return kept.length > 0;
}
