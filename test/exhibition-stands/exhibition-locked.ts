import { whileHeld } from '../while-locked.js';
import type { StandsStage } from './stage.js';

/** Begins something while somebody else holds the lock of an exhibition, and lets go once so many wait for it. */
export const whileLocked = <Result>(
  { system }: Pick<StandsStage, 'system'>,
  id: string,
  together: number,
  work: () => Promise<Result>,
): Promise<Result> =>
  whileHeld(
    { databaseUrl: system.databaseUrl('exhibition-stands'), statement: 'SELECT lock_exhibition($1)', id },
    together,
    work,
  );
