import type { EntityManager } from 'typeorm';
import type { HeldKind } from '#platform';

/** A column that holds ids of people. */
export interface PersonColumn {
  readonly table: string;
  readonly column: string;
}

/** Somebody who is to be forgotten. */
export interface Leaving {
  readonly id: string;
  /** As `members` last told it; `null`: nothing is known. */
  readonly name: string | null;
  /** Their address in lower case, to find what was written with it and without their id; `null`: none is known. */
  readonly email: string | null;
}

/**
 * What a feature holds of people: the id in its `columns`, perhaps a name and an address beside it. Each feature has one and
 * is in the list that the app gives `peopleProviders`.
 */
export interface PersonPart {
  /** Every column with the id of a person. Where a record is merged into another, these follow it. */
  readonly columns: readonly PersonColumn[];
  /**
   * Makes one of what the two records of a person have beside each other and one person cannot have twice, before the columns
   * follow. Left out where that cannot be.
   */
  merge?(this: void, manager: EntityManager, from: string, into: string): Promise<void>;
  /**
   * What it shows people of what is held on them. `$1` is their id; rows of records that were merged into theirs have it
   * too.
   */
  readonly held: readonly HeldKind[];
  /**
   * Forgets a person: no row has their id, name or address any more. What has to stay (a sum, a place that is taken) stays
   * without them, under {@link erasedName}.
   *
   * @returns what was done, in words for the erasure's record: `['2 delegates’ names replaced']`; `[]`: nothing was held
   */
  forget(this: void, manager: EntityManager, person: Leaving): Promise<readonly string[]>;
}

/** All {@link PersonPart}s of the service. */
export const PERSON_PARTS = Symbol('person parts');

/** What stands where the name of a person stood who has been erased. */
export const erasedName = 'An erased person';

/** "2 delegates’ names replaced" as a list of one; `[]` for none. */
export const counted = (amount: number, one: string, many: string): readonly string[] =>
  amount === 0 ? [] : [`${amount} ${amount === 1 ? one : many}`];
