import type { Contact } from '#checks';
import { dateInWords, plural } from '#ui';
import type { PlannedItem } from '../itinerary/item-of.js';
import { paperTime } from '../papers/in-words.js';
import type { Needs, SheetKind } from './domain/sheet.js';

/** Whose sheet, within a sentence. */
export const readerWords: Readonly<Record<SheetKind, string>> = { host: 'host', interpreter: 'interpreter' };

/** "Monday 12 March 2035, 9am to 11am, Rome time" */
export const sheetTime = (item: Pick<PlannedItem, 'start' | 'zone' | 'end' | 'endZone'>): string =>
  `${dateInWords(item.start.toZonedDateTimeISO(item.zone).toPlainDate())}, ${paperTime(item)}`;

/** "Jo Example, office, +44 …" with an address where there is no telephone number. */
export const whomToRing = ({ name, role, phone, email }: Contact): string =>
  [name, role, phone ?? email ?? ''].filter((part) => part !== '').join(', ');

/** What is said of what travellers eat and need. */
export function needsInWords(
  needs: Needs | 'too-few',
  coming: number,
): readonly (readonly [string, string])[] {
  if (needs === 'too-few') {
    return [['What they need', 'So few come that a figure would name somebody: ask whom to ring below.']];
  }
  const of = (count: number) =>
    count === 0 ? 'Nobody has told us of any' : `${count} of ${plural(coming, 'traveller')}`;
  return [
    ['Food of their own', of(needs.diet)],
    ['Access needs', of(needs.access)],
  ];
}
