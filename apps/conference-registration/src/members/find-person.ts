import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Organisation } from './domain/organisation.js';
import { OrganisationRow } from './organisation.entity.js';
import { organisationFrom } from './find-organisation.js';

/** A person whom `members` has told of. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly preferredName: string | null;
  /** Verified. */
  readonly email: string | null;
  readonly phone: string | null;
  readonly jobTitle: string | null;
  /** `staff`, `admin`: what was granted. */
  readonly roles: readonly string[];
}

/** An organisation that a person belongs to. */
export interface Belonging {
  readonly organisation: Organisation;
  /** `councillor`, `officer`, `partner`. */
  readonly role: string;
  /** Whether they book for it and look after what it booked. */
  readonly isBookingContact: boolean;
}

const columns = `p.id, p.name, p.preferred_name AS "preferredName", p.email, p.phone, p.job_title AS "jobTitle", p.roles`;

/** Who an id stands for: the record that took its place, if one did. */
const current = 'coalesce((SELECT merged_into FROM people WHERE id = $1), $1)';

/** Finds people that `members` has told of. */
@Injectable()
export class FindPerson {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * The person, or whoever's record took this one's place.
   *
   * @param manager of the transaction that wants to know, if any
   * @returns `null` when nobody has told of them (yet)
   */
  async byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<KnownPerson | null> {
    const rows: KnownPerson[] = await manager.query(
      `SELECT ${columns} FROM people p WHERE p.id = ${current}`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** Those whose verified address one of these is, by the address in lower case. */
  async byEmails(
    addresses: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ReadonlyMap<string, KnownPerson>> {
    const rows: (KnownPerson & { address: string })[] = await manager.query(
      `SELECT ${columns}, lower(p.email) AS address FROM people p
       WHERE p.merged_into IS NULL AND lower(p.email) = ANY($1) ORDER BY p.id`,
      [addresses.map((address) => address.trim().toLowerCase())],
    );
    return new Map(rows.map(({ address, ...person }) => [address, person]));
  }

  /** The organisations that they belong to, in the order of their names. */
  async organisationsOf(
    personId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Belonging[]> {
    const { entities, raw } = await manager
      .createQueryBuilder(OrganisationRow, 'organisation')
      .innerJoin('affiliations', 'a', 'a.organisation_id = organisation.id')
      .addSelect('a.role', 'role')
      .addSelect('a.is_booking_contact', 'contact')
      .where('a.person_id = coalesce((SELECT merged_into FROM people WHERE id = :personId), :personId)', {
        personId,
      })
      .orderBy('organisation.name')
      .addOrderBy('organisation.id')
      .getRawAndEntities<{ role: string; contact: boolean }>();
    return entities.flatMap((row, index) => {
      const more = raw[index];
      return more === undefined
        ? []
        : [{ organisation: organisationFrom(row), role: more.role, isBookingContact: more.contact }];
    });
  }
}
