import { Temporal } from 'temporal-polyfill';

/** The days on which a conference is held, ISO, in order. @param conference its first and last day, ISO */
export function daysBetween(conference: { readonly firstDay: string; readonly lastDay: string }): string[] {
  const first = Temporal.PlainDate.from(conference.firstDay);
  const { days } = first.until(conference.lastDay, { largestUnit: 'day' });
  return Array.from({ length: days + 1 }, (_, index) => first.add({ days: index }).toString());
}
