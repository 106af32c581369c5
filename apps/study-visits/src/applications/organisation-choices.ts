import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { FindOrganisation, FindPerson, type Organisation } from '#people';
import type { ApplicationRow } from './application.entity.js';

/** An organisation as an application names it. */
export interface NamedOrganisation {
  /** `null`: it is not known by an id. */
  readonly id: string | null;
  readonly name: string | null;
  /** Of its membership; `null`: it is no member, or nobody knows. */
  readonly category: string | null;
}

/** Says which organisation somebody applies for. */
@Injectable()
export class OrganisationChoices {
  constructor(
    private readonly people: FindPerson,
    private readonly organisations: FindOrganisation,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /**
   * Those that somebody may well be of: they belong to it, or their address is of its domain; by name. Their address is known
   * to be theirs, as the link to the draft went there.
   */
  async of(
    { personId, email, organisationId }: ApplicationRow,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<readonly Organisation[]> {
    const own = personId === null ? [] : await this.people.organisationsOf(personId, manager);
    const domain = email?.split('@').at(-1)?.toLowerCase() ?? '';
    const byDomain: { id: string }[] =
      domain === ''
        ? []
        : await manager.query(
            'SELECT id FROM organisations WHERE $1 = ANY(domains) ORDER BY name, id LIMIT 10',
            [domain],
          );
    const ids = [
      ...own.map(({ organisation }) => organisation.id),
      ...byDomain.map(({ id }) => id),
      ...(organisationId === null ? [] : [organisationId]),
    ];
    const found = await this.organisations.byIds([...new Set(ids)], manager);
    return [...found.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'));
  }

  /** The organisation that is meant: by its id, else the known one of exactly this name, whatever its letters' case. */
  async meant(
    manager: EntityManager,
    { organisationId, organisationName }: Pick<ApplicationRow, 'organisationId' | 'organisationName'>,
  ): Promise<NamedOrganisation> {
    const known =
      organisationId === null
        ? await this.byName(manager, organisationName)
        : await this.organisations.byId(organisationId, manager);
    if (known === null) return { id: organisationId, name: organisationName, category: null };
    const isMember = known.status !== 'left';
    return { id: known.id, name: known.name, category: isMember ? known.category : null };
  }

  private async byName(manager: EntityManager, name: string | null): Promise<Organisation | null> {
    if (name === null) return null;
    const [row]: { id: string }[] = await manager.query(
      'SELECT id FROM organisations WHERE lower(name) = lower($1) ORDER BY id LIMIT 1',
      [name],
    );
    return row === undefined ? null : this.organisations.byId(row.id, manager);
  }
}
