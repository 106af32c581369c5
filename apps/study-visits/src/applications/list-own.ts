import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { ApplicationStatus } from './domain/application.js';

/** An application in a list that is not staff's. */
export interface OwnApplication {
  readonly id: string;
  readonly status: ApplicationStatus;
  readonly code: string | null;
  readonly name: string;
  readonly organisationName: string | null;
  /** Who signed them up; `null`: they applied by themselves. */
  readonly appliedByName: string | null;
  readonly submittedAt: Date | null;
  readonly visitSlug: string;
  readonly visitTitle: string;
  readonly visitStatus: string;
  /** ISO. */
  readonly firstDay: string;
  readonly lastDay: string;
  readonly closesAt: Date | null;
}

/** So many are shown; nobody applies for more. */
const mostListed = 500;

const columns = `a.id, a.status, a.code, a.name, a.organisation_name AS "organisationName",
  a.applied_by_name AS "appliedByName", a.submitted_at AS "submittedAt", v.slug AS "visitSlug",
  v.title AS "visitTitle", v.status AS "visitStatus", v.first_day::text AS "firstDay", v.last_day::text AS "lastDay",
  v.applications_close_at AS "closesAt"`;

/** What somebody applied for, and whom an organisation signed up. */
@Injectable()
export class ListOwn {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The latest visit first. */
  ofPerson(personId: string): Promise<OwnApplication[]> {
    return this.dataSource.query(
      `SELECT ${columns} FROM applications a JOIN visits v ON v.id = a.visit_id
       WHERE a.person_id = coalesce((SELECT merged_into FROM people WHERE id = $1), $1)
       ORDER BY v.first_day DESC, a.started_at DESC, a.id LIMIT ${mostListed}`,
      [personId],
    );
  }

  /** Those of an organisation, the latest visit first, by name. */
  ofOrganisation(organisationId: string): Promise<OwnApplication[]> {
    return this.dataSource.query(
      `SELECT ${columns} FROM applications a JOIN visits v ON v.id = a.visit_id
       WHERE a.organisation_id = $1
       ORDER BY v.first_day DESC, v.id, lower(a.name), a.id LIMIT ${mostListed}`,
      [organisationId],
    );
  }
}
