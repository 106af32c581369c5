import { QueryFailedError, type EntityManager } from 'typeorm';
import type { Transactions } from '#platform';
import type { ImportStates } from '../import-states.js';
import { holdImport } from './import-lock.js';

/** A name that somebody else took at the same moment, and two who waited for each other: the next try succeeds. */
const worthAnotherTry = new Set(['23505', '40P01']);
const mostTries = 3;

export interface ImportRun {
  readonly transactions: Transactions;
  readonly states: Pick<ImportStates, 'begin' | 'fail'>;
  /** The import's id. */
  readonly id: string;
  /** Told when the import is seen to be running. */
  begun(this: void): void;
  /** Asked between pieces of work; where it says no, nothing is written. */
  goesOn(this: void): boolean;
  /** Writes all of it and records what became of it; may be called again after it has failed. */
  write(this: void, manager: EntityManager): Promise<void>;
}

/**
 * Runs a confirmed import in one transaction. Run again, or by two processes at once, it does nothing more. Its lock is held
 * until it is recorded what became of it, so that nobody takes it for one that was interrupted.
 *
 * @throws Error when it could not be written
 */
export async function runImport({
  transactions,
  states,
  id,
  begun,
  goesOn,
  write,
}: ImportRun): Promise<void> {
  await transactions.run(async (manager) => {
    const isMine = (await holdImport(manager, id)) && (await states.begin(id));
    begun();
    if (!isMine) return;
    for (let tries = 1; ; tries += 1) {
      try {
        // A savepoint: what a failed try wrote is gone, the lock is not.
        await manager.transaction(write);
        return;
      } catch (error) {
        if (tries < mostTries && goesOn() && isWorthAnotherTry(error)) continue;
        if (goesOn()) await states.fail(id);
        throw error;
      }
    }
  });
}

function isWorthAnotherTry(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as { code?: unknown };
  return typeof code === 'string' && worthAnotherTry.has(code);
}
