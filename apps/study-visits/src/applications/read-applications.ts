import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Conditions, containing } from '#platform';
import type { ApplicationKind, ApplicationStatus } from './domain/application.js';
import type { Counted } from './domain/counts.js';
import type { ListFilter, SortKey } from './domain/list-filter.js';

/** An application as staff's list shows it. */
export interface ListedApplication extends Counted {
  readonly id: string;
  readonly code: string | null;
  readonly status: ApplicationStatus;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly jobTitle: string | null;
  readonly kind: ApplicationKind;
  readonly appliedByName: string | null;
  readonly startedAt: Date;
  readonly submittedAt: Date | null;
  readonly withdrawnAt: Date | null;
  /** References that were given, and that were asked for and not declined. */
  readonly referencesGiven: number;
  readonly referencesAsked: number;
}

/** A page of the list. */
export interface ListedPage {
  readonly items: readonly ListedApplication[];
  /** Of all pages. */
  readonly total: number;
}

/** How many a page has. */
export const pageSize = 50;

const columns = `a.id, a.code, a.status, a.name, a.email, a.phone, a.job_title AS "jobTitle",
  a.organisation_id AS "organisationId", a.organisation_name AS "organisationName", a.category, a.kind,
  a.is_newcomer AS "isNewcomer", a.applied_by_name AS "appliedByName", a.started_at AS "startedAt",
  a.submitted_at AS "submittedAt", a.withdrawn_at AS "withdrawnAt",
  coalesce(r.given, 0)::int AS "referencesGiven", coalesce(r.asked, 0)::int AS "referencesAsked"`;

const withReferences = `LEFT JOIN LATERAL (
    SELECT count(*) FILTER (WHERE status = 'given') AS given, count(*) FILTER (WHERE status <> 'declined') AS asked
    FROM application_references WHERE application_id = a.id) r ON true`;

const orders: Readonly<Record<SortKey, string>> = {
  name: 'lower(a.name)',
  organisation: `lower(coalesce(a.organisation_name, ''))`,
  submitted: `coalesce(a.submitted_at, 'infinity')`,
  state: `array_position(ARRAY['submitted', 'draft', 'withdrawn'], a.status)`,
};

/** The applications for a visit, as staff see them. */
@Injectable()
export class ReadApplications {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @param page from 1; `null`: all of them at once, for a file */
  async list(visitId: string, filter: ListFilter, page: number | null): Promise<ListedPage> {
    const conditions = whereOf(visitId, filter);
    const { sql, parameters } = conditions;
    const direction = filter.isDescending ? 'DESC' : 'ASC';
    const [count]: { total: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS total FROM applications a WHERE ${sql}`,
      parameters,
    );
    const cut =
      page === null ? '' : `LIMIT ${pageSize} OFFSET ${conditions.parameter(String((page - 1) * pageSize))}`;
    const items: ListedApplication[] = await this.dataSource.query(
      `SELECT ${columns} FROM applications a ${withReferences} WHERE ${sql}
       ORDER BY ${orders[filter.sort]} ${direction}, lower(a.name), a.id ${cut}`,
      parameters,
    );
    return { items, total: count?.total ?? 0 };
  }

  /** For programs: in the order of the ids, those after one. */
  after(
    visitId: string,
    filter: ListFilter,
    last: string | null,
    limit: number,
  ): Promise<ListedApplication[]> {
    const conditions = whereOf(visitId, filter);
    if (last !== null) conditions.add('a.id > ?::uuid', last);
    const cut = conditions.parameter(limit);
    return this.dataSource.query(
      `SELECT ${columns} FROM applications a ${withReferences} WHERE ${conditions.sql} ORDER BY a.id LIMIT ${cut}`,
      conditions.parameters,
    );
  }

  /** Those that are submitted, as far as limits go by them. */
  submitted(visitId: string): Promise<Counted[]> {
    return this.dataSource.query(
      `SELECT a.organisation_id AS "organisationId", coalesce(o.name, a.organisation_name) AS "organisationName",
         a.category, a.kind, a.is_newcomer AS "isNewcomer"
       FROM applications a LEFT JOIN organisations o ON o.id = a.organisation_id
       WHERE a.visit_id = $1 AND a.status = 'submitted' ORDER BY a.id`,
      [visitId],
    );
  }

  /** How many there are of each state. */
  async states(visitId: string): Promise<Readonly<Record<ApplicationStatus, number>>> {
    const rows: { status: ApplicationStatus; amount: number }[] = await this.dataSource.query(
      'SELECT status, count(*)::int AS amount FROM applications WHERE visit_id = $1 GROUP BY status',
      [visitId],
    );
    const of = (status: ApplicationStatus) => rows.find((row) => row.status === status)?.amount ?? 0;
    return { draft: of('draft'), submitted: of('submitted'), withdrawn: of('withdrawn') };
  }
}

function whereOf(visitId: string, { words, status, kind, organisation }: ListFilter): Conditions {
  const conditions = new Conditions().add('a.visit_id = ?', visitId);
  if (status === null) conditions.add(`a.status <> 'withdrawn'`);
  else conditions.add('a.status = ?', status);
  if (kind !== null) conditions.add('a.kind = ?', kind);
  if (organisation !== '') conditions.add('lower(a.organisation_name) = lower(?)', organisation);
  if (words !== '') {
    const text = containing(words);
    conditions.add(
      '(a.name ILIKE ? OR a.email ILIKE ? OR a.organisation_name ILIKE ? OR a.code ILIKE ?)',
      text,
      text,
      text,
      text,
    );
  }
  return conditions;
}
