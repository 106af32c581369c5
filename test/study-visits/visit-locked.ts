import { whileHeld } from '../while-locked.js';
import type { VisitsStage } from './stage.js';

/** Begins something while somebody else holds the lock of a visit, and lets go once so many wait for it. */
export const whileVisitLocked = <Result>(
  { system }: Pick<VisitsStage, 'system'>,
  id: string,
  together: number,
  work: () => Promise<Result>,
): Promise<Result> =>
  whileHeld(
    { databaseUrl: system.databaseUrl('study-visits'), statement: 'SELECT lock_visit($1)', id },
    together,
    work,
  );
