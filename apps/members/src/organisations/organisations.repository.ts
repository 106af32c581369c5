import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { dateOf, nameOfActor, type Actor } from '#platform';
import { nameKey } from './domain/name-key.js';
import type { FieldChange } from './domain/changes.js';
import type { MembershipChange } from './domain/membership.js';
import type { Organisation } from './domain/organisation.js';
import { MembershipChangeRow } from './membership-change.entity.js';
import { OrganisationDomainRow } from './organisation-domain.entity.js';
import { OrganisationRevisionRow } from './organisation-revision.entity.js';
import { organisationFromRow, organisationToRow } from './organisation-rows.js';
import { OrganisationRow } from './organisation.entity.js';

/** What is recorded beside a change of an organisation. */
export interface Revision {
  readonly actor: Actor;
  readonly action: 'created' | 'edited' | 'imported' | 'category-changed' | 'status-changed';
  readonly reason?: string | null;
  readonly changes: readonly FieldChange[];
}

/** An organisation that was changed or added, with what is recorded of it. */
export interface Write {
  readonly organisation: Organisation;
  readonly revision: Revision;
  /** Empty when neither category nor status changed. */
  readonly memberships: readonly MembershipChange[];
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Rows in one statement: the database takes 65,535 parameters. */
const mostAtOnce = 1000;

@Injectable()
export class OrganisationsRepository {
  constructor(@InjectDataSource() readonly dataSource: DataSource) {}

  /** @returns `null` for what is no organisation's id, or no id at all */
  async find(id: string, manager: EntityManager = this.dataSource.manager): Promise<Organisation | null> {
    const [organisation] = await this.findAll([id], manager);
    return organisation ?? null;
  }

  /** In no particular order; ids of none are left out. */
  async findAll(
    ids: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Organisation[]> {
    const asked = ids.filter((id) => uuid.test(id));
    if (asked.length === 0) return [];
    return this.withDomains(manager, await manager.findBy(OrganisationRow, { id: In(asked) }));
  }

  /** The organisation, locked until the transaction ends, so that two editors cannot both change the same version. */
  async lock(manager: EntityManager, id: string): Promise<Organisation | null> {
    if (!uuid.test(id)) return null;
    const rows = await manager.find(OrganisationRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    const [organisation] = await this.withDomains(manager, rows);
    return organisation ?? null;
  }

  /** The organisations of these names, however they are written. */
  async findByNames(
    names: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Organisation[]> {
    if (names.length === 0) return [];
    const rows = await manager
      .createQueryBuilder(OrganisationRow, 'o')
      .where('o.name_key = ANY (:keys)', { keys: names.map(nameKey) })
      .getMany();
    return this.withDomains(manager, rows);
  }

  /** Which organisation has each of these domains; those that none has are left out. */
  async ownersOf(
    domains: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ReadonlyMap<string, { readonly id: string; readonly name: string }>> {
    const rows: { domain: string; id: string; name: string }[] = await manager.query(
      `SELECT d.domain, o.id, o.name FROM organisation_domains d JOIN organisations o ON o.id = d.organisation_id
       WHERE d.domain = ANY ($1)`,
      [domains],
    );
    return new Map(rows.map(({ domain, id, name }) => [domain, { id, name }]));
  }

  /** Writes new organisations with their domains, the first lines of their history and their membership changes. */
  async add(manager: EntityManager, writes: readonly Write[]): Promise<void> {
    await inParts(writes, async (part) => {
      await manager.insert(
        OrganisationRow,
        part.map(({ organisation }) => organisationToRow(organisation)),
      );
      await this.record(manager, part);
    });
  }

  /** Writes organisations that changed, a line of each one's history and its membership change, if any. */
  async update(manager: EntityManager, writes: readonly Write[]): Promise<void> {
    await inParts(writes, async (part) => {
      await manager.upsert(
        OrganisationRow,
        part.map(({ organisation }) => organisationToRow(organisation)),
        ['id'],
      );
      await manager.delete(OrganisationDomainRow, {
        organisationId: In(part.map(({ organisation }) => organisation.id)),
      });
      await this.record(manager, part);
    });
  }

  /** An organisation's history, newest first. */
  async history(id: string): Promise<OrganisationRevisionRow[]> {
    return this.dataSource.manager.find(OrganisationRevisionRow, {
      where: { organisationId: id },
      order: { version: 'DESC' },
    });
  }

  private async record(manager: EntityManager, writes: readonly Write[]): Promise<void> {
    const domains = writes.flatMap(({ organisation }) =>
      organisation.domains.map((domain) => ({ domain, organisationId: organisation.id })),
    );
    await inParts(domains, async (part) => void (await manager.insert(OrganisationDomainRow, [...part])));
    await manager.insert(OrganisationRevisionRow, writes.map(revisionRow));
    const changes = writes.flatMap(membershipRows);
    await inParts(changes, async (part) => void (await manager.insert(MembershipChangeRow, [...part])));
  }

  private async withDomains(
    manager: EntityManager,
    rows: readonly OrganisationRow[],
  ): Promise<Organisation[]> {
    if (rows.length === 0) return [];
    const found = await manager.findBy(OrganisationDomainRow, {
      organisationId: In(rows.map(({ id }) => id)),
    });
    const domains = Map.groupBy(found, ({ organisationId }) => organisationId);
    return rows.map((row) =>
      organisationFromRow(row, domains.get(row.id)?.map(({ domain }) => domain) ?? []),
    );
  }
}

async function inParts<T>(all: readonly T[], write: (part: readonly T[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += mostAtOnce) {
    await write(all.slice(from, from + mostAtOnce));
  }
}

function revisionRow({ organisation, revision }: Write): OrganisationRevisionRow {
  const { actor, action, reason, changes } = revision;
  return {
    organisationId: organisation.id,
    version: organisation.version,
    at: dateOf(organisation.changedAt),
    actorId: actor.identity.actor?.personId ?? actor.identity.personId,
    actorName: nameOfActor(actor.identity),
    action,
    reason: reason ?? null,
    changes: changes.map((change) => ({ ...change })),
  };
}

function membershipRows({ organisation, memberships }: Write): MembershipChangeRow[] {
  return memberships.map(({ from, to, on, reason }) => ({
    id: uuidv7(),
    organisationId: organisation.id,
    onDate: on,
    recordedAt: dateOf(organisation.changedAt),
    fromCategory: from?.category ?? null,
    fromStatus: from?.status ?? null,
    category: to.category,
    status: to.status,
    reason,
  }));
}
