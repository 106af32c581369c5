/** How many events a page of a list holds. */
export const pageSize = 25;

/** A page of a list, by number. */
export interface Page {
  /** From 1. */
  readonly number: number;
  /** How many pages there are; 0 for an empty list. */
  readonly count: number;
  /** Of the items, the first shown, from 1. */
  readonly first: number;
  readonly last: number;
  readonly total: number;
}

export function pageOf(number: number, total: number): Page {
  const first = (number - 1) * pageSize + 1;
  return {
    number,
    count: Math.ceil(total / pageSize),
    first,
    last: Math.min(number * pageSize, total),
    total,
  };
}
