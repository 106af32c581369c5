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

/** Hours that are not settled are all of a day; a journey is all of several. */
function whenOf({ start, end, zone }: Commitment): AnyWhen {
  const [first, last] = [start.toZonedDateTimeISO(zone), end.toZonedDateTimeISO(zone)];
  const isWholeDays = [first, last].every((at) => at.equals(at.startOfDay()));
  return isWholeDays
    ? { type: 'all-day', first: first.toPlainDate(), last: last.toPlainDate().subtract({ days: 1 }), zone }
    : { type: 'timed', start, end, zone };
}
