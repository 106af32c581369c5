import type { EntityManager } from 'typeorm';
import type { AppName } from '#contracts';

/** Tells one app all that is to come, as if it had just happened. Each app that others ask has one. */
export interface TellAgain {
  /**
   * What is told has the version that it has now, read before, or in one statement with, what is told of it: so whatever
   * changes meanwhile is told with a higher one.
   *
   * @param manager the transaction in which it is told
   * @param to the only app that hears of it; what it does not get is left out
   * @returns how many messages it gets
   */
  run(manager: EntityManager, to: AppName, correlationId: string): Promise<number>;
}

/** The app's {@link TellAgain}. */
export const TELL_AGAIN = Symbol('tell again');
