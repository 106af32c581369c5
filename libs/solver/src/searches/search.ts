import type { SearchProgress } from '../highs/search-watch.js';

/**
 * `waiting`: nobody has begun; `done`: there is an answer, written down unless it is infeasible; `failed`: there is none, and
 * `error` says why. What is over stays as it is.
 */
export type SearchStatus = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** As much of an answer as every search says. */
export interface SearchAnswer {
  readonly status: 'proven' | 'within' | 'infeasible';
  readonly objective: number;
  readonly bound: number;
  readonly seconds: number;
}

/** One search, as somebody asked for it, with the id of what it is for under `Owner`. */
export type Search<Owner extends string, Answer> = Readonly<Record<Owner, string>> & {
  readonly id: string;
  readonly status: SearchStatus;
  /** The person's id; `null` once they are forgotten. */
  readonly askedBy: string | null;
  readonly askedAt: Date;
  /** How long may be searched. */
  readonly seconds: number;
  /** How far it has come; `null` before it has begun. */
  readonly progress: SearchProgress | null;
  readonly answer: Answer | null;
  /** Why it failed or was stopped, in a sentence; `null` where it was not. */
  readonly error: string | null;
  readonly finishedAt: Date | null;
};

/** A search that somebody has taken up. */
export type ClaimedSearch<Owner extends string, Problem> = Readonly<Record<Owner, string>> & {
  readonly id: string;
  readonly askedBy: string | null;
  readonly problem: Problem;
  readonly seconds: number;
  /** The how-manieth time: whoever has an older claim has lost it. */
  readonly attempt: number;
};

/** How often a search is begun at most: a second time when the service died of the first, or while at it. */
export const attemptsAtMost = 2;

/** A process that has said nothing for so long is taken for dead, in seconds. */
export const leaseSeconds = 20;
