import type { Temporal } from 'temporal-polyfill';
import { conflict, notFound, type Actor, type Problem } from '#platform';
import type { TimedSpan } from '../itinerary/in-words.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import type { Visit } from '../visits/domain/visit.js';
import type { ClosedPerson } from './domain/closing.js';
import type { Mark } from './domain/mark.js';
import type { Tally } from './domain/merge.js';

/** Who counts: staff, or somebody who leads the visit, by their own link. */
export type CountAsker = { readonly actor: Actor; readonly visitId: string } | { readonly secret: string };

/** Who that is, as what they do says it. */
export interface Counter {
  readonly personId: string | null;
  readonly travellerId: string | null;
  readonly name: string;
}

/** What heads are counted at: a leg or an item. */
export interface CountedThing {
  readonly kind: 'leg' | 'item';
  readonly id: string;
  /** "Coach to the hotel" */
  readonly title: string;
  readonly span: TimedSpan;
  /** Where it begins; blank where nobody said. */
  readonly place: string;
  readonly isCancelled: boolean;
}

/** A mark with who made it, and when by their phone's clock. */
export interface SaidMark extends Mark {
  readonly madeAt: Temporal.Instant;
  readonly receivedAt: Temporal.Instant;
  readonly byName: string;
}

/** That a count was closed, and perhaps opened again. */
export interface KeptClosing {
  readonly id: string;
  readonly closedAt: Temporal.Instant;
  readonly byName: string;
  readonly here: number;
  readonly elsewhere: number;
  readonly missing: number;
  /** None once it is erased. */
  readonly people: readonly ClosedPerson[];
  readonly decision: string | null;
  readonly reopened: {
    readonly at: Temporal.Instant;
    readonly byName: string;
    readonly why: string | null;
  } | null;
}

/** A count as it is listed. */
export interface ListedCount {
  readonly thing: CountedThing;
  readonly expected: number;
  readonly tally: Tally;
  readonly closedAt: Temporal.Instant | null;
  /** Whether anything was marked. */
  readonly isBegun: boolean;
}

export interface HeadCount {
  readonly visit: Visit;
  readonly thing: CountedThing;
  /** Rises with each mark that comes, with closing and with opening again; 1 before the first. */
  readonly version: number;
  readonly closedAt: Temporal.Instant | null;
  /** The newest first. */
  readonly closings: readonly KeptClosing[];
  readonly marks: readonly SaidMark[];
  /** Who should be there, by name. */
  readonly expected: readonly Traveller[];
  /** Who was marked, and is not on the list any more. */
  readonly others: readonly Traveller[];
  readonly tally: Tally<SaidMark>;
  /** Everybody who leads the visit, to be rung. */
  readonly leaders: readonly Traveller[];
}

/** 404: nothing of the visit has this id, or heads are not counted at it. */
export const noSuchCount = (): Problem => notFound('There is no such head count of this visit.');

/** 409 */
export const countClosed = (): Problem =>
  conflict('count-closed', 'This count is closed. Open it again to change it.');
