import type { Visit } from '../../visits/domain/visit.js';
import type { Item } from './item.js';
import type { Membership, Part } from './own-day.js';
import type { Way } from './distance.js';

/** A leg of the journey, as far as a day’s plan hangs on it. */
export interface PlannedLeg extends Part {
  readonly travellerIds: readonly string[];
}

/** Ways in which a party divides: each traveller is in one of its groups. */
export interface Split {
  readonly id: string;
  readonly name: string;
  readonly groups: readonly SplitGroup[];
  /** Rises with each change of it and of who is in which group. */
  readonly version: number;
}

export interface SplitGroup {
  readonly id: string;
  /** A for the first. */
  readonly letter: string;
  /** "The social co-op"; blank where the letter says enough. */
  readonly name: string;
}

/** Somebody who interprets, and at what. */
export interface BookedInterpreter {
  readonly id: string;
  readonly name: string;
  /** "Italian" */
  readonly languages: readonly string[];
  readonly itemIds: readonly string[];
}

/** All that a visit’s days are judged by. */
export interface Plan {
  readonly visit: Pick<Visit, 'firstDay' | 'lastDay'>;
  /** Each where its host is, if it says no place of its own; cancelled ones among them. */
  readonly items: readonly Item[];
  /** Those that are not cancelled. */
  readonly legs: readonly PlannedLeg[];
  /** Ids of those who travel. */
  readonly travellers: readonly string[];
  readonly splits: readonly Split[];
  readonly membership: Membership;
  readonly interpreters: readonly BookedInterpreter[];
}

/** Something about a visit’s days that somebody should look at. `itemIds` are those of items and legs, in the order of time. */
export type PlanProblem =
  | OverlapProblem
  | TooLittleTimeProblem
  | TransferProblem
  | {
      readonly code: 'over-capacity';
      readonly itemIds: readonly [string];
      readonly travellers: number;
      readonly capacity: number;
    }
  | {
      readonly code: 'interpreter-missing';
      readonly itemIds: readonly [string];
      readonly language: string | null;
    }
  | {
      readonly code: 'interpreter-language';
      readonly itemIds: readonly [string];
      readonly interpreter: string;
      readonly language: string;
    }
  | {
      readonly code: 'interpreter-twice';
      readonly itemIds: readonly [string, string];
      readonly interpreter: string;
    }
  | {
      readonly code: 'in-no-group';
      readonly itemIds: readonly string[];
      readonly split: string;
      readonly splitId: string;
      readonly travellerIds: readonly string[];
    }
  | {
      readonly code: 'empty-day';
      readonly itemIds: readonly [];
      readonly day: string;
      readonly travellerIds: readonly string[];
    }
  | { readonly code: 'outside-visit'; readonly itemIds: readonly [string]; readonly day: string };

/** Somebody is to be at two things at once. */
export interface OverlapProblem {
  readonly code: 'overlap';
  readonly itemIds: readonly [string, string];
  /** For how long. */
  readonly minutes: number;
  readonly travellerIds: readonly string[];
}

/** The time between two things is shorter than what the second wants before it and the way to it take together. */
export interface TooLittleTimeProblem {
  readonly code: 'too-little-time';
  readonly itemIds: readonly [string, string];
  /** How long there is. */
  readonly minutes: number;
  readonly bufferMinutes: number;
  /** `null`: nothing is known of it, or there is none. */
  readonly way: Way | null;
  readonly travellerIds: readonly string[];
}

/** A transfer is planned shorter than the way takes. */
export interface TransferProblem {
  readonly code: 'transfer-too-short';
  readonly itemIds: readonly [string];
  readonly minutes: number;
  /** As staff state it, or as the distance makes it plausible. */
  readonly needed: number;
  /** `null`: it is as stated. */
  readonly way: Way | null;
}

export type PlanProblemCode = PlanProblem['code'];
