import { momentInWords, whenInWords } from '#ui';
import { dateOf } from '#platform';
import type { TicketType } from '../catalogue/domain/catalogue.js';
import type { Conference } from '../catalogue/domain/conference.js';
import { conferenceWhen } from './domain/conference-when.js';

/** "Thursday 8 July 2027, 9.30am to Friday 9 July, 4pm" */
export const whenOf = (conference: Conference): string => whenInWords(conferenceWhen(conference));

/** "The Guildhall, Market Place, Preston"; without a place, whether there will be one. */
export function whereOf({
  conference,
  ticketTypes,
}: {
  readonly conference: Pick<Conference, 'venueName' | 'venueAddress'>;
  readonly ticketTypes: readonly Pick<TicketType, 'format'>[];
}): string {
  const { venueName, venueAddress } = conference;
  if (venueName === null) {
    return ticketTypes.some(({ format }) => format === 'in-person')
      ? 'The place will be announced'
      : 'Online';
  }
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
