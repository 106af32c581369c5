import type { z } from 'zod';
import type { Visit } from '../../visits/domain/visit.js';
import { drawHash } from '../domain/draw.js';
import type { Assessment } from '../read-assessed.js';
import type { PublicSelection } from '../read-public-selection.js';
import { outcomeScore, type AssessorProgress, type NamedOutcome } from '../read-selection.js';
import type { CriterionRow } from '../assessment.entities.js';
import type { SelectionRow } from '../selection.entities.js';
import type { assessmentOutput, publicSelectionOutput, selectionOutput } from './selection.schema.js';

const criteriaJson = (criteria: readonly Pick<CriterionRow, 'id' | 'title' | 'text' | 'weight'>[]) =>
  criteria.map(({ id, title, text, weight }) => ({ id, title, text, weight }));

const instant = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;

/** A selection as everybody reads it. */
export function publicSelectionJson(selection: PublicSelection): z.output<typeof publicSelectionOutput> {
  const { rules, outcomes } = selection;
  return {
    rules: {
      places: rules.places,
      organisationLimit: rules.organisationLimit,
      categoryLimits: rules.categoryLimits.map(({ category, most }) => ({ category, most })),
      reserved: rules.reserved.map(({ kind, places }) => ({ kind, places })),
      releaseUnfilled: rules.releaseUnfilled,
    },
    method: selection.method,
    criteria: criteriaJson(selection.criteria),
    seed: selection.seed,
    seedPublishedAt: instant(selection.seedPublishedAt),
    toldAt: instant(selection.toldAt),
    outcomes: outcomes.map((each) => ({ ...each })),
  };
}

/** How far a selection is, for staff. */
export interface SelectionParts {
  readonly visit: Visit;
  readonly selection: SelectionRow | null;
  readonly criteria: readonly CriterionRow[];
  readonly progress: readonly AssessorProgress[];
  readonly outcomes: readonly NamedOutcome[];
  readonly applications: number;
}

export function selectionJson(parts: SelectionParts): z.output<typeof selectionOutput> {
  const { visit, selection, outcomes } = parts;
  return {
    id: visit.id,
    seed: selection?.seed ?? null,
    criteria: criteriaJson(parts.criteria),
    assessors: parts.progress.map(({ assessor, scored, all }) => ({
      id: assessor.id,
      name: assessor.name,
      scored,
      all,
    })),
    applications: parts.applications,
    scoringClosedAt: instant(selection?.scoringClosedAt),
    method: selection?.method ?? null,
    runAt: instant(selection?.runAt),
    toldAt: instant(selection?.toldAt),
    outcomes: outcomes.map(({ row, name, organisationName, isWithdrawn }) => ({
      code: row.code,
      rank: row.rank,
      drawn: row.drawn,
      hash: drawHash(selection?.seed ?? '', row.code),
      tied: row.tied,
      score: outcomeScore(row),
      outcome: row.outcome,
      countsAs: row.countsAs,
      position: row.position,
      reason: row.reason,
      isByHand: row.overrideWhy !== null,
      applicationId: row.applicationId,
      name,
      organisationName,
      isWithdrawn,
      overrideWhy: row.overrideWhy,
      lifts: [...row.lifts],
    })),
    version: selection?.version ?? 1,
  };
}

/** What an assessor scores. */
export const assessmentJson = ({
  visit,
  isClosed,
  criteria,
  applications,
}: Assessment): z.output<typeof assessmentOutput> => ({
  visitId: visit.id,
  title: visit.title,
  isClosed,
  criteria: criteriaJson(criteria),
  applications: applications.map(({ answers, references, score, ...each }) => ({
    ...each,
    answers: each.conflict === null ? { ...answers } : {},
    references: each.conflict === null ? references.map((reference) => ({ ...reference })) : [],
    score:
      score === null
        ? null
        : { points: score.points.map((given) => ({ ...given })), note: score.note, version: score.version },
  })),
});
