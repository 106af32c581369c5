import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { currentPerson } from '#people';
import { notFound, type Problem } from '#platform';
import { isId } from '../domain/ids.js';
import type { Visit } from '../visits/domain/visit.js';
import { FindVisit } from '../visits/find-visit.js';
import { AssessorRow, CriterionRow, ScoreRow } from './assessment.entities.js';
import { conflictOfInterest } from './conflict-of-interest.js';
import { SelectionRow } from './selection.entities.js';

/** An application as its assessors read it. */
export interface AssessedApplication {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly jobTitle: string | null;
  readonly organisationName: string | null;
  readonly kind: 'member' | 'press';
  readonly isNewcomer: boolean;
  readonly answers: Readonly<Partial<Record<'why' | 'bringBack' | 'supporter', string>>>;
  /** What colleagues wrote in support. */
  readonly references: readonly { readonly name: string; readonly text: string }[];
  /** Why this assessor does not score it; `null`: they do. */
  readonly conflict: 'own' | 'organisation' | null;
  /** What this assessor gave it; `null`: nothing yet. */
  readonly score: Pick<ScoreRow, 'points' | 'note' | 'version'> | null;
}

/** What an assessor scores for one visit. */
export interface Assessment {
  readonly visit: Visit;
  readonly assessor: AssessorRow;
  readonly criteria: readonly CriterionRow[];
  readonly isClosed: boolean;
  readonly applications: readonly AssessedApplication[];
}

/** 404: whoever asks scores nothing for it; whether there is such a visit is not theirs to know. */
export const notAssessed = (): Problem => notFound('You are not asked to assess this.');

/** Reads what somebody is asked to score; nobody reads what others gave. */
@Injectable()
export class ReadAssessed {
  constructor(
    private readonly visits: FindVisit,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** The visits that somebody scores for, those of the newest first. */
  async visitsOf(
    personId: string,
  ): Promise<readonly { readonly visit: Visit; readonly scored: number; readonly all: number }[]> {
    const rows: { visitId: string }[] = await this.dataSource.query(
      `SELECT DISTINCT a.visit_id AS "visitId", v.first_day FROM selection_assessors a JOIN visits v ON v.id = a.visit_id
       WHERE a.person_id = ${currentPerson} AND v.status IN ('announced', 'confirmed') ORDER BY v.first_day DESC`,
      [personId],
    );
    return Promise.all(
      rows.map(async ({ visitId }) => {
        const { visit, applications } = await this.of(personId, visitId);
        const own = applications.filter(({ conflict }) => conflict === null);
        return { visit, scored: own.filter(({ score }) => score !== null).length, all: own.length };
      }),
    );
  }

  /** @throws Problem 404 for whoever is no assessor of the visit */
  async of(
    personId: string,
    visitId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Assessment> {
    const [found]: { id: string }[] = isId(visitId)
      ? await manager.query(
          `SELECT id FROM selection_assessors WHERE visit_id = $2 AND person_id = ${currentPerson} ORDER BY id LIMIT 1`,
          [personId, visitId],
        )
      : [];
    const assessor = found && (await manager.findOneBy(AssessorRow, { id: found.id }));
    if (!assessor) throw notAssessed();
    const visit = await this.visits.byId(visitId, manager);
    if (visit.status === 'draft') throw notAssessed();
    const [criteria, selection, applications] = await Promise.all([
      manager.find(CriterionRow, { where: { visitId }, order: { position: 'ASC' } }),
      manager.findOneBy(SelectionRow, { visitId }),
      this.applications(manager, assessor),
    ]);
    return { visit, assessor, criteria, isClosed: selection?.scoringClosedAt instanceof Date, applications };
  }

  /** Somebody has to do with an application when it is theirs, or of an organisation that they belong to. */
  private applications(manager: EntityManager, assessor: AssessorRow): Promise<AssessedApplication[]> {
    return manager.query(
      `SELECT a.id, a.code, a.name, a.job_title AS "jobTitle", a.organisation_name AS "organisationName", a.kind,
         a.is_newcomer AS "isNewcomer", a.answers,
         coalesce((SELECT jsonb_agg(jsonb_build_object('name', r.name, 'text', r.text) ORDER BY r.given_at)
           FROM application_references r WHERE r.application_id = a.id AND r.status = 'given'), '[]') AS "references",
         ${conflictOfInterest('$2')} AS conflict,
         CASE WHEN s.assessor_id IS NOT NULL
           THEN jsonb_build_object('points', s.points, 'note', s.note, 'version', s.version) END AS score
       FROM applications a LEFT JOIN selection_scores s ON s.application_id = a.id AND s.assessor_id = $3
       WHERE a.visit_id = $1 AND a.status = 'submitted' ORDER BY a.code`,
      [assessor.visitId, assessor.personId, assessor.id],
    );
  }
}
