import { listInWords, plural } from '#ui';
import type { Import, ImportResult } from '../import-record.js';

/**
 * "4,990 events were added and 10 rows left out."
 *
 * @param what a row is: "event"
 */
export function resultInWords(result: ImportResult, what: string, leftOutFor = ''): string {
  const { added, changed, unchanged, meanwhile, leftOut } = result;
  const parts = [
    ...(added > 0 ? [`${plural(added, what)} added`] : []),
    ...(changed > 0 ? [`${plural(changed, what)} changed`] : []),
    ...(unchanged > 0 ? [`${plural(unchanged, what)} left as before`] : []),
    ...(meanwhile > 0 ? [`${plural(meanwhile, what)} not touched, as somebody changed them meanwhile`] : []),
    ...(leftOut > 0 ? [`${plural(leftOut, 'row')} left out${leftOutFor}`] : []),
  ];
  return `${listInWords(parts)}.`;
}

/**
 * What came of an import so far, for a list.
 *
 * @param counts how many rows would do what
 * @param result what it did, if it did
 */
export function stateInWords({ state }: Import, counts: string, result: string | null): string {
  switch (state) {
    case 'uploaded':
      return `Waits to be confirmed: ${counts}`;
    case 'done':
      return result ?? 'Done';
    case 'failed':
      return 'Failed; nothing was written';
    case 'stopped':
      return 'Stopped; nothing was written';
    default:
      return 'Running';
  }
}

/** "Add 38 events", "Add 38 events and change 2 events". */
export function actionInWords({ newCount, changedCount }: Import, what: string): string {
  if (changedCount === 0) return `Add ${plural(newCount, what)}`;
  if (newCount === 0) return `Change ${plural(changedCount, what)}`;
  return `Add ${plural(newCount, what)} and change ${plural(changedCount, what)}`;
}

/** Whether an import that is done has changed nothing. */
export const isIdle = ({ result }: Import): boolean => result?.added === 0 && result.changed === 0;
