import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { KnownPerson } from './domain/known-person.js';

/** The columns of a person `p`, as a {@link KnownPerson} has them; a person not known has no roles. */
export const knownPersonColumns = `
  p.roles,
  (SELECT coalesce(json_agg(json_build_object('name', o.name, 'status', o.status) ORDER BY o.name, o.id), '[]')
   FROM affiliations a JOIN organisations o ON o.id = a.organisation_id WHERE a.person_id = p.id) AS organisations,
  (SELECT coalesce(json_agg(json_build_object('board', s.board, 'boardName', s.board_name, 'startsOn', s.starts_on,
     'endsOn', s.ends_on) ORDER BY s.board_name, s.starts_on), '[]')
   FROM seats s WHERE s.person_id = p.id) AS seats`;

/** A row with {@link knownPersonColumns}. */
export type KnownPersonColumns = Omit<KnownPerson, 'roles'> & {
  readonly roles: KnownPerson['roles'] | null;
};

/** @returns `null` when `members` has told nothing of the person */
export function knownPersonFrom({ roles, organisations, seats }: KnownPersonColumns): KnownPerson | null {
  return roles && { roles, organisations, seats };
}

/** What the calendar knows of a person. */
@Injectable()
export class FindKnownPerson {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @returns `null` when `members` has told nothing of the person (yet) */
  async byId(id: string): Promise<KnownPerson | null> {
    const rows: KnownPersonColumns[] = await this.dataSource.query(
      `SELECT ${knownPersonColumns} FROM people p WHERE p.id = $1`,
      [id],
    );
    return rows[0] ? knownPersonFrom(rows[0]) : null;
  }
}
