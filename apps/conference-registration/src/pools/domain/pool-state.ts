import type { Pool } from './pool-details.js';

/** How many places one count of a pool has given out. */
export interface PoolCount {
  readonly confirmed: number;
  /** By bookings that are being filled in, codes and open offers. */
  readonly held: number;
  /** Entries of the waiting list that it keeps waiting. */
  readonly queued: number;
}

/** How a pool stands. */
export interface PoolState {
  /** Of the organisation that has most, where each has its own count. */
  readonly confirmed: number;
  readonly held: number;
  /** What can be had still; 0 where people wait. */
  readonly free: number;
  /** How many more are taken than there are places. */
  readonly over: number;
  readonly queued: number;
}

/** @param counts of a pool for all one at most; otherwise one for each organisation that has something */
export function stateOf({ capacity }: Pick<Pool, 'capacity'>, counts: readonly PoolCount[]): PoolState {
  const [most] = counts.toSorted((a, b) => b.confirmed + b.held - (a.confirmed + a.held));
  const { confirmed, held } = most ?? { confirmed: 0, held: 0 };
  const queued = counts.reduce((sum, count) => sum + count.queued, 0);
  const left = capacity - confirmed - held;
  return {
    confirmed,
    held,
    free: queued > 0 ? 0 : Math.max(0, left),
    over: Math.max(0, -left),
    queued,
  };
}
