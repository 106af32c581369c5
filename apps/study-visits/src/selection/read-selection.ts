import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { isId } from '../domain/ids.js';
import type { ReservedKind } from '../visits/domain/visit.js';
import { AssessorRow, CriterionRow } from './assessment.entities.js';
import { conflictOfInterest } from './conflict-of-interest.js';
import { organisationKey } from './domain/places.js';
import { scoreOf, type Points, type Score } from './domain/score.js';
import type { Candidate } from './domain/select.js';
import { OutcomeRow, SelectionRow } from './selection.entities.js';

/** An assessor and how far they are. */
export interface AssessorProgress {
  readonly assessor: AssessorRow;
  readonly scored: number;
  /** How many there are for them to score: neither their own nor of their organisation. */
  readonly all: number;
}

/** An application that stands for a place, with what is needed to select. */
export interface Standing extends Candidate {
  readonly applicationId: string;
  readonly name: string;
  readonly organisationName: string | null;
}

/** An application’s outcome, with whose it is; for staff. */
export interface NamedOutcome {
  readonly row: OutcomeRow;
  readonly name: string;
  readonly organisationName: string | null;
  /** Withdrawn since. */
  readonly isWithdrawn: boolean;
}

/** What one assessor gave one application. */
export interface GivenScore {
  readonly assessor: string;
  readonly points: readonly { readonly title: string; readonly points: number }[];
  readonly note: string;
}

/** Reads how far the selection for a visit is. */
@Injectable()
export class ReadSelection {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @returns `null`: no step of it has been taken */
  of(visitId: string, manager: EntityManager = this.dataSource.manager): Promise<SelectionRow | null> {
    return manager.findOneBy(SelectionRow, { visitId });
  }

  criteria(visitId: string, manager: EntityManager = this.dataSource.manager): Promise<CriterionRow[]> {
    return manager.find(CriterionRow, { where: { visitId }, order: { position: 'ASC' } });
  }

  /** By name. */
  async progress(visitId: string): Promise<readonly AssessorProgress[]> {
    const rows: { id: string; scored: number; all: number }[] = await this.dataSource.query(
      `SELECT s.id, count(sc.application_id)::int AS scored,
         count(a.id) FILTER (WHERE ${conflictOfInterest('s.person_id')} IS NULL)::int AS all
       FROM selection_assessors s
         LEFT JOIN applications a ON a.visit_id = s.visit_id AND a.status = 'submitted'
         LEFT JOIN selection_scores sc ON sc.assessor_id = s.id AND sc.application_id = a.id
       WHERE s.visit_id = $1 GROUP BY s.id`,
      [visitId],
    );
    const figures = new Map(rows.map((row) => [row.id, row]));
    const assessors = await this.dataSource.manager.find(AssessorRow, {
      where: { visitId },
      order: { name: 'ASC', id: 'ASC' },
    });
    return assessors.map((assessor) => ({
      assessor,
      scored: figures.get(assessor.id)?.scored ?? 0,
      all: figures.get(assessor.id)?.all ?? 0,
    }));
  }

  /** What each assessor gave an application; nobody reads it before scoring is closed. */
  async given(visitId: string, applicationId: string): Promise<readonly GivenScore[]> {
    const selection = await this.of(visitId);
    if (!(selection?.scoringClosedAt instanceof Date) || !isId(applicationId)) return [];
    const titles = new Map((await this.criteria(visitId)).map(({ id, title }) => [id, title]));
    const rows: { assessor: string; points: readonly Points[]; note: string }[] = await this.dataSource.query(
      `SELECT a.name AS assessor, s.points, s.note FROM selection_scores s
         JOIN selection_assessors a ON a.id = s.assessor_id
       WHERE a.visit_id = $1 AND s.application_id = $2 ORDER BY a.name, a.id`,
      [visitId, applicationId],
    );
    return rows.map(({ points, ...row }) => ({
      ...row,
      points: points.map((each) => ({ title: titles.get(each.criterionId) ?? '', points: each.points })),
    }));
  }

  /** All submitted applications, by code, each with the score that it has so far. */
  async standing(
    visitId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<readonly Standing[]> {
    const criteria = await this.criteria(visitId, manager);
    const rows: StandingRow[] = await manager.query(
      `SELECT a.id, a.code, a.name, a.organisation_id AS "organisationId", a.organisation_name AS "organisationName",
         a.category, a.kind, a.is_newcomer AS "isNewcomer",
         coalesce(jsonb_agg(s.points) FILTER (WHERE s.application_id IS NOT NULL), '[]') AS points
       FROM applications a LEFT JOIN selection_scores s ON s.application_id = a.id
       WHERE a.visit_id = $1 AND a.status = 'submitted' GROUP BY a.id ORDER BY a.code`,
      [visitId],
    );
    return rows.map((row) => ({
      applicationId: row.id,
      code: row.code,
      name: row.name,
      organisationName: row.organisationName,
      organisation: organisationKey(row.organisationId, row.organisationName),
      category: row.category,
      eligible: eligibleFor(row),
      score: scoreOf(criteria, row.points),
    }));
  }

  /** The last run’s outcomes: places first, by rank; then the reserves in their order. */
  async outcomes(
    visitId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<readonly NamedOutcome[]> {
    const rows = await manager.find(OutcomeRow, { where: { visitId } });
    const people: { id: string; name: string; organisationName: string | null; status: string }[] =
      await manager.query(
        `SELECT a.id, a.name, a.organisation_name AS "organisationName", a.status FROM applications a
         JOIN selection_outcomes o ON o.application_id = a.id WHERE o.visit_id = $1`,
        [visitId],
      );
    const byId = new Map(people.map((each) => [each.id, each]));
    const order = { place: 0, reserve: 1, declined: 2 } as const;
    return rows
      .toSorted(
        (one, other) =>
          order[one.outcome] - order[other.outcome] ||
          (one.position ?? one.rank) - (other.position ?? other.rank),
      )
      .map((row) => ({
        row,
        name: byId.get(row.applicationId)?.name ?? '',
        organisationName: byId.get(row.applicationId)?.organisationName ?? null,
        isWithdrawn: byId.get(row.applicationId)?.status !== 'submitted',
      }));
  }
}

interface StandingRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly category: string | null;
  readonly kind: 'member' | 'press';
  readonly isNewcomer: boolean;
  readonly points: readonly (readonly Points[])[];
}

/** For which of the kept places an application stands. */
export const eligibleFor = ({
  kind,
  isNewcomer,
}: Pick<StandingRow, 'kind' | 'isNewcomer'>): readonly ReservedKind[] => [
  ...(kind === 'press' ? (['press'] as const) : []),
  ...(isNewcomer ? (['newcomer'] as const) : []),
];

/** A score as an outcome’s row has it. */
export const outcomeScore = ({ weighted, assessors }: OutcomeRow): Score | null =>
  weighted === null || assessors === null ? null : { weighted, assessors };
