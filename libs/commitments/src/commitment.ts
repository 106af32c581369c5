import type { Temporal } from 'temporal-polyfill';

/** Something that somebody is to be at. */
export interface Commitment {
  /** Of the thing and this part of it: `<conference>/2027-07-08`, a shift's id. The same one is never its own clash. */
  readonly id: string;
  /** "Annual Conference 2027" */
  readonly title: string;
  readonly start: Temporal.Instant;
  /** They are free again from then on. */
  readonly end: Temporal.Instant;
  /** Of the clock by which it is told (IANA). */
  readonly zone: string;
  /**
   * Where it is, as two of the same place are compared; `null`: nobody has said, so that it may be anywhere. Between two at
   * one place there is no way to go.
   */
  readonly place: string | null;
  /** How long it takes to get there or away, at least. */
  readonly walkingMinutes: number;
}
