import { Inject, Injectable } from '@nestjs/common';
import { checkChoice } from '#checks';
import { conflict, dateOf, valueOf, type Actor } from '#platform';
import { applyWindow } from '../applications/domain/apply-window.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { Visit } from '../visits/domain/visit.js';
import { ChangeSelection } from './change-selection.js';
import type { PlaceRules } from './domain/places.js';
import { select, selectionMethods } from './domain/select.js';
import { methodWords } from './in-words.js';
import { ReadSelection } from './read-selection.js';
import { OutcomeRow } from './selection.entities.js';

/** How staff want the selection run. */
export interface RunInput {
  readonly method: string;
  readonly releaseUnfilled: boolean;
}

/** The limits of a visit, as a selection takes them. */
export const rulesOf = (visit: Visit, releaseUnfilled: boolean): PlaceRules => ({
  places: visit.places,
  organisationLimit: visit.organisationLimit,
  categoryLimits: visit.categoryLimits,
  reserved: visit.reserved,
  releaseUnfilled,
});

/** Runs the selection. Until everybody is told it can be run again; what staff decided by hand falls away with that. */
@Injectable()
export class RunSelection {
  constructor(
    private readonly change: ChangeSelection,
    private readonly selections: ReadSelection,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param seen the selection’s version; `null`: whichever it is
   * @throws Problem 404; 409 `applications-open`, `seed-missing`, `scoring-open`, `no-applications`, `edited-meanwhile`,
   *   `selection-told`; 422
   */
  run(actor: Actor, visitId: string, seen: number | null, input: RunInput): Promise<void> {
    const now = this.clock();
    return this.change.run(actor, visitId, seen, async ({ manager, visit, selection }) => {
      const method = valueOf(
        checkChoice(input.method, selectionMethods, 'method', 'How are places to be given?'),
      );
      if (applyWindow(visit, now) !== 'closed')
        throw conflict('applications-open', 'The selection can be run once applications are closed.');
      const { seed } = selection;
      if (seed === null) {
        throw conflict(
          'seed-missing',
          'No seed was published before applications closed. Open them again for a while to publish one.',
        );
      }
      if (method === 'score' && selection.scoringClosedAt === null)
        throw conflict('scoring-open', 'Close scoring first, or select by the draw alone.');
      const standing = await this.selections.standing(visit.id, manager);
      if (standing.length === 0)
        throw conflict('no-applications', 'Nobody has applied, so there is nobody to select.');
      // An application that came in by hand after scoring was closed has none.
      if (method === 'score' && standing.some(({ score }) => score === null))
        throw conflict(
          'not-scored',
          'An application came in after scoring was closed. Select by the draw alone.',
        );
      const rules = rulesOf(visit, input.releaseUnfilled);
      const outcomes = select({ ...rules, method, seed, candidates: standing });
      const byCode = new Map(standing.map((each) => [each.code, each]));
      await manager.delete(OutcomeRow, { visitId: visit.id });
      const rows = outcomes.flatMap((outcome): Omit<OutcomeRow, 'lifts' | 'overrideWhy' | 'funded'>[] => {
        const own = byCode.get(outcome.code);
        if (own === undefined) return [];
        const score = method === 'score' ? own.score : null;
        return [
          {
            ...outcome,
            visitId: visit.id,
            applicationId: own.applicationId,
            weighted: score?.weighted ?? null,
            assessors: score?.assessors ?? null,
          },
        ];
      });
      for (let at = 0; at < rows.length; at += 500) {
        await manager.insert(OutcomeRow, rows.slice(at, at + 500));
      }
      return {
        result: undefined,
        columns: { method, rules, runAt: dateOf(now) },
        action: selection.runAt === null ? 'Selection run' : 'Selection run again',
        changes: [
          { field: 'Places are given', before: '', after: methodWords[method] },
          {
            field: 'Kept places for which nobody is left',
            before: '',
            after: input.releaseUnfilled ? 'go to everybody' : 'stay empty',
          },
        ],
      };
    });
  }
}
