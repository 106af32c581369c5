import type { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import { dateInWords, numberInWords } from '#ui';
import type { CountedPart, ErasureCertificate } from './read-erasure.js';

/** "Monday 15 April 2024", by the network’s clock. */
export const dayOf = (at: Temporal.Instant): string =>
  dateInWords(at.toZonedDateTimeISO(homeZone).toPlainDate());

/** "none", where there was nothing of a kind. */
export const countInWords = ({ count }: CountedPart): string => (count === 0 ? 'None' : numberInWords(count));

/** What the certificate says first. */
export const certifiedInWords = ({ at }: Pick<ErasureCertificate, 'at'>): string =>
  `On ${dayOf(at)} what travellers and applicants had told for this visit alone was erased: what was sealed, and what else is kept no longer than 30 days after it. Nobody can bring it back: copies of the database that were made before are deleted by their own rules.`;

/** When single people’s details went before or after that day; empty where none did. */
export function otherTimesInWords({ at, times }: ErasureCertificate): string {
  const days = [...new Set(times.map(dayOf))].filter((day) => day !== dayOf(at));
  return days.length === 0
    ? ''
    : `Some sealed details went on other days, of people who withdrew or had no place: ${days.join('; ')}.`;
}
