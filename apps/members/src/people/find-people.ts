import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Conditions, containing } from '#platform';
import { homeDay } from '../domain/home-day.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { ListedRole, PeopleList } from './domain/people-list.js';
import { grantedRoles, type GrantedRole } from './domain/person.js';

/** A person as a list shows them. */
export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly isVerified: boolean;
  readonly jobTitle: string | null;
  /** Names of organisations, sorted. */
  readonly organisations: readonly string[];
  readonly isBookingContact: boolean;
  /** Names of the boards that they sit on today. */
  readonly boards: readonly string[];
  readonly grants: readonly GrantedRole[];
}

export interface ListedPeople {
  readonly items: readonly ListedPerson[];
  /** How many there are on all pages. */
  readonly total: number;
}

/** Looks through everybody's records; those that were merged or erased are left out. */
@Injectable()
export class FindPeople {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param size how many a page holds */
  async list(list: PeopleList, size: number): Promise<ListedPeople> {
    const where = new Conditions();
    const today = where.parameter(homeDay(this.clock()));
    where.add('p.merged_into IS NULL AND p.erased_at IS NULL');
    for (const word of list.text.split(/\s+/).filter((text) => text !== '')) addWord(where, word);
    if (list.organisation !== null) {
      where.add(
        'EXISTS (SELECT FROM affiliations a WHERE a.person_id = p.id AND a.organisation_id = ?)',
        list.organisation,
      );
    }
    if (list.role !== null) addRole(where, list.role);
    if (list.board !== null) {
      where.add(
        `EXISTS (SELECT FROM seats s WHERE s.person_id = p.id AND s.board = ?
          AND ${today}::date BETWEEN s.starts_on AND coalesce(s.ends_on, 'infinity'))`,
        list.board,
      );
    }
    const rows: (ListedPerson & { total: string })[] = await this.dataSource.query(
      `SELECT p.id, p.name, p.job_title AS "jobTitle", e.address AS email,
         coalesce(e.verified_at IS NOT NULL, false) AS "isVerified", count(*) OVER () AS total,
         ARRAY(SELECT o.name FROM affiliations a JOIN organisations o ON o.id = a.organisation_id
           WHERE a.person_id = p.id ORDER BY lower(o.name)) AS organisations,
         EXISTS (SELECT FROM affiliations a WHERE a.person_id = p.id AND a.is_booking_contact) AS "isBookingContact",
         ARRAY(SELECT b.name FROM seats s JOIN boards b ON b.slug = s.board WHERE s.person_id = p.id
           AND ${today}::date BETWEEN s.starts_on AND coalesce(s.ends_on, 'infinity') ORDER BY b.name) AS boards,
         ARRAY(SELECT g.role FROM grants g WHERE g.person_id = p.id ORDER BY g.role) AS grants
       FROM people p LEFT JOIN emails e ON e.person_id = p.id AND e.is_primary
       WHERE ${where.sql}
       ORDER BY lower(p.name), p.id
       LIMIT ${where.parameter(size)} OFFSET ${where.parameter((list.page - 1) * size)}`,
      where.parameters,
    );
    return { items: rows, total: Number(rows[0]?.total ?? 0) };
  }
}

/** A word that is part of the name, of an address or of an organisation's name. */
function addWord(where: Conditions, word: string): void {
  const pattern = containing(word);
  where.add(
    `(p.name ILIKE ? OR p.preferred_name ILIKE ?
      OR EXISTS (SELECT FROM emails x WHERE x.person_id = p.id AND x.address ILIKE ?)
      OR EXISTS (SELECT FROM affiliations a JOIN organisations o ON o.id = a.organisation_id
        WHERE a.person_id = p.id AND o.name ILIKE ?))`,
    pattern,
    pattern,
    pattern,
    pattern,
  );
}

function addRole(where: Conditions, role: ListedRole): void {
  if (grantedRoles.some((granted) => granted === role)) {
    where.add('EXISTS (SELECT FROM grants g WHERE g.person_id = p.id AND g.role = ?)', role);
  } else if (role === 'booking-contact') {
    where.add('EXISTS (SELECT FROM affiliations a WHERE a.person_id = p.id AND a.is_booking_contact)');
  } else {
    where.add('EXISTS (SELECT FROM affiliations a WHERE a.person_id = p.id AND a.role = ?)', role);
  }
}
