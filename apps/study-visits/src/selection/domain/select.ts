import type { PlaceKind, ReservedKind } from '../../visits/domain/visit.js';
import { drawOrder } from './draw.js';
import {
  PlaceCount,
  reservedFor,
  type Claim,
  type Grouped,
  type Obstacle,
  type PlaceRules,
} from './places.js';
import { compareScores, type Score } from './score.js';

/** How places beyond the reserved ones, and those among the eligible, are given. */
export const selectionMethods = ['score', 'draw'] as const;

export type SelectionMethod = (typeof selectionMethods)[number];

/** An application as the selection sees it: nothing else of it counts. */
export interface Candidate extends Grouped {
  /** Under which it is drawn; each once. */
  readonly code: string;
  /** Of whom it can have a reserved place. */
  readonly eligible: readonly ReservedKind[];
  /** Needed where places go by score. */
  readonly score: Score | null;
}

export interface SelectionInput extends PlaceRules {
  readonly method: SelectionMethod;
  readonly seed: string;
  readonly candidates: readonly Candidate[];
}

/** Why an application has what it has, in figures. */
export type SelectionReason =
  | {
      readonly code: 'reserved-place';
      readonly kind: ReservedKind;
      /** The how manieth of `places`. */
      readonly place: number;
      readonly places: number;
    }
  | { readonly code: 'general-place' }
  | { readonly code: 'released-place' }
  | { readonly code: 'organisation-limit'; readonly most: number }
  | { readonly code: 'category-limit'; readonly category: string; readonly most: number }
  | {
      readonly code: 'no-place-left';
      /** How many are given; the rest is kept for those of `reserved`. */
      readonly given: number;
      /** Places that are kept for others and for which nobody was left who is eligible. */
      readonly kept: number;
    };

/** What became of an application. */
export type Outcome = {
  readonly code: string;
  /** Where it stands among all, from 1: by score and draw, or by the draw alone. */
  readonly rank: number;
  /** Where it stands in the draw alone, from 1. */
  readonly drawn: number;
  /** Whether somebody with exactly the same score stands beside it, so that the draw decided between them. */
  readonly tied: boolean;
  readonly reason: SelectionReason;
} & (
  | { readonly outcome: 'place'; readonly countsAs: PlaceKind; readonly position: null }
  /** `position` from 1: who is asked first when a place is free. */
  | { readonly outcome: 'reserve'; readonly countsAs: null; readonly position: number }
);

/** Somebody who gets one of the places that are free. */
export interface Placed<Who> {
  readonly who: Who;
  readonly countsAs: PlaceKind;
}

/** Who waits for a place. */
export type Waiting = Grouped & Pick<Candidate, 'eligible'>;

/**
 * Gives the places that are free: first those that are reserved, kind by kind, each to the first in the order who is
 * eligible; then the others to the first in the order. Whoever would exceed a limit is passed over. It serves for the
 * selection as for reserves who move up.
 *
 * @param count who has places already; those who get one are added
 * @param inOrder who waits, the first first
 */
export function givePlaces<Who extends Waiting>(
  count: PlaceCount,
  inOrder: readonly Who[],
): readonly Placed<Who>[] {
  const placed = new Map<Who, PlaceKind>();
  const give = (who: Who, countsAs: PlaceKind) => {
    const { organisation, category } = who;
    const claim: Claim = { organisation, category, countsAs, lifts: [] };
    if (count.obstacle(claim) !== null) return;
    count.add(claim);
    placed.set(who, countsAs);
  };
  for (const { kind } of count.rules.reserved)
    for (const who of inOrder) if (!placed.has(who) && who.eligible.includes(kind)) give(who, kind);
  for (const who of inOrder) if (!placed.has(who)) give(who, 'general');
  return [...placed].map(([who, countsAs]) => ({ who, countsAs }));
}

/**
 * Selects who has a place, by rules alone: the same input gives the same result, whoever works it out.
 *
 * @returns every application’s outcome, in the order of their ranks
 * @throws Error where places go by score and an application has none, or a code comes twice
 */
export function select(input: SelectionInput): readonly Outcome[] {
  const ordered = inOrder(input);
  const count = new PlaceCount(input);
  const placed = new Map(
    givePlaces(
      count,
      ordered.map(({ candidate }) => candidate),
    ).map(({ who, countsAs }) => [who.code, countsAs]),
  );
  const given = placed.size;
  const seen = new Map<PlaceKind, number>();
  let position = 0;
  return ordered.map(({ candidate, rank, drawn, tied }): Outcome => {
    const { code } = candidate;
    const countsAs = placed.get(code);
    if (countsAs === undefined) {
      position += 1;
      const reason = whyNot(count, candidate, given);
      return { code, rank, drawn, tied, outcome: 'reserve', countsAs: null, position, reason };
    }
    const place = (seen.get(countsAs) ?? 0) + 1;
    seen.set(countsAs, place);
    const reason = whyPlaced(count.rules, countsAs, place);
    return { code, rank, drawn, tied, outcome: 'place', countsAs, position: null, reason };
  });
}

function inOrder({ method, seed, candidates }: SelectionInput) {
  const drawn = new Map(
    drawOrder(
      seed,
      candidates.map(({ code }) => code),
    ).map(({ code }, index) => [code, index + 1]),
  );
  if (drawn.size !== candidates.length) throw new Error('a code comes twice');
  const place = ({ code }: Candidate) => drawn.get(code) ?? 0;
  const byDraw = (one: Candidate, other: Candidate) => place(one) - place(other);
  const compare = (one: Candidate | undefined, other: Candidate | undefined) =>
    one && other && method === 'score' ? compareScores(scored(one), scored(other)) : Number.NaN;
  const ordered = candidates.toSorted(
    (one, other) => (method === 'score' ? compare(one, other) : 0) || byDraw(one, other),
  );
  return ordered.map((candidate, index) => ({
    candidate,
    rank: index + 1,
    drawn: place(candidate),
    tied: [ordered[index - 1], ordered[index + 1]].some((beside) => compare(candidate, beside) === 0),
  }));
}

function scored({ score }: Candidate): Score {
  if (score === null) throw new Error('an application without a score');
  return score;
}

function whyPlaced(rules: PlaceRules, countsAs: PlaceKind, place: number): SelectionReason {
  if (countsAs !== 'general')
    return { code: 'reserved-place', kind: countsAs, place, places: reservedFor(rules, countsAs) };
  const kept = rules.reserved.reduce((sum, each) => sum + each.places, 0);
  return { code: place > rules.places - kept ? 'released-place' : 'general-place' };
}

/** Limits never loosen while places are given, so what is in the way at the end was so when the place was refused. */
function whyNot(count: PlaceCount, candidate: Candidate, given: number): SelectionReason {
  const limit = count.limitOf(candidate);
  if (limit !== null) return limitReason(limit);
  return { code: 'no-place-left', given, kept: count.rules.places - given };
}

function limitReason(limit: Obstacle): SelectionReason {
  if (limit.code !== 'organisation-limit' && limit.code !== 'category-limit')
    throw new Error('a place is not a limit');
  return limit;
}
