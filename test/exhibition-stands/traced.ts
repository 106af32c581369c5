import type { Telling } from '../events-calendar/read-model/telling.js';

export type Query = Telling['query'];

/** Somebody, and where their traces are to be. */
export interface Traced {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export interface There extends Traced {
  readonly exhibition: string;
  /** In its team. */
  readonly member: string;
}

/** When they were left. */
export const at = '2027-09-01T09:00:00Z';

export type AddTraces = (query: Query, there: There) => Promise<unknown>;
