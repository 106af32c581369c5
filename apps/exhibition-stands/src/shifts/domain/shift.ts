import type { Opening } from '../../exhibitions/domain/openings.js';

/** Where a shift comes from: `event` are the hosts that an event on the stand needs. */
export const shiftSources = ['pattern', 'hand', 'event'] as const;
export type ShiftSource = (typeof shiftSources)[number];

/** What staff say of a shift. */
export interface ShiftDetails extends Opening {
  /** How many are needed. */
  readonly cover: number;
  /** How many of them have to be leads. */
  readonly leads: number;
  /** What somebody of them has to bring: `bsl`. */
  readonly skills: readonly string[];
  /** "Build-up", "Reception"; empty for the usual. */
  readonly label: string;
}

/** A time on the stand and how many it needs. */
export interface StandShift extends ShiftDetails {
  readonly id: string;
  readonly source: ShiftSource;
  /** The event on the stand whose hosts it is for; only where it comes from one. */
  readonly eventId?: string;
  readonly version: number;
}
