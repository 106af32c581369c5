import type { ImportEntity } from './import.entity.js';

type Counts = Pick<ImportEntity, 'newCount' | 'changedCount' | 'unchangedCount' | 'problemCount'>;

/** How many rows the file has. */
export const totalOf = (counts: Counts): number =>
  counts.newCount + counts.changedCount + counts.unchangedCount + counts.problemCount;

/** How many rows are gone through when the import runs. */
export const importableOf = (counts: Counts): number => totalOf(counts) - counts.problemCount;
