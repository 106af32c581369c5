import type { Import, ImportResult } from '#imports';
import { listInWords, plural } from '#ui';
import type { ImportRowEntity } from '../import-row.entity.js';

/** "4,990 new events, 2 changed and 10 rows with problems" */
export function countsInWords(counts: Counts): string {
  const parts = [
    ...(counts.newCount > 0 ? [plural(counts.newCount, 'new event')] : []),
    ...(counts.changedCount > 0 ? [`${plural(counts.changedCount, 'event')} to change`] : []),
    ...(counts.unchangedCount > 0 ? [`${plural(counts.unchangedCount, 'event')} as it is already`] : []),
    ...(counts.problemCount > 0 ? [`${plural(counts.problemCount, 'row')} with problems`] : []),
  ];
  return listInWords(parts).replace('events as it is', 'events as they are');
}

type Counts = Pick<Import, 'newCount' | 'changedCount' | 'unchangedCount' | 'problemCount'>;

/** "4,990 events were added and 10 rows left out." */
export function resultInWords(result: ImportResult): string {
  const { added, changed, unchanged, meanwhile, leftOut } = result;
  const parts = [
    ...(added > 0 ? [`${plural(added, 'event')} added`] : []),
    ...(changed > 0 ? [`${plural(changed, 'event')} changed`] : []),
    ...(unchanged > 0 ? [`${plural(unchanged, 'event')} left as before`] : []),
    ...(meanwhile > 0
      ? [`${plural(meanwhile, 'event')} not touched, as somebody changed them meanwhile`]
      : []),
    ...(leftOut > 0 ? [`${plural(leftOut, 'row')} left out because of problems`] : []),
  ];
  return `${listInWords(parts)}.`;
}

/** What came of an import so far, for a list. */
export function stateInWords(each: Import): string {
  switch (each.state) {
    case 'uploaded':
      return `Waits to be confirmed: ${countsInWords(each)}`;
    case 'done':
      return each.result === null ? 'Done' : resultInWords(each.result);
    case 'failed':
      return 'Failed; nothing was written';
    case 'stopped':
      return 'Stopped; nothing was written';
    default:
      return 'Running';
  }
}

const outcomes: Readonly<Record<ImportRowEntity['outcome'], string>> = {
  problem: 'Cannot be imported',
  changed: 'Changes an event',
  new: 'New event',
  unchanged: 'Nothing to change',
};

/** What the import would do with a row. */
export const outcomeInWords = (outcome: ImportRowEntity['outcome']): string => outcomes[outcome];

/** What became of a row. */
export function writtenInWords(row: Pick<ImportRowEntity, 'written'>): string {
  switch (row.written) {
    case 'added':
      return 'Added';
    case 'changed':
      return 'Changed';
    case 'unchanged':
      return 'As before';
    case 'meanwhile':
      return 'Left as it is: somebody changed or deleted the event after the preview';
    default:
      return 'Left out';
  }
}
