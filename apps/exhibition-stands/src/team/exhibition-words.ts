import { Temporal } from 'temporal-polyfill';
import { dateRangeInWords } from '#ui';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';

/** "Sunday 26 to Wednesday 29 September 2027" */
export const whenOf = ({ firstDay, lastDay }: Pick<Exhibition, 'firstDay' | 'lastDay'>): string =>
  dateRangeInWords(Temporal.PlainDate.from(firstDay), Temporal.PlainDate.from(lastDay));

/** "The Example Arena, Liverpool, Hall 2, stand 14" */
export const whereOf = ({
  venue,
  city,
  hall,
  standNumber,
}: Pick<Exhibition, 'venue' | 'city' | 'hall' | 'standNumber'>): string =>
  [venue, city, hall, standNumber === null ? null : `stand ${standNumber}`]
    .filter((part) => part !== null && part !== '')
    .join(', ');
