import type { Commitment } from '#commitments';
import { whenInWords, type AnyWhen } from '#ui';

/** "Tuesday 9 October 2035, 10am to 5pm" */
export const whenOfCommitment = (commitment: Commitment): string => whenInWords(whenOf(commitment));

/** Hours that are not settled are all of a day. */
function whenOf({ start, end, zone }: Commitment): AnyWhen {
  const [first, last] = [start.toZonedDateTimeISO(zone), end.toZonedDateTimeISO(zone)];
  const isWholeDay = first.equals(first.startOfDay()) && last.equals(first.startOfDay().add({ days: 1 }));
  const day = first.toPlainDate();
  return isWholeDay ? { type: 'all-day', first: day, last: day, zone } : { type: 'timed', start, end, zone };
}
