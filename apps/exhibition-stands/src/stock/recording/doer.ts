import type { EntityManager } from 'typeorm';
import { actingPerson } from '#people';
import { nameOfActor, type Actor } from '#platform';

/** Who does something to the stock, as it is written down. */
export interface Doer {
  readonly personId: string | null;
  /** Who does it by their own link. */
  readonly teamMemberId: string | null;
  readonly name: string;
}

/** Finds out, within the transaction and before any other lock of it, who does something. */
export type FindDoer = (manager: EntityManager) => Promise<Doer>;

/**
 * Staff, as they are written down.
 *
 * @returns what throws Problem 403 when they have been erased
 */
export const staffDoer =
  ({ identity }: Actor): FindDoer =>
  async (manager) => ({
    personId: identity.personId === null ? null : await actingPerson(manager, identity.personId),
    teamMemberId: null,
    name: nameOfActor(identity),
  });
