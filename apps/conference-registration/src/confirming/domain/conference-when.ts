import { Temporal } from 'temporal-polyfill';
import type { Conference } from '../../catalogue/domain/conference.js';

/** When a conference is: with times if all its days have them, else in whole days; as the events calendar has it. */
export type ConferenceWhen =
  | {
      readonly type: 'timed';
      readonly start: Temporal.Instant;
      readonly end: Temporal.Instant;
      readonly zone: string;
    }
  | {
      readonly type: 'all-day';
      readonly first: Temporal.PlainDate;
      readonly last: Temporal.PlainDate;
      readonly zone: string;
    };

export function conferenceWhen({
  days,
  firstDay,
  lastDay,
  zone,
}: Pick<Conference, 'days' | 'firstDay' | 'lastDay' | 'zone'>): ConferenceWhen {
  const opens = days[0]?.opens ?? null;
  const closes = days.at(-1)?.closes ?? null;
  const areTimesKnown = days.every((day) => day.opens !== null && day.closes !== null);
  if (!areTimesKnown || opens === null || closes === null) {
    const [first, last] = [Temporal.PlainDate.from(firstDay), Temporal.PlainDate.from(lastDay)];
    return { type: 'all-day', first, last, zone };
  }
  const at = (day: string, time: string) =>
    Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toInstant();
  return { type: 'timed', start: at(firstDay, opens), end: at(lastDay, closes), zone };
}
