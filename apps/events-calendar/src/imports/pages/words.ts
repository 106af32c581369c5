import { resultInWords, stateInWords, type Import, type ImportResult } from '#imports';
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

/** "4,990 events added and 10 rows left out because of problems." */
export const eventsResultInWords = (result: ImportResult): string =>
  resultInWords(result, 'event', ' because of problems');

/** What came of an import so far, for a list. */
export const eventsStateInWords = (each: Import): string =>
  stateInWords(each, countsInWords(each), each.result && eventsResultInWords(each.result));

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
