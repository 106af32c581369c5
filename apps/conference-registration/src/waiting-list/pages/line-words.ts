import { momentInWords, plural, type TagColour } from '#ui';
import type { Catalogue } from '../../catalogue/domain/catalogue.js';
import type { EntryStatus } from '../domain/entry.js';
import type { LineEntry } from '../read-line.js';

/** How somebody on a waiting list stands, for staff. */
export const entryStatusWords: Readonly<Record<EntryStatus, string>> = {
  waiting: 'Waiting',
  offered: 'Offered a place',
  taken: 'Booked',
  declined: 'Declined',
  expired: 'Not answered in time',
  left: 'Left',
  'passed-over': 'Taken off',
  ended: 'Ended',
};

export const entryStatusColours: Readonly<Record<EntryStatus, TagColour>> = {
  waiting: 'yellow',
  offered: 'blue',
  taken: 'green',
  declined: 'grey',
  expired: 'grey',
  left: 'grey',
  'passed-over': 'red',
  ended: 'grey',
};

/** "2 places, all together: Civic dinner"; of whoever has been offered all that they wanted "Civic dinner". */
export function wantsInWords(
  { ticketType }: { readonly ticketType: ReadonlyMap<string, { readonly name: string }> },
  { ticketTypeId, wanted, allTogether }: Pick<LineEntry, 'ticketTypeId' | 'wanted' | 'allTogether'>,
): string {
  const ticket = ticketType.get(ticketTypeId)?.name ?? '';
  if (wanted === 0) return ticket;
  const how = wanted === 1 ? '' : allTogether ? ', all together' : ', or as many as there are';
  return `${plural(wanted, 'place')}${how}: ${ticket}`;
}

/** "1 place, until Tuesday 24 November 2026, 5pm"; empty while nothing is offered. */
export function offerInWords(
  { conference }: { readonly conference: Pick<Catalogue['conference'], 'zone'> },
  { offer }: { readonly offer: { readonly places: number; readonly answerUntil: Date } | null },
): string {
  if (offer === null) return '';
  return `${plural(offer.places, 'place')}, until ${momentInWords(offer.answerUntil, conference.zone)}`;
}
