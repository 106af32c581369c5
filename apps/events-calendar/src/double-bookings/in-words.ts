import type { Commitment } from '#commitments';
import { whenInWords, type AnyWhen } from '#ui';
import type { Beside } from './domain/double-booking.js';

/** "Tuesday 9 October 2035, 10am to 5pm" */
export const whenOfCommitment = (commitment: Commitment): string => whenInWords(whenOf(commitment));

/** In a plain sentence, as the entry of a shift tells it. */
export function besideInWords({ other, isAtOnce }: Beside): string {
  const what = `${other.title}, ${whenOfCommitment(other)}`;
  return isAtOnce
    ? `This overlaps ${what}.`
    : `There is too little time to get from one to the other: ${what}.`;
}

/** Hours that are not settled are all of a day. */
function whenOf({ start, end, zone }: Commitment): AnyWhen {
  const [first, last] = [start.toZonedDateTimeISO(zone), end.toZonedDateTimeISO(zone)];
  const isWholeDay = first.equals(first.startOfDay()) && last.equals(first.startOfDay().add({ days: 1 }));
  const day = first.toPlainDate();
  return isWholeDay ? { type: 'all-day', first: day, last: day, zone } : { type: 'timed', start, end, zone };
}
