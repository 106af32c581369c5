import { Inject, Injectable } from '@nestjs/common';
import { conflict, dateOf, type Actor } from '#platform';
import { applyWindow } from '../applications/domain/apply-window.js';
import { CLOCK, type Clock } from '../tokens.js';
import { plural } from '#ui';
import { ChangeSelection } from './change-selection.js';
import { ReadSelection } from './read-selection.js';

/** Closes scoring, for good: from then on staff read the scores, and nobody changes them. */
@Injectable()
export class CloseScoring {
  constructor(
    private readonly change: ChangeSelection,
    private readonly selections: ReadSelection,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Does nothing where it is closed already.
   *
   * @throws Problem 404; 409 `applications-open`, `not-scored` while an application has no score at all, `selection-told`
   */
  run(actor: Actor, visitId: string): Promise<void> {
    const now = this.clock();
    return this.change.run(actor, visitId, null, async ({ manager, visit, selection }) => {
      if (selection.scoringClosedAt !== null) return { result: undefined, action: null };
      if (applyWindow(visit, now) !== 'closed') {
        throw conflict('applications-open', 'Scoring can be closed once applications are closed.');
      }
      const standing = await this.selections.standing(visit.id, manager);
      const without = standing.filter(({ score }) => score === null).length;
      if (standing.length === 0 || without > 0) {
        throw conflict(
          'not-scored',
          standing.length === 0
            ? 'Nobody has applied, so there is nothing to score.'
            : `${plural(without, 'application has', 'applications have')} no score yet. Each needs at least one.`,
        );
      }
      return {
        result: undefined,
        columns: { scoringClosedAt: dateOf(now) },
        action: 'Scoring closed',
      };
    });
  }
}
