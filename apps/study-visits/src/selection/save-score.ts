import { Inject, Injectable } from '@nestjs/common';
import { checkOptionalText, refused, type FieldProblem } from '#checks';
import { notedActor } from '#people';
import {
  conflict,
  dateOf,
  forbidden,
  notFound,
  Transactions,
  valueOf,
  type Actor,
  type Problem,
} from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { editedMeanwhile, mustNotBeOver } from '../visits/change-visit.js';
import { LockVisit } from '../visits/lock-visit.js';
import { ScoreRow, type CriterionRow } from './assessment.entities.js';
import { mostPoints } from './domain/score.js';
import { notAssessed, ReadAssessed } from './read-assessed.js';

/** 409: the scores are counted as they are. */
export const scoringClosed = (): Problem =>
  conflict('scoring-closed', 'Scoring is closed, so the scores stay as they are.');

/** What an assessor gives an application, as it was sent. */
export interface ScoreInput {
  /** By the criterion’s id; `null`: not a number, or none. */
  readonly points: ReadonlyMap<string, number | null>;
  readonly note: string;
}

/** Keeps what one assessor gives one application. */
@Injectable()
export class SaveScore {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: LockVisit,
    private readonly assessed: ReadAssessed,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param seen the version of their score that they saw, 0 for none; `null`: whichever it is
   * @throws Problem 403 for an application of their own or of their own organisation; 404; 409 `scoring-closed`,
   *   `edited-meanwhile`, `visit-ended`; 422 with every criterion that has no points
   */
  run(
    actor: Actor,
    visitId: string,
    applicationId: string,
    seen: number | null,
    { points, note }: ScoreInput,
  ): Promise<void> {
    return this.transactions.run(async (manager) => {
      const { identity } = await notedActor(manager, actor);
      if (identity.personId === null) throw notAssessed();
      // Who is an assessor is said before anything is locked; whether there is such a visit is not for others to know.
      await this.assessed.of(identity.personId, visitId, manager);
      const visit = await this.lock.run(manager, visitId);
      const { assessor, criteria, isClosed, applications } = await this.assessed.of(
        identity.personId,
        visitId,
        manager,
      );
      mustNotBeOver(visit);
      const application = applications.find(({ id }) => id === applicationId);
      if (application === undefined) throw notFound('There is no such application.');
      if (application.conflict !== null) {
        throw forbidden('Nobody scores an application of their own, or of their own organisation.');
      }
      if (isClosed) throw scoringClosed();
      const before = application.score?.version ?? 0;
      if (seen !== null && seen !== before) throw editedMeanwhile();
      const row = {
        points: valueOf(checkPoints(criteria, points)),
        note: valueOf(checkOptionalText(note, 'note', { longest: 1000, manyLines: true })) ?? '',
      };
      await manager.upsert(
        ScoreRow,
        {
          ...row,
          assessorId: assessor.id,
          applicationId: application.id,
          savedAt: dateOf(this.clock()),
          version: before + 1,
        },
        ['assessorId', 'applicationId'],
      );
    });
  }
}

function checkPoints(criteria: readonly CriterionRow[], given: ReadonlyMap<string, number | null>) {
  const problems = criteria.flatMap(({ id, title }): FieldProblem[] => {
    const points = given.get(id) ?? null;
    return points !== null && Number.isInteger(points) && points >= 0 && points <= mostPoints
      ? []
      : [
          {
            field: `points.${id}`,
            code: 'missing',
            message: `Choose 0 to ${mostPoints} points for “${title}”.`,
          },
        ];
  });
  if (problems.length > 0) return refused(...problems);
  const value = criteria.map(({ id }) => ({ criterionId: id, points: given.get(id) ?? 0 }));
  return { ok: true, value } as const;
}
