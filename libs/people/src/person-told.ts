import type { EntityManager } from 'typeorm';

/** What an app does besides, once `members` has told of somebody: they may be whom it knew by their address only. */
export interface PersonTold {
  /**
   * In the transaction that keeps the person, under the lock of people for changes.
   *
   * @param personId of whom was told; their row is as it was told last, whichever message that was
   */
  told(manager: EntityManager, personId: string, correlationId: string): Promise<void>;
}

/** The app's {@link PersonTold}, if it has one. */
export const PERSON_TOLD = Symbol('person told');
