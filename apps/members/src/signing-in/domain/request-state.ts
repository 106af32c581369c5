import { Temporal } from 'temporal-polyfill';
import { wrongCodesAllowed } from './code.js';

/** For so long a link works. */
export const linkLife = Temporal.Duration.from({ minutes: 15 });

/** For so long the browser that was let in has to begin its session: the time to fill in the form of a new record. */
const finishWithin = Temporal.Duration.from({ minutes: 30 });

/** How far somebody who asked to sign in has come. */
export interface SignInProgress {
  readonly wrongCodes: number;
  readonly expiresAt: Temporal.Instant;
  readonly approvedAt: Temporal.Instant | null;
  readonly usedAt: Temporal.Instant | null;
}

/**
 * `waiting`: the link can be pressed; `approved`: it was, and the browser that it let in may begin its session; `used`: it
 * has; `over`: too late, or too many wrong codes.
 */
export type RequestState = 'waiting' | 'approved' | 'used' | 'over';

export function requestState(progress: SignInProgress, now: Temporal.Instant): RequestState {
  const { wrongCodes, expiresAt, approvedAt, usedAt } = progress;
  const isPast = (instant: Temporal.Instant) => Temporal.Instant.compare(instant, now) <= 0;
  if (usedAt !== null) return 'used';
  if (approvedAt !== null) return isPast(approvedAt.add(finishWithin)) ? 'over' : 'approved';
  return isPast(expiresAt) || wrongCodes >= wrongCodesAllowed ? 'over' : 'waiting';
}
