import type { ShiftTerms } from './rota-diff.js';

/** "Hall 2, stand 14"; `null`: neither is known yet. */
export const standOf = ({
  hall,
  standNumber,
}: {
  readonly hall: string | null;
  readonly standNumber: string | null;
}): string | null =>
  [hall, standNumber === null || standNumber === '' ? null : `stand ${standNumber}`]
    .filter((part) => part !== null && part !== '')
    .join(', ') || null;

/** Where one has to go; `null`: not known yet. */
export const placeOf = ({
  venue,
  city,
}: {
  readonly venue: string | null;
  readonly city: string;
}): ShiftTerms['place'] =>
  venue === null || venue === '' ? { name: city, address: null } : { name: venue, address: city };

/** "Hall 2, stand 14, ACC Liverpool, Liverpool"; `null`: nothing is known. */
export const whereInWords = ({ stand, place }: Pick<ShiftTerms, 'stand' | 'place'>): string | null =>
  [stand, place?.name, place?.address].filter((part) => part).join(', ') || null;

/** What somebody wrote, as a sentence among others: with a full stop where it does not end with one, or the like. */
export const asSentence = (text: string): string => (/[.!?…][’”"')]*$/u.test(text) ? text : `${text}.`);

/** The same as a sentence, also while nothing is known. */
export function whereAsSentence(terms: Pick<ShiftTerms, 'stand' | 'place'>): string {
  const where = whereInWords(terms);
  return where === null ? 'We will tell you where the stand is.' : asSentence(where);
}
