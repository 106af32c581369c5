import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Conditions } from '#platform';
import { homeDay } from '../domain/home-day.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { PeopleList } from './domain/people-list.js';
import type { GrantedRole } from './domain/person.js';
import { addPeopleFilter } from './people-filter.js';

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
    const today = homeDay(this.clock());
    addPeopleFilter(where, list, today);
    const day = where.parameter(today);
    const rows: (ListedPerson & { total: string })[] = await this.dataSource.query(
      `SELECT p.id, p.name, p.job_title AS "jobTitle", e.address AS email,
         coalesce(e.verified_at IS NOT NULL, false) AS "isVerified", count(*) OVER () AS total,
         ARRAY(SELECT o.name FROM affiliations a JOIN organisations o ON o.id = a.organisation_id
           WHERE a.person_id = p.id ORDER BY lower(o.name)) AS organisations,
         EXISTS (SELECT FROM affiliations a WHERE a.person_id = p.id AND a.is_booking_contact) AS "isBookingContact",
         ARRAY(SELECT b.name FROM seats s JOIN boards b ON b.slug = s.board WHERE s.person_id = p.id
           AND ${day}::date BETWEEN s.starts_on AND coalesce(s.ends_on, 'infinity') ORDER BY b.name) AS boards,
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
