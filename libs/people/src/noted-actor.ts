import type { EntityManager } from 'typeorm';
import type { Actor } from '#platform';
import { actingPerson } from './acting-person.js';

/**
 * Who does something, as histories write it down: under the id of the record that took the place of theirs. To be called
 * before any other lock of the transaction is taken.
 *
 * @throws Problem 403 when they have been erased
 */
export async function notedActor(manager: EntityManager, actor: Actor): Promise<Actor> {
  const { personId } = actor.identity;
  if (personId === null) return actor;
  return { ...actor, identity: { ...actor.identity, personId: await actingPerson(manager, personId) } };
}
