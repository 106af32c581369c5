import { Injectable } from '@nestjs/common';
import type { PlaceKind, Visit } from '../visits/domain/visit.js';
import { drawHash } from './domain/draw.js';
import type { PlaceRules } from './domain/places.js';
import { mostWeighted, type Score } from './domain/score.js';
import type { SelectionMethod, SelectionReason } from './domain/select.js';
import { outcomeScore, ReadSelection } from './read-selection.js';
import { rulesOf } from './run-selection.js';
import type { OutcomeKind } from './selection.entities.js';

/** What everybody reads of an application’s outcome: no name. */
export interface PublicOutcome {
  readonly code: string;
  readonly rank: number;
  readonly drawn: number;
  readonly tied: boolean;
  /** SHA-256 of the seed and the code. */
  readonly hash: string;
  readonly score: Score | null;
  readonly outcome: OutcomeKind;
  readonly countsAs: PlaceKind | null;
  readonly position: number | null;
  /** By the rules. */
  readonly reason: SelectionReason;
  readonly isByHand: boolean;
}

/** A selection as everybody may know it. */
export interface PublicSelection {
  readonly rules: PlaceRules;
  /** `null` until everybody is told. */
  readonly method: SelectionMethod | null;
  readonly criteria: readonly {
    readonly id: string;
    readonly title: string;
    readonly text: string;
    readonly weight: number;
  }[];
  /** The most that one assessor can give. */
  readonly most: number;
  readonly seed: string | null;
  readonly seedPublishedAt: Date | null;
  readonly toldAt: Date | null;
  /** In the order of their ranks; empty until everybody is told. */
  readonly outcomes: readonly PublicOutcome[];
}

/** Reads what everybody may know of a selection: the method beforehand, the result once all applicants have been told. */
@Injectable()
export class ReadPublicSelection {
  constructor(private readonly selections: ReadSelection) {}

  async of(visit: Visit): Promise<PublicSelection> {
    const [selection, criteria] = await Promise.all([
      this.selections.of(visit.id),
      this.selections.criteria(visit.id),
    ]);
    const seed = selection?.seed ?? null;
    const isTold = selection?.toldAt instanceof Date;
    const outcomes = isTold ? await this.selections.outcomes(visit.id) : [];
    return {
      rules: (isTold ? selection.rules : null) ?? rulesOf(visit, false),
      method: isTold ? selection.method : null,
      criteria: criteria.map(({ id, title, text, weight }) => ({ id, title, text, weight })),
      most: mostWeighted(criteria),
      seed,
      seedPublishedAt: selection?.seedPublishedAt ?? null,
      toldAt: selection?.toldAt ?? null,
      outcomes: outcomes
        .map(({ row }) => ({
          code: row.code,
          rank: row.rank,
          drawn: row.drawn,
          tied: row.tied,
          hash: drawHash(seed ?? '', row.code),
          score: outcomeScore(row),
          outcome: row.outcome,
          countsAs: row.countsAs,
          position: row.position,
          reason: row.reason,
          isByHand: row.overrideWhy !== null,
        }))
        .toSorted((one, other) => one.rank - other.rank),
    };
  }
}
