import type { Exhibition } from './exhibition.js';

/** What an exhibition cannot be published without, each in a sentence. @param today in its zone, ISO */
export function missingToPublish(
  { days, lastDay, summary }: Pick<Exhibition, 'days' | 'lastDay' | 'summary'>,
  today: string,
): readonly string[] {
  return [
    lastDay < today && 'Its days are past: choose new ones.',
    summary === '' && 'There is no summary: say in a sentence what it is about.',
    days.every(({ kind }) => kind !== 'open') && 'It is open on no day: add one.',
  ].filter((each) => each !== false);
}
