import type { Temporal } from 'temporal-polyfill';
import { dateOf } from '#platform';
import { momentInWords } from '#ui';

/** "Sunday 22 November 2026, 2.01am" @param zone IANA */
export const momentOf = (at: Temporal.Instant, zone: string): string => momentInWords(dateOf(at), zone);
