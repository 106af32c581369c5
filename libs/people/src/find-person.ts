import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { rowsOfJson, type JsonRow } from '#platform';
import { organisationFrom } from './find-organisation.js';
import { OrganisationRow } from './organisation.entity.js';
import type { Organisation } from './organisation.js';

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

/** Who the id `$1` stands for: the record that took its place, if one did. */
export const currentPerson = 'coalesce((SELECT merged_into FROM people WHERE id = $1), $1)';

/** Somebody with the organisations that they belong to. */
export interface PersonAndOrganisations {
  /** `null`: nobody has told of them (yet). */
  readonly person: KnownPerson | null;
  /** In the order of their names. */
  readonly belongings: readonly Belonging[];
}

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
      `SELECT ${columns} FROM people p WHERE p.id = ${currentPerson}`,
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
  async organisationsOf(personId: string, manager?: EntityManager): Promise<readonly Belonging[]> {
    return (await this.withOrganisations(personId, manager)).belongings;
  }

  /** The person, or whoever's record took this one's place, with the organisations that they belong to. */
  async withOrganisations(
    personId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<PersonAndOrganisations> {
    const [row] = await manager.query<
      { person: KnownPerson | null; organisations: JsonRow[]; more: Omit<Belonging, 'organisation'>[] }[]
    >(
      `SELECT (SELECT to_jsonb(one) FROM (SELECT ${columns} FROM people p WHERE p.id = me.id) AS one) AS person,
         coalesce(jsonb_agg(to_jsonb(o) ORDER BY o.name, o.id) FILTER (WHERE o.id IS NOT NULL), '[]') AS organisations,
         jsonb_agg(jsonb_build_object('role', a.role, 'isBookingContact', a.is_booking_contact) ORDER BY o.name, o.id) AS more
       FROM (SELECT ${currentPerson} AS id) AS me
         LEFT JOIN affiliations a ON a.person_id = me.id LEFT JOIN organisations o ON o.id = a.organisation_id
       GROUP BY me.id`,
      [personId],
    );
    if (row === undefined) throw new Error('a statement without a table gave no row');
    const rows = rowsOfJson<OrganisationRow>(this.dataSource.getMetadata(OrganisationRow), row.organisations);
    const belongings = rows.flatMap((organisation, index) => {
      const more = row.more[index];
      return more === undefined ? [] : [{ organisation: organisationFrom(organisation), ...more }];
    });
    return { person: row.person, belongings };
  }
}
