import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkChoice, checkText, problemsOf, type FieldProblem } from '#checks';
import { conflict, notFound, unprocessable, valueOf, type Actor } from '#platform';
import type { PlaceKind } from '../visits/domain/visit.js';
import { ChangeSelection } from './change-selection.js';
import {
  liftableLimits,
  PlaceCount,
  type Claim,
  type LiftableLimit,
  type PlaceRules,
} from './domain/places.js';
import { kindWords, obstacleInWords, outcomeWords } from './in-words.js';
import { ReadSelection, type Standing } from './read-selection.js';
import { OutcomeRow, type OutcomeKind } from './selection.entities.js';

/** What staff decide of one application, as it was sent. */
export interface OverrideInput {
  readonly outcome: string;
  /** Of which places; only for a place. */
  readonly countsAs: string;
  readonly why: string;
  /** Limits that are set aside for this one. */
  readonly lifts: readonly string[];
}

const outcomes = ['place', 'reserve', 'declined'] as const;
const kinds = ['general', 'press', 'newcomer'] as const;

/**
 * Decides otherwise than the rules for one application, with a reason that its applicant reads. The number of places and
 * those that are kept stand whatever is decided; the limits of organisations and categories stand unless they are set aside
 * for this one, which its override says.
 */
@Injectable()
export class OverrideOutcome {
  constructor(
    private readonly change: ChangeSelection,
    private readonly selections: ReadSelection,
  ) {}

  /**
   * @param seen the selection’s version; `null`: whichever it is
   * @throws Problem 404; 409 `selection-not-run`, `edited-meanwhile`, `selection-told`; 422, also for what a limit forbids
   */
  run(
    actor: Actor,
    visitId: string,
    applicationId: string,
    seen: number | null,
    input: OverrideInput,
  ): Promise<void> {
    return this.change.run(actor, visitId, seen, async ({ manager, visit, selection }) => {
      if (selection.rules === null)
        throw conflict('selection-not-run', 'Run the selection first; then single results can be changed.');
      const rows = await manager.findBy(OutcomeRow, { visitId: visit.id });
      const row = rows.find((each) => each.applicationId === applicationId);
      const standing = await this.selections.standing(visit.id, manager);
      const who = standing.find((each) => each.applicationId === applicationId);
      if (row === undefined || who === undefined)
        throw notFound('There is no such application in the result.');
      const wanted = read(input);
      mustFit({ rules: selection.rules, rows, standing, who, wanted });
      await manager.update(
        OutcomeRow,
        { visitId: visit.id, applicationId: row.applicationId },
        {
          outcome: wanted.outcome,
          countsAs: wanted.countsAs,
          // Behind all others, until they are numbered anew below.
          position: wanted.outcome === 'reserve' ? rows.length + 1 : null,
          overrideWhy: wanted.why,
          lifts: [...wanted.lifts],
          funded: row.funded && wanted.outcome === 'place',
        },
      );
      await numberReserves(manager, visit.id);
      return {
        result: undefined,
        action: `Result changed by hand: ${row.code}`,
        reason: wanted.why,
        changes: [
          { field: 'Result', before: resultInWords(row), after: resultInWords(wanted) },
          ...(wanted.lifts.length === 0
            ? []
            : [{ field: 'Limits set aside', before: '', after: wanted.lifts.join(', ') }]),
        ],
      };
    });
  }
}

interface Wanted {
  readonly outcome: OutcomeKind;
  readonly countsAs: PlaceKind | null;
  readonly why: string;
  readonly lifts: readonly LiftableLimit[];
}

function read(input: OverrideInput): Wanted {
  const outcome = checkChoice(input.outcome, outcomes, 'outcome', 'What is it to be?');
  const why = checkText(input.why, 'why', {
    longest: 1000,
    manyLines: true,
    missing: { code: 'reason-missing', message: 'Say why; the applicant reads it.' },
  });
  const kind = checkChoice(input.countsAs, kinds, 'countsAs', 'Which of the places?');
  const isPlace = outcome.ok && outcome.value === 'place';
  const problems = problemsOf<FieldProblem>(outcome, why, ...(isPlace ? [kind] : []));
  if (problems.length > 0) throw unprocessable(problems);
  return {
    outcome: valueOf(outcome),
    countsAs: isPlace ? valueOf(kind) : null,
    why: valueOf(why),
    lifts: isPlace ? liftableLimits.filter((each) => input.lifts.includes(each)) : [],
  };
}

/** @throws Problem 422 where a limit forbids it, at the field that says so */
function mustFit({
  rules,
  rows,
  standing,
  who,
  wanted,
}: {
  readonly rules: PlaceRules;
  readonly rows: readonly OutcomeRow[];
  readonly standing: readonly Standing[];
  readonly who: Standing;
  readonly wanted: Wanted;
}): void {
  const { countsAs, lifts } = wanted;
  if (countsAs === null) return;
  if (countsAs !== 'general' && !who.eligible.includes(countsAs)) {
    const message = `This application does not stand for a place that is kept (${kindWords[countsAs].toLowerCase()}).`;
    throw unprocessable([{ field: 'countsAs', code: 'not-eligible', message }]);
  }
  const byId = new Map(standing.map((each) => [each.applicationId, each]));
  const others = rows.flatMap((row): Claim[] => {
    const other = byId.get(row.applicationId);
    // Whoever has withdrawn since holds no place.
    if (other === undefined || row.countsAs === null || other === who) return [];
    const { organisation, category } = other;
    return [{ organisation, category, countsAs: row.countsAs, lifts: row.lifts }];
  });
  const { organisation, category } = who;
  const obstacle = new PlaceCount(rules, others).obstacle({ organisation, category, countsAs, lifts });
  if (obstacle === null) return;
  const isLimit = obstacle.code === 'organisation-limit' || obstacle.code === 'category-limit';
  const more = isLimit
    ? 'Set this limit aside for this application, or give somebody else of them no place first.'
    : 'Take a place from somebody else first.';
  const message = `${obstacleInWords(obstacle)} ${more}`;
  throw unprocessable([{ field: isLimit ? 'lifts' : 'countsAs', code: obstacle.code, message }]);
}

/** Reserves have the positions 1, 2, 3 … in the order that they had. */
async function numberReserves(manager: EntityManager, visitId: string): Promise<void> {
  await manager.query(
    `UPDATE selection_outcomes o SET position = n.position
     FROM (SELECT application_id, row_number() OVER (ORDER BY position)::int AS position
       FROM selection_outcomes WHERE visit_id = $1 AND outcome = 'reserve') n
     WHERE o.visit_id = $1 AND o.application_id = n.application_id AND o.position <> n.position`,
    [visitId],
  );
}

const resultInWords = ({ outcome, countsAs }: Pick<Wanted, 'outcome' | 'countsAs'>): string =>
  countsAs === null
    ? outcomeWords[outcome]
    : `${outcomeWords[outcome]}, ${kindWords[countsAs].toLowerCase()}`;
