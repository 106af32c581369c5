import { whenInWords } from '#ui';
import type { ShiftTerms } from '../domain/rota-diff.js';

/** "Sunday 26 September 2027, 9am to 11am (Reception)" */
export function shiftInWords(
  { start, end, label }: Pick<ShiftTerms, 'start' | 'end' | 'label'>,
  zone: string,
): string {
  const when = whenInWords({ type: 'timed', start, end, zone });
  return label === '' ? when : `${when} (${label})`;
}
