import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { containing } from '#platform';
import { plain } from './domain/team-list.js';

/** Somebody whom `members` knows. */
export interface KnownInvitee {
  readonly personId: string;
  readonly name: string;
  /** `null`: nobody can write to them. */
  readonly email: string | null;
  /** The first of theirs. */
  readonly organisationId: string | null;
  readonly organisationName: string | null;
}

/** The same, and whether they are in the team already. */
export interface FoundInvitee extends KnownInvitee {
  readonly isInTeam: boolean;
}

/** An organisation whose people can be invited all together. */
export interface FoundOrganisation {
  readonly id: string;
  readonly name: string;
  readonly people: number;
}

/** How many a search finds at most. */
export const mostFound = 200;

const columns = `p.id AS "personId", coalesce(p.preferred_name, p.name) AS name, p.email,
  o.id AS "organisationId", o.name AS "organisationName"`;

/** With the organisation that comes first, or the one that is asked about ($1, else NULL). */
const withOrganisation = `LEFT JOIN LATERAL (
    SELECT o.id, o.name FROM affiliations a JOIN organisations o ON o.id = a.organisation_id
    WHERE a.person_id = p.id ORDER BY o.id IS DISTINCT FROM $1, o.name, o.id LIMIT 1) o ON true`;

/** Finds people whom `members` has told of, to invite them. */
@Injectable()
export class FindInvitees {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Those whose name, address or organisation holds the text, by name; at most {@link mostFound}. */
  bySearch(exhibitionId: string, text: string): Promise<FoundInvitee[]> {
    return this.found(
      exhibitionId,
      null,
      `(${plainColumn('p.name')} LIKE $3 OR ${plainColumn('p.preferred_name')} LIKE $3 OR lower(p.email) LIKE $3 OR EXISTS (
         SELECT FROM affiliations a JOIN organisations o ON o.id = a.organisation_id
         WHERE a.person_id = p.id AND ${plainColumn('o.name')} LIKE $3))`,
      containing(plain(clean(text))),
    );
  }

  /** Everybody of an organisation. */
  ofOrganisation(exhibitionId: string, organisationId: string): Promise<FoundInvitee[]> {
    return this.found(
      exhibitionId,
      clean(organisationId),
      'EXISTS (SELECT FROM affiliations a WHERE a.person_id = p.id AND a.organisation_id = $3)',
      clean(organisationId),
    );
  }

  /** Organisations with people, whose name holds the text. */
  organisations(text: string): Promise<FoundOrganisation[]> {
    return this.dataSource.query(
      `SELECT o.id, o.name, count(*)::int AS people FROM organisations o
         JOIN affiliations a ON a.organisation_id = o.id JOIN people p ON p.id = a.person_id AND p.merged_into IS NULL
       WHERE ${plainColumn('o.name')} LIKE $1 GROUP BY o.id, o.name ORDER BY o.name, o.id LIMIT 20`,
      [containing(plain(clean(text)))],
    );
  }

  /** Those with these ids, or whose record took the place of one; by the id that was asked for. */
  async byIds(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, KnownInvitee>> {
    const rows: (KnownInvitee & { asked: string })[] = await manager.query(
      `SELECT ${columns}, old.id AS asked FROM people old JOIN people p ON p.id = coalesce(old.merged_into, old.id)
         ${withOrganisation}
       WHERE old.id = ANY($2)`,
      [null, ids.filter((id) => !id.includes('\0'))],
    );
    return new Map(rows.map(({ asked, ...person }) => [asked, person]));
  }

  /** Those whose verified address one of these is, by the address in lower case. */
  async byEmails(
    manager: EntityManager,
    addresses: readonly string[],
  ): Promise<ReadonlyMap<string, KnownInvitee>> {
    const rows: KnownInvitee[] = await manager.query(
      `SELECT ${columns} FROM people p ${withOrganisation}
       WHERE p.merged_into IS NULL AND lower(p.email) = ANY($2) ORDER BY p.id`,
      [null, addresses.map((address) => address.toLowerCase())],
    );
    return new Map(rows.map((person) => [person.email?.toLowerCase() ?? '', person]));
  }

  private found(
    exhibitionId: string,
    organisationId: string | null,
    where: string,
    wanted: string,
  ): Promise<FoundInvitee[]> {
    return this.dataSource.query(
      `SELECT ${columns}, EXISTS (SELECT FROM team_members m WHERE m.exhibition_id = $2 AND m.status <> 'left'
           AND (m.person_id = p.id OR lower(m.email) = lower(p.email))) AS "isInTeam"
       FROM people p ${withOrganisation}
       WHERE p.merged_into IS NULL AND p.name <> '' AND ${where}
       ORDER BY lower(p.name), p.id LIMIT ${mostFound}`,
      [organisationId, exhibitionId, wanted],
    );
  }
}

/** As {@link plain} makes it of a text, of a column: by canonical decomposition (Unicode Standard, chapter 3.7). */
const plainColumn = (column: string): string =>
  `regexp_replace(lower(normalize(${column}, NFD)), '[\\u0300-\\u036f]', '', 'g')`;

/** A database's text cannot hold NUL. */
const clean = (text: string): string => text.trim().replaceAll('\0', '');
