import { Temporal } from 'temporal-polyfill';
import { wayBetween, type Way } from '../../itinerary/domain/distance.js';
import { dayOf, inOrder, type Stop } from '../../itinerary/domain/item.js';
import { daysBetween, type Part } from '../../itinerary/domain/own-day.js';
import { daysAround } from '../../travel/domain/leg.js';

/** A way from where one thing ends to where the next begins. */
export interface WayTo {
  readonly from: Stop;
  readonly way: Way;
}

/** The last day that something is on, on the clock of where it ends; what ends at midnight is not on the next. ISO */
const lastDayOf = ({ end, endZone }: Pick<Part, 'end' | 'endZone'>): string =>
  end.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(endZone).toPlainDate().toString();

/** What a day is about: all that begins on it, and before that what began earlier and goes on into it, like a night train. */
export function partsOfDay<One extends Part>(parts: readonly One[], day: string): readonly One[] {
  return inOrder(
    parts.filter((part) => dayOf(part) === day || (dayOf(part) < day && lastDayOf(part) >= day)),
  );
}

/**
 * How one comes to each thing of a day from the one before, by its id; nothing for what is at the same place, or where the map does
 * not tell.
 *
 * @param parts those that take place, in the order of time
 */
export function waysTo(parts: readonly Part[]): ReadonlyMap<string, WayTo> {
  const ways = new Map<string, WayTo>();
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1];
    const from = before === undefined ? null : (before.to ?? before.stop);
    if (from === null || !from.point || !part.stop?.point) continue;
    const way = wayBetween(from.point, part.stop.point);
    if (way.minutes > 0) ways.set(part.id, { from, way });
  }
  return ways;
}

/** Nights in one place. Days are ISO. */
export interface Nights {
  readonly arrives: string;
  readonly leaves: string;
}

/** Where the night is spent that begins on a day. */
export const nightOf = <One extends Nights>(nights: readonly One[], day: string): One | null =>
  nights.find(({ arrives, leaves }) => arrives <= day && day < leaves) ?? null;

/** The days of a visit. ISO */
export interface Days {
  readonly firstDay: string;
  readonly lastDay: string;
}

/** Every day that people may be briefed for: those of the visit, and those before and after it on which some still travel. */
export function daysToBrief({ firstDay, lastDay }: Days): readonly string[] {
  const shifted = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString();
  return daysBetween(shifted(firstDay, -daysAround), shifted(lastDay, daysAround));
}

/** When the briefings of a visit are sent. */
export interface SendingTimes extends Days {
  /** IANA; the visit's. */
  readonly zone: string;
  /** "18:00", on the clock of the zone, the evening before. */
  readonly sendAt: string;
}

/**
 * The day whose briefing is to be with people by now: tomorrow's from the stated time on, until then today's, which is late if it
 * has not gone out.
 *
 * @returns `null`: nobody is on the way with the visit on it
 */
export function dayDue(now: Temporal.Instant, times: SendingTimes): string | null {
  const there = now.toZonedDateTimeISO(times.zone);
  const evening = Temporal.PlainTime.from(times.sendAt);
  const isEvening = Temporal.PlainTime.compare(there.toPlainTime(), evening) >= 0;
  const day = there
    .toPlainDate()
    .add({ days: isEvening ? 1 : 0 })
    .toString();
  return daysToBrief(times).includes(day) ? day : null;
}
