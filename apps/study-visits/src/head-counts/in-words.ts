import type { Temporal } from 'temporal-polyfill';
import { dateInWords, timeInWords } from '#ui';
import type { CountedThing, SaidMark } from './counts.js';
import { leaveWords } from './domain/state-words.js';

/** "8.02am", by the clock where the thing begins; with the day where that is another. */
export function momentOf(at: Temporal.Instant, { start, zone }: CountedThing['span']): string {
  const local = at.toZonedDateTimeISO(zone);
  const time = timeInWords(local.toPlainTime());
  const day = local.toPlainDate();
  return day.equals(start.toZonedDateTimeISO(zone).toPlainDate()) ? time : `${time} on ${dateInWords(day)}`;
}

const saysWords = {
  here: 'says here',
  elsewhere: 'says elsewhere with leave',
  missing: 'says missing',
  open: 'took back what was said',
} as const;

/** "Ann Example says elsewhere with leave, 8.02am: at the bank, until 7pm, allowed by Bo" */
export function saidWords(mark: SaidMark, span: CountedThing['span']): string {
  const leave = leaveWords(mark);
  const said = `${mark.byName} ${saysWords[mark.kind]}, ${momentOf(mark.madeAt, span)}`;
  return leave === '' ? said : `${said}: ${leave}`;
}
