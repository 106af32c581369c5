import type { SearchProgress } from '#solver';
import type { RotaAnswer, RotaProblem } from '../index.js';

/**
 * `waiting`: nobody has begun; `done`: there is an answer, written to the draft unless it is infeasible; `failed`: there is
 * none, and `error` says why. What is over stays as it is.
 */
export type FillStatus = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** One filling of an exhibition's draft, as somebody asked for it. */
export interface Fill {
  readonly id: string;
  readonly exhibitionId: string;
  readonly status: FillStatus;
  /** The person's id; `null` once they are forgotten. */
  readonly askedBy: string | null;
  readonly askedAt: Date;
  /** How long may be searched. */
  readonly seconds: number;
  /** How far it has come; `null` before it has begun. */
  readonly progress: SearchProgress | null;
  readonly answer: RotaAnswer | null;
  /** Why it failed or was stopped, in a sentence; `null` where it was not. */
  readonly error: string | null;
  readonly finishedAt: Date | null;
}

/** A fill that somebody has taken up. */
export interface ClaimedFill {
  readonly id: string;
  readonly exhibitionId: string;
  readonly askedBy: string | null;
  readonly problem: RotaProblem;
  readonly seconds: number;
  /** The how-manieth time: whoever has an older claim has lost it. */
  readonly attempt: number;
}

/** How often a fill is begun at most: a second time when the service died of the first, or while at it. */
export const attemptsAtMost = 2;

/** A process that has said nothing for so long is taken for dead, in seconds. */
export const leaseSeconds = 20;

export const failures = {
  diedTwice:
    'The service stopped twice while the rota was being filled. The draft is as it was. Ask for a smaller part, or tell us.',
  notWritten:
    'A rota was found but could not be written down. The draft is as it was. Fill it again in a few minutes.',
  personErased:
    'Somebody on the team was erased meanwhile, so the rota was not filled. The draft is as it was. Fill it again.',
} as const;
