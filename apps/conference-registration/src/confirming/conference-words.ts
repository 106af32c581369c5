import { momentInWords, whenInWords } from '#ui';
import { dateOf } from '#platform';
import type { Conference } from '../catalogue/domain/conference.js';
import { conferenceWhen } from './domain/conference-when.js';

/** "Thursday 8 July 2027, 9.30am to Friday 9 July, 4pm" */
export const whenOf = (conference: Conference): string => whenInWords(conferenceWhen(conference));

/** "The Guildhall, Market Place, Preston"; "Online" where there is no place. */
export function whereOf({ venueName, venueAddress }: Pick<Conference, 'venueName' | 'venueAddress'>): string {
  if (venueName === null) return 'Online';
  return [venueName, ...(venueAddress ?? '').split('\n')]
    .map((line) => line.trim().replace(/,$/, ''))
    .filter((line) => line !== '')
    .join(', ');
}

/** Until when bookers change what they booked by themselves; `null`: until it begins. */
export function changesUntilOf({
  changesUntil,
  zone,
}: Pick<Conference, 'changesUntil' | 'zone'>): string | null {
  return changesUntil === null ? null : momentInWords(dateOf(changesUntil), zone);
}
