import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, MoreThan, type DataSource, type EntityManager } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { nameOfActor, type Actor } from '#platform';
import { AffiliationRow } from './affiliation.entity.js';
import type { Person } from './domain/person.js';
import { EmailRow } from './email.entity.js';
import { GrantRow } from './grant.entity.js';
import { partTables, personFromRows, personToRow } from './person-rows.js';
import { PersonRevisionRow } from './person-revision.entity.js';
import { PersonRow } from './person.entity.js';
import { SeatRow } from './seat.entity.js';

/** What is recorded beside a change of a person's record. */
export interface PersonRevision {
  readonly actor: Actor;
  readonly action: PersonAction;
  readonly reason?: string | null;
  /** In words, for people to read. */
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
}

export type PersonAction = 'created' | 'edited' | 'merged' | 'merged-into' | 'erased';

/** People's records with all that belongs to them. */
@Injectable()
export class PeopleRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The person; of a record that was merged into another, that other. `null` for an id that never was one. */
  async find(id: string, manager: EntityManager = this.dataSource.manager): Promise<Person | null> {
    const person = await this.findRecord(id, manager);
    return person?.mergedInto ? this.find(person.mergedInto, manager) : person;
  }

  /** The very record, merged or erased as it may be. */
  async findRecord(id: string, manager: EntityManager = this.dataSource.manager): Promise<Person | null> {
    if (!isUuid(id)) return null;
    const [person] = await this.withParts(manager, await manager.findBy(PersonRow, { id }));
    return person ?? null;
  }

  /** The records with these ids, in no order. */
  async findRecords(
    ids: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Person[]> {
    if (ids.length === 0) return [];
    return this.withParts(manager, await manager.findBy(PersonRow, { id: In([...ids]) }));
  }

  /** Whoever has shown that mail to the address reaches them. @param address in lower case */
  async findByVerifiedAddress(
    address: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Person | null> {
    const found = await this.findByAddress(address, manager);
    return found?.emails.some((email) => email.address === address && email.verifiedAt) ? found : null;
  }

  /** Whoever the address stands with, verified or not. @param address in lower case */
  async findByAddress(
    address: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Person | null> {
    if (address.includes('\0')) return null;
    const email = await manager.findOneBy(EmailRow, { address });
    return email && this.findRecord(email.personId, manager);
  }

  /** The very record, locked until the transaction ends. Of two, lock the one with the smaller id first. */
  async lock(manager: EntityManager, id: string): Promise<Person | null> {
    if (!isUuid(id)) return null;
    const rows = await manager.find(PersonRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    const [person] = await this.withParts(manager, rows);
    return person ?? null;
  }

  /** Keeps everybody else from giving anybody the address until the transaction ends. */
  async lockAddress(manager: EntityManager, address: string): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`email ${address}`]);
  }

  /** Writes a new record and the first line of its history. */
  async add(manager: EntityManager, person: Person, revision: PersonRevision): Promise<void> {
    await manager.insert(PersonRow, personToRow(person));
    for (const { entity, rows } of Object.values(partTables)) await manager.insert(entity, rows(person));
    await manager.insert(PersonRevisionRow, revisionRow(person, revision));
  }

  /** Writes what changed of a record, and a line of its history. */
  async update(
    manager: EntityManager,
    before: Person,
    after: Person,
    revision: PersonRevision,
  ): Promise<void> {
    await manager.update(PersonRow, { id: after.id }, personToRow(after));
    for (const [name, { entity, rows }] of Object.entries(partTables)) {
      if (before[name as keyof typeof partTables] === after[name as keyof typeof partTables]) continue;
      await manager.delete(entity, { personId: after.id });
      await manager.insert(entity, rows(after));
    }
    await manager.insert(PersonRevisionRow, revisionRow(after, revision));
  }

  /** The ids of the records that lead to this one, sorted. */
  async mergedInto(id: string, manager: EntityManager = this.dataSource.manager): Promise<string[]> {
    const rows = await manager.find(PersonRow, {
      select: { id: true },
      where: { mergedInto: id },
      order: { id: 'ASC' },
    });
    return rows.map((row) => row.id);
  }

  /** The history of a record and of those that were merged into it, newest first. */
  async history(id: string): Promise<PersonRevisionRow[]> {
    const ids = [id, ...(await this.mergedInto(id))];
    return this.dataSource.manager.find(PersonRevisionRow, {
      where: { personId: In(ids) },
      order: { at: 'DESC', version: 'DESC' },
    });
  }

  /** What changed in a record after the version, newest first. */
  async since(id: string, version: number): Promise<PersonRevisionRow[]> {
    return this.dataSource.manager.find(PersonRevisionRow, {
      where: { personId: id, version: MoreThan(version) },
      order: { version: 'DESC' },
    });
  }

  private async withParts(manager: EntityManager, rows: readonly PersonRow[]): Promise<Person[]> {
    if (rows.length === 0) return [];
    const where = { personId: In(rows.map(({ id }) => id)) };
    const parts = {
      emails: await manager.find(EmailRow, { where, order: { isPrimary: 'DESC', address: 'ASC' } }),
      affiliations: await manager.find(AffiliationRow, { where, order: { organisationId: 'ASC' } }),
      seats: await manager.find(SeatRow, { where, order: { startsOn: 'ASC', board: 'ASC' } }),
      grants: await manager.find(GrantRow, { where, order: { role: 'ASC' } }),
    };
    return rows.map((row) => personFromRows(row, parts));
  }
}

function revisionRow(person: Person, revision: PersonRevision): PersonRevisionRow {
  const { identity } = revision.actor;
  return {
    personId: person.id,
    version: person.version,
    at: new Date(person.changedAt.epochMilliseconds),
    actorId: identity.actor?.personId ?? identity.personId,
    actorName: nameOfActor(identity),
    action: revision.action,
    reason: revision.reason ?? null,
    changes: revision.changes.map((change) => ({ ...change })),
  };
}
